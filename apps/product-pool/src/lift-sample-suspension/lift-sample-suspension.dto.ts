import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Nullable, Utc } from '@chuanliu/contracts/shapes';
import { Reason } from '../move-sample/sample.dto';

export const Lift = Closed({ reason: Reason });
export const Standing = Closed({
  promoterId: Id,
  overdueSampleIds: Type.Array(Id, { description: 'While there is any, the promoter gets no further sample' }),
  suspendedUntil: { ...Nullable(Utc), description: 'Until when overdue samples suspend the promoter’s requests' },
});
export type Standing = Static<typeof Standing>;
