import { Type, type Static } from '@sinclair/typebox';
import { PayoutState } from '@chuanliu/contracts/settlement/payout-changed.v1';
import { Closed, FenAmount, Id, Instant, Nullable, Utc } from '@chuanliu/contracts/shapes';

/** `promoter:pr-1`. */
export const PartyName = Type.String({
  pattern: '^(brand|promoter|recruiter|agency):[A-Za-z0-9._:-]{1,64}$',
  description: 'Kind and id of a party: `promoter:pr-1`',
});

export const AskPayout = Closed({
  party: PartyName,
  amountFen: Type.Optional({ ...FenAmount, description: 'Before tax; everything that is available when left out' }),
  invoiceNo: Type.Optional(
    Type.String({ pattern: '^[!-~]{1,64}$', description: 'Required of companies and agencies, not of brands' }),
  ),
  sentAt: Type.Optional({ ...Instant, description: 'Now when left out; in the past for finance alone' }),
});
export type AskPayout = Static<typeof AskPayout>;

export const PayoutSent = Closed({
  payoutId: Id,
  party: PartyName,
  grossFen: FenAmount,
  taxFen: { ...FenAmount, description: 'Individual income tax withheld' },
  netFen: FenAmount,
  state: PayoutState,
});
export type PayoutSent = Static<typeof PayoutSent>;

const Worksheet = Closed(
  {
    month: Type.String({ description: 'The calendar month in Shanghai' }),
    incomeSoFarFen: { ...FenAmount, description: 'Of the calendar year, this payout included' },
    months: Type.Integer({ minimum: 1, description: 'In a row, with a payout, up to this one' }),
    taxableFen: { ...FenAmount, description: 'Rounded down; the tax is worked out from the exact amount' },
    rateBps: Type.Integer(),
    quickDeductionFen: FenAmount,
    taxOnCumulativeFen: FenAmount,
    withheldBeforeFen: FenAmount,
    withheldNowFen: FenAmount,
  },
  { description: 'Income × 80 % − 5,000 yuan × months, taxed at the bracket’s rate less its quick deduction' },
);

export const PayoutShown = Closed({
  id: Id,
  ...PayoutSent.properties,
  sentAt: Utc,
  invoiceNo: Nullable(Type.String()),
  payeeName: Type.String(),
  bankAccount: Type.String({ description: '**** and the last four characters' }),
  tax: Nullable(Worksheet),
  batchId: Nullable(Id),
  resultAt: Nullable(Utc),
  reference: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  updatedAt: Utc,
});
export type PayoutShown = Static<typeof PayoutShown>;
