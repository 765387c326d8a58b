import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Closed, Id, Instant } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { ReplayDeliveriesHandler } from './replay-deliveries.handler';

/** Bounds by when messages were written: from inclusive, to exclusive. */
const ReplayDeliveries = Closed({
  state: Type.Literal('dead'),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
});
const Replayed = Closed({ replayed: Type.Integer({ minimum: 0 }) });

@Controller('v1/webhooks/:webhookId/deliveries')
@Roles('promoter', 'brand', 'operator')
export class ReplayDeliveriesController {
  constructor(private readonly deliveries: ReplayDeliveriesHandler) {}

  @Post('replay')
  @HttpCode(202)
  @Describes({
    summary: 'Send again all messages that could not be delivered, or those of a span of time',
    params: { webhookId: Id },
    body: ReplayDeliveries,
    answer: Replayed,
    status: 202,
    problems: { absent: ['push/no-such-webhook'], conflict: ['push/webhook-disabled'] },
  })
  async replayMany(
    @CurrentCaller() caller: Caller,
    @Param('webhookId', valid(Id)) webhookId: string,
    @Body(valid(ReplayDeliveries)) { from, to }: Static<typeof ReplayDeliveries>,
  ): Promise<Static<typeof Replayed>> {
    const span = { from: from && toUtcInstant(from), to: to && toUtcInstant(to) };
    return { replayed: await this.deliveries.dead(caller, webhookId, span) };
  }

  @Post(':deliveryId/replay')
  @HttpCode(202)
  @Describes({
    summary: 'Send one message again, under the same id, be it dead or delivered',
    params: { webhookId: Id, deliveryId: Id },
    answer: Replayed,
    status: 202,
    problems: {
      absent: ['push/no-such-webhook', 'push/no-such-delivery'],
      conflict: ['push/webhook-disabled', 'push/delivery-pending'],
    },
  })
  async replayOne(
    @CurrentCaller() caller: Caller,
    @Param('webhookId', valid(Id)) webhookId: string,
    @Param('deliveryId', valid(Id)) deliveryId: string,
  ): Promise<Static<typeof Replayed>> {
    await this.deliveries.one(caller, webhookId, deliveryId);
    return { replayed: 1 };
  }
}
