import { Type, type Static } from '@sinclair/typebox';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { SampleState } from '@chuanliu/contracts/product-pool/sample-changed.v1';
import { Closed, Id, Instant, Nullable, Surface, Utc } from '@chuanliu/contracts/shapes';
import { isLate, isRefundDue, since, stateAt } from '../domain/sample';
import type { StoredSample } from '../storage/samples';

const Text = (maxLength: number, description: string) => Type.String({ minLength: 1, maxLength, description });

export const Reason = Text(500, 'Why; an operator always says it');
export const Carrier = Text(64, 'Who carries it');
export const Message = Text(500, 'To the brand');

/** What every step takes beside its own fields. */
export const said = {
  reason: Type.Optional(Reason),
  at: Type.Optional({ ...Instant, description: 'When the step was taken, not in the future; for operators' }),
};

/** As it is now: a sample whose due instant has passed is overdue from that very instant on. */
export const SampleAnswer = Closed({
  sampleId: Id,
  promoterId: Id,
  brandId: Id,
  productId: Id,
  state: SampleState,
  since: { ...Utc, description: 'When it came to this state' },
  buyFirst: Type.Boolean({ description: 'The promoter buys it and is refunded later' }),
  message: Nullable(Message),
  addressRef: Nullable(Id),
  requestedAt: Utc,
  channelId: Nullable(Id),
  orderId: { ...Nullable(Id), description: 'The order by which the promoter bought it' },
  carrier: Nullable(Carrier),
  trackingNo: Nullable(Id),
  receivedAt: Nullable(Utc),
  contentDueAt: { ...Nullable(Utc), description: 'From this instant on the content is overdue' },
  contentId: Nullable(Id),
  surface: Nullable(Surface),
  fulfilledAt: Nullable(Utc),
  late: Type.Boolean({ description: 'The content came at the due instant or after it' }),
  refundDue: Type.Boolean({ description: 'The brand owes the promoter the sample’s price' }),
  refundedAt: Nullable(Utc),
  reason: { ...Nullable(Reason), description: 'Of the last step' },
  revision: Type.Integer({ minimum: 1 }),
  updatedAt: Utc,
});
export type SampleAnswer = Static<typeof SampleAnswer>;

export function shownSample(sample: StoredSample, now: UtcInstant): SampleAnswer {
  const state = stateAt(sample, now);
  return {
    sampleId: sample.sampleId,
    promoterId: sample.promoterId,
    brandId: sample.brandId,
    productId: sample.productId,
    state,
    since: since(sample, state),
    buyFirst: sample.buyFirst,
    message: sample.message,
    addressRef: sample.addressRef,
    requestedAt: sample.requestedAt,
    channelId: sample.channelId,
    orderId: sample.orderId,
    carrier: sample.carrier,
    trackingNo: sample.trackingNo,
    receivedAt: sample.receivedAt,
    contentDueAt: sample.contentDueAt,
    contentId: sample.contentId,
    surface: sample.surface as SampleAnswer['surface'],
    fulfilledAt: sample.fulfilledAt,
    late: isLate(sample),
    refundDue: isRefundDue(sample),
    refundedAt: sample.refundedAt,
    reason: sample.reason,
    revision: sample.revision,
    updatedAt: sample.updatedAt,
  };
}
