import type { Creditor } from './accounts';

/** Somebody whom the platform owes money to. */
export interface Party {
  kind: Creditor;
  id: string;
}

/** `promoter:pr-1`: how calls and events name a party. An id may have colons of its own. */
export const nameOf = ({ kind, id }: Party): string => `${kind}:${id}`;

/** The opposite of nameOf, for a text that a schema has accepted. */
export function partyOf(name: string): Party {
  const end = name.indexOf(':');
  return { kind: name.slice(0, end) as Creditor, id: name.slice(end + 1) };
}
