import { Type } from '@sinclair/typebox';
import { CalendarDate, Closed, FenAmount, Id, Nullable, Utc } from '@chuanliu/contracts/shapes';

export const JournalRequest = Closed({
  from: Type.Optional({ ...CalendarDate, description: 'The first day, by bookedOn' }),
  to: Type.Optional({ ...CalendarDate, description: 'The day after the last one, by bookedOn: it is not included' }),
  orderId: Type.Optional({ ...Id, description: 'Only postings of orders with this id, of any channel' }),
  openings: Type.Boolean({
    default: false,
    description:
      'With `format=hledger` and `from`: begins with one transaction that holds what every account came to before, so that ' +
      'the period’s file stands alone. Periods that are read together want it in the first one only.',
  }),
  format: Type.Union([Type.Literal('json'), Type.Literal('hledger'), Type.Literal('csv')], { default: 'json' }),
});

/** The journal as `format=json` has it. Each entry has either debitFen or creditFen. */
export const JournalAnswer = Closed({
  postings: Type.Array(
    Closed({
      postingId: Id,
      occurredAt: Utc,
      bookedOn: CalendarDate,
      cause: Type.String({
        description: '`paid`, `refund` and the refund’s id, `settlement` and the run’s, `payout` and the payout’s …',
      }),
      transactionId: Nullable(Id),
      reference: Nullable({ ...Id, description: 'The run, payout or adjustment that it belongs to' }),
      channelId: Nullable(Id),
      orderId: Nullable(Id),
      lineNo: Nullable(Type.Integer({ minimum: 1 })),
      entries: Type.Array(
        Closed({
          account: Type.String(),
          share: Nullable(Type.String()),
          debitFen: Type.Optional(FenAmount),
          creditFen: Type.Optional(FenAmount),
        }),
      ),
    }),
  ),
});
