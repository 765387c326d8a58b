import type { Caller } from '@chuanliu/auth/caller';
import { noSuchParty } from '@chuanliu/auth/require-party';

/**
 * Whose products a list is about: a brand's own, or whichever an operator asks for (undefined: everybody's).
 *
 * @throws Problem `no-such-party` (404) when a brand asks for another's
 */
export function brandOf(caller: Caller, asked: string | undefined): string | undefined {
  if (caller.role !== 'brand') return asked;
  if (asked !== undefined && asked !== caller.partyId) throw noSuchParty('brand', asked);
  return caller.partyId ?? undefined;
}
