import { Controller, Get, Param, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { notificationTypes } from '@chuanliu/contracts/push/notifications.v1';
import { Closed, Id, Instant, Nullable, Utc } from '@chuanliu/contracts/shapes';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, listQuery } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import type { Delivery } from '../storage/deliveries';
import { OwnWebhook } from '../storage/own-webhook';
import { ListDeliveriesQuery } from './list-deliveries.query';

const DeliveryState = Type.Union((['pending', 'delivered', 'dead'] as const).map(state => Type.Literal(state)));
const ListDeliveries = listQuery({ state: Type.Optional(DeliveryState), updatedFrom: Type.Optional(Instant) });
const Keyset = Closed({ createdAt: Utc, deliveryId: Id });

const DeliveryAnswer = Closed({
  id: Id,
  type: Type.Union(notificationTypes.map(type => Type.Literal(type))),
  state: DeliveryState,
  attempts: Type.Integer({ minimum: 0 }),
  /** Of a pending one; null of the others. */
  nextAttemptAt: Nullable(Utc),
  /** What the receiver answered last; null when there was no answer. */
  answerStatus: Nullable(Type.Integer()),
  /** Why the last attempt failed; null after a success and before the first. */
  fault: Nullable(Type.String()),
  createdAt: Utc,
  updatedAt: Utc,
});

@Controller('v1/webhooks/:webhookId/deliveries')
export class ListDeliveriesController {
  constructor(
    private readonly deliveries: ListDeliveriesQuery,
    private readonly own: OwnWebhook,
  ) {}

  @Get()
  @Roles('promoter', 'brand', 'operator')
  @Describes({
    summary: 'What was sent to a webhook, the newest first',
    params: { webhookId: Id },
    query: ListDeliveries,
    answer: listAnswerOf(DeliveryAnswer),
    problems: { absent: ['push/no-such-webhook'] },
  })
  async list(
    @CurrentCaller() caller: Caller,
    @Param('webhookId', valid(Id)) webhookId: string,
    @Query(validQuery(ListDeliveries)) query: Static<typeof ListDeliveries>,
  ) {
    await this.own.read(caller, webhookId);
    const updatedFrom = query.updatedFrom === undefined ? undefined : toUtcInstant(query.updatedFrom);
    const filter = { webhookId, state: query.state, updatedFrom };
    const rows = await this.deliveries.page(filter, decodeCursor(Keyset, query.cursor), query.limit + 1);
    return listAnswer(rows, {
      limit: query.limit,
      keysetOf: ({ createdAt, deliveryId }) => ({ createdAt, deliveryId }),
      itemOf: shownDelivery,
      control: await controlOf(this.deliveries.ids(filter)),
    });
  }
}

const shownDelivery = (delivery: Delivery): Static<typeof DeliveryAnswer> => ({
  id: delivery.deliveryId,
  type: delivery.type,
  state: delivery.state,
  attempts: delivery.attempts,
  nextAttemptAt: delivery.state === 'pending' ? delivery.dueAt : null,
  answerStatus: delivery.answerStatus,
  fault: delivery.fault,
  createdAt: delivery.createdAt,
  updatedAt: delivery.updatedAt,
});
