import { Type } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { CalendarDate, Closed, FenAmount, Id, LineNo, Nullable } from '../shapes';
import { topics } from '../topics';

/** Lines that one event tells of at most, so that a slice of events stays small. */
export const LINES_AN_EVENT = 200;

/**
 * A settlement run took these lines. Settled is settled: from now on their decision and their rates are those of the
 * split named here, whatever becomes known later; amounts still follow refunds and corrected payments. A line is told of
 * once, so events may be heard in any order.
 */
export const linesSettled = defineEvent({
  stream: topics.settlementEvents.name,
  type: 'lines-settled.v1',
  key: batch => batch.batchId,
  keyName: 'batchId',
  title: 'Lines were settled',
  data: Closed({
    /** Names this part of the run: which lines one event tells of has no meaning. */
    batchId: Id,
    runId: Id,
    businessDate: CalendarDate,
    lines: Type.Array(
      Closed({
        channelId: Id,
        orderId: Id,
        lineNo: LineNo,
        /** The decision (attribution's revision) and the announcement (commissions' revision) that were settled. */
        decisionRevision: Type.Integer({ minimum: 1 }),
        splitRevision: Type.Integer({ minimum: 1 }),
        /** Of that split: see `commission-split`. */
        basis: Nullable(Type.String({ maxLength: 64 })),
        baseFen: FenAmount,
      }),
      { minItems: 1, maxItems: LINES_AN_EVENT },
    ),
  }),
});
