import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Instant } from '@chuanliu/contracts/shapes';

export const BankFileRequest = Closed({
  batchId: Type.Optional({ ...Id, description: 'Only payouts of this batch' }),
  from: Type.Optional({ ...Instant, description: 'Sent at this instant or later' }),
  to: Type.Optional({ ...Instant, description: 'Sent before this instant' }),
});
export type BankFileRequest = Static<typeof BankFileRequest>;
