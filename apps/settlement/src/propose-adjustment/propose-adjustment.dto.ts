import { Type, type Static } from '@sinclair/typebox';
import { Closed, FenAmount, Id, Instant } from '@chuanliu/contracts/shapes';
import { PartyName } from '../pay-out/payout.shapes';

const Amount = { ...FenAmount, minimum: 1 };

/** In a person's own words, and not blanks alone. */
export const Reason = Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S' });

const OccurredAt = Type.Optional({
  ...Instant,
  description: 'When what it corrects occurred, not in the future; the instant of its approval when left out',
});
const WhyNeeded = { ...Reason, description: 'Why it is needed; whoever approves it reads this' };

export const NewAdjustment = Closed({
  lines: Type.Array(
    Closed({
      account: Type.String({ minLength: 1, maxLength: 200 }),
      debitFen: Type.Optional({ ...Amount, description: 'Either this' }),
      creditFen: Type.Optional({ ...Amount, description: 'or this' }),
    }),
    { minItems: 1, maxItems: 200 },
  ),
  reason: WhyNeeded,
  appealId: Type.Optional({
    ...Id,
    description:
      'An appeal that was upheld and that this makes good: the party gets something, and no other adjustment does so',
  }),
  occurredAt: OccurredAt,
});
export type NewAdjustment = Static<typeof NewAdjustment>;

export const NewWriteOff = Closed({
  party: { ...PartyName, description: 'Whose debt: `promoter:pr-1`' },
  amountFen: Type.Optional({ ...Amount, description: 'The whole debt of now when left out' }),
  reason: WhyNeeded,
  occurredAt: OccurredAt,
});
export type NewWriteOff = Static<typeof NewWriteOff>;

export const NewSweep = Closed({
  paymentChannel: { ...Id, description: 'The channel whose escrow pays out to the platform’s bank account' },
  amountFen: Amount,
  reason: WhyNeeded,
  occurredAt: OccurredAt,
});
export type NewSweep = Static<typeof NewSweep>;

export const AdjustmentProposed = Closed({ adjustmentId: Id, state: Type.Literal('proposed') });
export type AdjustmentProposed = Static<typeof AdjustmentProposed>;
