import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { JWK } from 'jose';
import { TokenSigner } from '@chuanliu/auth/token';
import { Database } from '@chuanliu/database/database';
import { AnswerWebhookOnce } from './admit-webhooks/answer-webhook-once';
import { DeliveryLog } from './admit-webhooks/delivery-log';
import { DurableIntake } from './admit-webhooks/durable-intake';
import { SignedIntake } from './admit-webhooks/signed-intake';
import { WebhookDoor } from './admit-webhooks/webhook-door';
import { AnswerOnce } from './answer-once/answer-once';
import { IdempotencyKeys } from './answer-once/idempotency-keys';
import { BuyerKeys } from './forward/buyer-key';
import { DescribeApiController } from './describe-api/describe-api.controller';
import { WholeDescription } from './describe-api/whole-description';
import { ExplainOrderController } from './explain-order/explain-order.controller';
import { FollowLinkController } from './follow-link/follow-link.controller';
import { ForwardController } from './forward/forward.controller';
import { Upstreams } from './forward/upstreams';
import { GATEWAY_SETTINGS, type GatewaySettings } from './gateway.config';
import { ClientStore } from './issue-token/client-store';
import { TokenController } from './issue-token/token.controller';
import { AddressLimit } from './limit-requests/address-limit';
import { ClientLimit } from './limit-requests/client-limit';
import { LimitClients } from './limit-requests/limit-clients.interceptor';
import { ExceptionsOfServices } from './list-exceptions/exceptions-of-services';
import { ListExceptionsController } from './list-exceptions/list-exceptions.controller';
import { PublicDoor } from './public-door/public-door';
import { OrderPartsOf } from './read-order/order-parts-of';
import { ReadOrderController } from './read-order/read-order.controller';
import { ChannelSecrets } from './register-channel/channel-secrets';
import { ChannelsController } from './register-channel/channels.controller';
import { ClientsController } from './register-client/clients.controller';
import { ReplayParkedEventController } from './replay-parked-event/replay-parked-event.controller';
import { ReportProgressController } from './report-progress/report-progress.controller';
import { ForgetOldAnswers } from './storage/forget-old-answers';
import { openDatabase } from './storage/open-database';
import { OrderEventsController } from './take-in-orders/order-events.controller';
import { OrderIntake } from './take-in-orders/order-intake';
import { TouchIntake } from './take-in-touches/touch-intake';
import { TouchesController } from './take-in-touches/touches.controller';

@Module({})
class GatewayModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/** The one place where the gateway is wired. */
export const gatewayModule = (settings: GatewaySettings): DynamicModule => ({
  module: GatewayModule,
  // The gateway's own addresses come first, so that none is taken for one to pass on.
  controllers: [
    TokenController,
    ClientsController,
    ChannelsController,
    OrderEventsController,
    TouchesController,
    ReadOrderController,
    ExplainOrderController,
    ListExceptionsController,
    ReplayParkedEventController,
    ReportProgressController,
    DescribeApiController,
    FollowLinkController,
    ForwardController,
  ],
  providers: [
    { provide: GATEWAY_SETTINGS, useValue: settings },
    { provide: Database, useFactory: () => openDatabase(settings) },
    { provide: TokenSigner, useFactory: () => new TokenSigner(JSON.parse(settings.jwtPrivateJwk) as JWK) },
    { provide: APP_INTERCEPTOR, useClass: LimitClients },
    PublicDoor,
    AddressLimit,
    ClientLimit,
    AnswerOnce,
    IdempotencyKeys,
    BuyerKeys,
    Upstreams,
    ClientStore,
    ChannelSecrets,
    WebhookDoor,
    DeliveryLog,
    AnswerWebhookOnce,
    SignedIntake,
    DurableIntake,
    OrderIntake,
    TouchIntake,
    OrderPartsOf,
    ExceptionsOfServices,
    WholeDescription,
    ForgetOldAnswers,
  ],
});
