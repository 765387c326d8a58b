import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Name, Nullable, Utc } from '@chuanliu/contracts/shapes';
import { LegalKind, PayeeShape } from '../list-parties/party-shapes';

/** Every field may be left out, but a first write needs both. */
export const WriteRecruiter = Closed({ name: Type.Optional(Name), kind: Type.Optional(LegalKind) });

/** A first write needs the name. */
export const WriteAgency = Closed({ name: Type.Optional(Name) });

export type WriteParty = Static<typeof WriteRecruiter>;

const agency = { id: Id, name: Name, payee: Nullable(PayeeShape), updatedAt: Utc };
export const AgencyAnswer = Closed(agency);
export const RecruiterAnswer = Closed({ ...agency, kind: LegalKind });
export type PartyAnswer = Static<typeof AgencyAnswer> & Partial<Pick<Static<typeof RecruiterAnswer>, 'kind'>>;
