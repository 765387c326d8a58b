import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { Outcome } from '../attribution/sale-attributed.v1';
import { SaleState } from '../commissions/commission-split.v1';
import { SampleState } from '../product-pool/sample-changed.v1';
import { payoutChanged, type PayoutState } from '../settlement/payout-changed.v1';
import { Bps, Closed, FenAmount, Id, LineNo, Nullable, Utc } from '../shapes';

/** A line of an order as one party sees it: what the party has of it now, and nothing of what others have. */
export const SaleNews = Closed({
  channelId: Id,
  orderId: Id,
  lineNo: LineNo,
  productId: Id,
  state: SaleState,
  outcome: Outcome,
  /** What the party is to the sale; one that the sale is no longer attributed to keeps its old part, at 0. */
  share: Type.Union((['promoter', 'assist', 'brand'] as const).map(share => Type.Literal(share))),
  amountFen: FenAmount,
});
export type SaleNews = Static<typeof SaleNews>;

/** From `to` on the pick and its promotion code no longer hold; it may lie ahead. */
export const PickEnded = Closed({ pickId: Id, promoterId: Id, productId: Id, to: Utc });
export type PickEnded = Static<typeof PickEnded>;

/** From `effectiveFrom` on a pick has these rates; null where none are in force from then on. */
export const RateChangeAnnounced = Closed({
  pickId: Id,
  productId: Id,
  effectiveFrom: Utc,
  commissionBps: Nullable(Bps(9000)),
  assistBps: Nullable(Bps(5000)),
  formerCommissionBps: Nullable(Bps(9000)),
});
export type RateChangeAnnounced = Static<typeof RateChangeAnnounced>;

export const SampleNews = Closed({
  sampleId: Id,
  promoterId: Id,
  brandId: Id,
  productId: Id,
  state: SampleState,
  at: Utc,
  contentDueAt: Nullable(Utc),
  reason: Nullable(Type.String()),
});
export type SampleNews = Static<typeof SampleNews>;

/** As everybody hears it on the topic; the party in words, as calls have it (`promoter:pr-1`). */
export const PayoutNews = Closed({ ...payoutChanged.data.properties, party: Type.String() });
export type PayoutNews = Static<typeof PayoutNews>;

export const WebhookTest = Closed({ webhookId: Id });

/** Everything that a party can be told by webhook, and what it is told. */
export const notifications = {
  'payout.sent': PayoutNews,
  'payout.confirmed': PayoutNews,
  'payout.failed': PayoutNews,
  'pick.ended': PickEnded,
  'rate-change.announced': RateChangeAnnounced,
  'sale.estimated': SaleNews,
  'sale.confirmed': SaleNews,
  'sale.frozen': SaleNews,
  'sale.settled': SaleNews,
  'sale.void': SaleNews,
  'sale.changed': SaleNews,
  'sample.requested': SampleNews,
  'sample.approved': SampleNews,
  'sample.rejected': SampleNews,
  'sample.shipped': SampleNews,
  'sample.received': SampleNews,
  'sample.fulfilled': SampleNews,
  'sample.overdue': SampleNews,
  'sample.cancelled': SampleNews,
  'sample.bought': SampleNews,
  'webhook.test': WebhookTest,
} as const satisfies Record<`sample.${SampleState}` | `sale.${SaleState}` | `payout.${PayoutState}`, TSchema> &
  Record<string, TSchema>;

export type NotificationType = keyof typeof notifications;

export const notificationTypes = Object.keys(notifications) as NotificationType[];

/** The body of a delivery: its id is that of the header `webhook-id`, and the same in every attempt. */
export const notificationBody = (type: NotificationType) =>
  Closed({ id: Id, type: Type.Literal(type), occurredAt: Utc, data: notifications[type] });
