import { Type, type Static } from '@sinclair/typebox';
import { Bps, Closed, Id, Instant } from '@chuanliu/contracts/shapes';
import { AgencyContractShape } from '../list-parties/party-shapes';

/** `from` identifies the promoter's contract; written again, only `to` may differ, and left out it is open. */
export const ContractAgency = Closed({
  agencyId: Id,
  agencyBps: Bps(9000),
  from: Instant,
  to: Type.Optional(Instant),
});
export type ContractAgency = Static<typeof ContractAgency>;

export const ContractAnswer = Closed({ promoterId: Id, ...AgencyContractShape.properties });
export type ContractAnswer = Static<typeof ContractAnswer>;
