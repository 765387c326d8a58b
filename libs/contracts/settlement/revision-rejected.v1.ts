import { Type } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, Id, LineNo } from '../shapes';
import { topics } from '../topics';

/** A decision or a rate came after its line was settled: it is kept as too late, and the settled one stays in force. */
export const revisionRejected = defineEvent({
  stream: topics.settlementEvents.name,
  type: 'revision-rejected.v1',
  key: line => line.orderId,
  keyName: 'orderId',
  title: 'A revision came after its line was settled',
  data: Closed({
    channelId: Id,
    orderId: Id,
    lineNo: LineNo,
    /** Attribution's revision that came too late; equal to decisionRevision when only rates differ. */
    rejectedDecisionRevision: Type.Integer({ minimum: 1 }),
    /** Attribution's revision that was settled. */
    decisionRevision: Type.Integer({ minimum: 1 }),
  }),
});
