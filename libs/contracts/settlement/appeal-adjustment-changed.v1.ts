import { Type, type Static } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, Id, LineNo, SignedFen, Utc } from '../shapes';
import { topics } from '../topics';

export const AdjustmentState = Type.Union(
  (['proposed', 'approved', 'rejected'] as const).map(state => Type.Literal(state)),
);
export type AdjustmentState = Static<typeof AdjustmentState>;

/**
 * An adjustment that makes an appeal good was proposed, approved or rejected. It has one decision, so `proposed` and then
 * one other are all there is. An appeal has at most one that is not rejected.
 */
export const appealAdjustmentChanged = defineEvent({
  stream: topics.settlementEvents.name,
  type: 'appeal-adjustment-changed.v1',
  key: adjustment => adjustment.orderId,
  keyName: 'orderId',
  title: 'An adjustment that makes an appeal good was proposed, approved or rejected',
  data: Closed({
    appealId: Id,
    /** The line that was appealed against. */
    channelId: Id,
    orderId: Id,
    lineNo: LineNo,
    adjustmentId: Id,
    state: AdjustmentState,
    /** What the party that appealed may withdraw more by it; below 0: less. */
    amountFen: SignedFen,
    /** When it was proposed or decided. */
    changedAt: Utc,
  }),
});
