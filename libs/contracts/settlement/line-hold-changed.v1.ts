import { Type } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, Id, LineNo } from '../shapes';
import { topics } from '../topics';

/** Finance laid a hold on a line, or lifted it: while it lies there the line is not settled. */
export const lineHoldChanged = defineEvent({
  stream: topics.settlementEvents.name,
  type: 'line-hold-changed.v1',
  key: line => line.orderId,
  keyName: 'orderId',
  title: 'A hold was laid on a line, or lifted',
  data: Closed({
    channelId: Id,
    orderId: Id,
    lineNo: LineNo,
    /** Counts the line's holds and liftings; the greatest is in force. */
    holdRevision: Type.Integer({ minimum: 1 }),
    isHeld: Type.Boolean(),
  }),
});
