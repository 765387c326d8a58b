import { Problem } from '@chuanliu/problems/problem';
import { isPartyKind, type Caller, type PartyKind } from './caller';

/** The one answer for a party that does not exist and for one that is somebody else's, so that ids cannot be probed. */
export const noSuchParty = (kind: PartyKind, id: string) =>
  new Problem('absent', 'no-such-party', `There is no such ${kind}`, { kind, id });

/**
 * Lets staff through, and a party to what is its own.
 *
 * @throws Problem `no-such-party` (404) for another party's id, whatever the caller's kind.
 */
export function requireParty(caller: Caller, kind: PartyKind, id: string): void {
  if (!isPartyKind(caller.role)) return;
  if (caller.role !== kind || caller.partyId !== id) throw noSuchParty(kind, id);
}
