/** Roles that a client may be given. */
export const clientRoles = ['operator', 'finance', 'brand', 'promoter', 'recruiter', 'agency'] as const;
export type ClientRole = (typeof clientRoles)[number];

/** `internal` is the gateway itself, asking on nobody's behalf; no client can be given it. */
export type Role = ClientRole | 'internal';

/** Kinds of parties that log in and see what is theirs. */
export const partyKinds = ['brand', 'promoter', 'recruiter', 'agency'] as const;
export type PartyKind = (typeof partyKinds)[number];

/** Who is asking, as the token says. */
export interface Caller {
  readonly clientId: string;
  readonly role: Role;
  /** The brand, promoter, recruiter or agency behind the client; null for staff. */
  readonly partyId: string | null;
  /** The person behind a finance client, whose approvals count; null otherwise. */
  readonly personId: string | null;
}

export function isPartyKind(role: string): role is PartyKind {
  return (partyKinds as readonly string[]).includes(role);
}
