import { Type, type Static } from '@sinclair/typebox';
import { CalendarDate, Closed, FenAmount, Id, SignedFen } from '@chuanliu/contracts/shapes';
import { PartyName } from '../pay-out/payout.shapes';

const sums = {
  openingFen: SignedFen,
  linesFen: SignedFen,
  adjustmentsFen: SignedFen,
  rebatesFen: SignedFen,
  bonusesFen: SignedFen,
  manualFen: SignedFen,
  payoutsFen: FenAmount,
  failedPayoutsFen: FenAmount,
  closingFen: SignedFen,
};

export const ReadMonth = Closed({
  party: Type.Optional({ ...PartyName, description: '{kind}:{id}; finance must name one, a party sees its own' }),
  month: Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', description: 'YYYY-MM, by business dates' }),
  format: Type.Union([Type.Literal('json'), Type.Literal('csv'), Type.Literal('xlsx')], { default: 'json' }),
});
export type ReadMonth = Static<typeof ReadMonth>;

/** A month as `format=json` has it: sums of its days, without their lines. */
export const MonthlyStatement = Closed({
  party: Type.String(),
  month: Type.String(),
  ...sums,
  days: Type.Array(Closed({ id: Id, businessDate: CalendarDate, ...sums })),
});
