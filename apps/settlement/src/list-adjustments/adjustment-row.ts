import { Type, type Static } from '@sinclair/typebox';
import { AdjustmentState } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { CalendarDate, Closed, FenAmount, Id, Nullable, Utc } from '@chuanliu/contracts/shapes';
import { debitOrCredit } from '../domain/debit-or-credit';
import type { StoredAdjustment } from '../storage/adjustments';

const Actor = Closed({ clientId: Id, personId: Id });

/** An adjustment, as a row of the list and by itself. */
export const AdjustmentRow = Closed({
  id: Id,
  adjustmentId: Id,
  state: AdjustmentState,
  purpose: Type.Union((['manual', 'write-off', 'sweep'] as const).map(purpose => Type.Literal(purpose))),
  lines: Type.Array(
    Closed({
      account: Type.String(),
      debitFen: Type.Optional(FenAmount),
      creditFen: Type.Optional(FenAmount),
    }),
  ),
  amountFen: { ...FenAmount, maximum: Number.MAX_SAFE_INTEGER, description: 'The sum of its debits' },
  reason: Type.String(),
  appealId: { ...Nullable(Id), description: 'The appeal that it makes good' },
  occurredAt: { ...Nullable(Utc), description: 'Null until it is approved, unless it was dated' },
  proposedBy: Actor,
  proposedAt: Utc,
  decidedBy: Nullable(Actor),
  decidedAt: Nullable(Utc),
  decisionReason: Nullable(Type.String()),
  postingId: { ...Nullable(Id), description: 'Its posting in the journal, once it is approved' },
  bookedOn: Nullable(CalendarDate),
  updatedAt: Utc,
});
export type AdjustmentRow = Static<typeof AdjustmentRow>;

export const shownAdjustment = ({ lines, posting, ...adjustment }: StoredAdjustment): AdjustmentRow => ({
  id: adjustment.adjustmentId,
  ...adjustment,
  lines: lines.map(({ account, amountFen }) => ({ account, ...debitOrCredit(amountFen) })),
  postingId: posting?.postingId ?? null,
  bookedOn: posting?.bookedOn ?? null,
});
