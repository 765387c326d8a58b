import { Logger, Module, type DynamicModule } from '@nestjs/common';
import { SecretSeal } from '@chuanliu/auth/secret-seal';
import { productKnown } from '@chuanliu/contracts/product-pool/product-known.v1';
import { appealAdjustmentChanged } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { lineHoldChanged } from '@chuanliu/contracts/settlement/line-hold-changed.v1';
import { linesSettled } from '@chuanliu/contracts/settlement/lines-settled.v1';
import { revisionRejected } from '@chuanliu/contracts/settlement/revision-rejected.v1';
import { topics } from '@chuanliu/contracts/topics';
import { MessagingModule } from '@chuanliu/messaging/messaging.module';
import type { MessagingSettings } from '@chuanliu/messaging/settings';
import { ChangeWebhookController } from './change-webhook/change-webhook.controller';
import { ChangeWebhookHandler } from './change-webhook/change-webhook.handler';
import { DeliverDue } from './deliver/deliver-due';
import { DueDeliveries } from './deliver/due-deliveries';
import { HttpSender } from './deliver/http-sender';
import { RecordOutcome } from './deliver/record-outcome';
import { TellParties } from './deliver/tell-parties';
import { DELIVERY_SETTINGS } from './delivery-settings-token';
import { ForgetDeliveries } from './forget-deliveries/forget-deliveries';
import { ListDeliveriesController } from './list-deliveries/list-deliveries.controller';
import { ListDeliveriesQuery } from './list-deliveries/list-deliveries.query';
import { ListWebhooksController } from './list-webhooks/list-webhooks.controller';
import { ListWebhooksQuery } from './list-webhooks/list-webhooks.query';
import type { DeliverySettings } from './push.config';
import { RegisterWebhookController } from './register-webhook/register-webhook.controller';
import { RegisterWebhookHandler } from './register-webhook/register-webhook.handler';
import { RemoveWebhookController } from './remove-webhook/remove-webhook.controller';
import { ReplayDeliveriesController } from './replay-deliveries/replay-deliveries.controller';
import { ReplayDeliveriesHandler } from './replay-deliveries/replay-deliveries.handler';
import { RotateSecretController } from './rotate-secret/rotate-secret.controller';
import { SendTestController } from './send-test/send-test.controller';
import { allMigrations } from './storage/migrations/all';
import { OwnWebhook } from './storage/own-webhook';
import { WebhookSecrets } from './storage/webhook-secrets';
import { WebhooksOfParties } from './storage/webhooks-of-parties';
import { OnPayoutChanged } from './tell-of-payouts/on-payout-changed.consumer';
import { OnPickKnown } from './tell-of-picks/on-pick-known.consumer';
import { OnCommissionSplit } from './tell-of-sales/on-commission-split.consumer';
import { OnSaleStateChanged } from './tell-of-sales/on-sale-state-changed.consumer';
import { TellOfSalesHandler } from './tell-of-sales/tell-of-sales.handler';
import { OnSampleChanged } from './tell-of-samples/on-sample-changed.consumer';

@Module({})
export class PushModule {}

/** The one place where the service is wired. */
export function pushModule(settings: MessagingSettings, delivery: DeliverySettings): DynamicModule {
  return {
    module: PushModule,
    imports: [
      MessagingModule.forRoot({
        service: 'push',
        settings,
        migrations: allMigrations,
        topics: [
          topics.splitEvents.name,
          topics.termsEvents.name,
          topics.sampleEvents.name,
          topics.settlementEvents.name,
        ],
        // A line's states come from commissions, with what they are worth to each party.
        ignores: [
          productKnown.type,
          linesSettled.type,
          lineHoldChanged.type,
          revisionRejected.type,
          appealAdjustmentChanged.type,
        ],
      }),
    ],
    controllers: [
      RegisterWebhookController,
      ListWebhooksController,
      ChangeWebhookController,
      RemoveWebhookController,
      RotateSecretController,
      SendTestController,
      ListDeliveriesController,
      ReplayDeliveriesController,
    ],
    providers: [
      { provide: DELIVERY_SETTINGS, useValue: delivery },
      { provide: SecretSeal, useFactory: () => secretSeal(delivery.secretKey) },
      WebhookSecrets,
      WebhooksOfParties,
      OwnWebhook,
      RegisterWebhookHandler,
      ListWebhooksQuery,
      ChangeWebhookHandler,
      ListDeliveriesQuery,
      ReplayDeliveriesHandler,
      OnCommissionSplit,
      OnSaleStateChanged,
      TellOfSalesHandler,
      OnPickKnown,
      OnSampleChanged,
      OnPayoutChanged,
      DueDeliveries,
      HttpSender,
      RecordOutcome,
      DeliverDue,
      TellParties,
      ForgetDeliveries,
    ],
  };
}

function secretSeal(key: string | undefined): SecretSeal {
  const seal = new SecretSeal(key, 'PUSH_KEY');
  if (seal.isOpen) new Logger(SecretSeal.name).warn('PUSH_KEY is not set: signing secrets are stored readable');
  return seal;
}
