import { Type } from '@sinclair/typebox';
import { CalendarDate, Closed, SignedFen } from '@chuanliu/contracts/shapes';

export const TrialBalanceRequest = Closed({
  at: Type.Optional({ ...CalendarDate, description: 'Counts what is booked on this day or before; all without it' }),
});

export const TrialBalance = Closed({
  accounts: Type.Array(
    Closed({
      account: Type.String(),
      debitFen: SignedFen,
      creditFen: SignedFen,
      balanceFen: { ...SignedFen, description: 'debit − credit' },
    }),
  ),
  totalDebitFen: SignedFen,
  totalCreditFen: SignedFen,
});
