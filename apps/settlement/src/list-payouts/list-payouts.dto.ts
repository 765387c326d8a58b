import { Type, type Static } from '@sinclair/typebox';
import { PayoutState } from '@chuanliu/contracts/settlement/payout-changed.v1';
import { Closed, Id, Instant } from '@chuanliu/contracts/shapes';
import { listQuery } from '@chuanliu/http/listing';
import { PartyName } from '../pay-out/payout.shapes';

export const ListPayouts = listQuery({
  party: Type.Optional(PartyName),
  state: Type.Optional(PayoutState),
  batchId: Type.Optional(Id),
  from: Type.Optional({ ...Instant, description: 'Sent at this instant or later' }),
  to: Type.Optional({ ...Instant, description: 'Sent before this instant' }),
  updatedFrom: Type.Optional(Instant),
});
export type ListPayouts = Static<typeof ListPayouts>;

export const PayoutsKeyset = Closed({ payoutId: Id });
