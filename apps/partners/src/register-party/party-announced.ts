import type { DataOf } from '@chuanliu/contracts/define-event';
import type { partyRegistered } from '@chuanliu/contracts/partners/party-registered.v1';
import type { WriteParty } from './register-party.dto';

/** What the others are told of a recruiter or an agency. */
export function announcementOf(
  kind: 'recruiter' | 'agency',
  partyId: string,
  { name, kind: personKind }: WriteParty,
  revision: number,
): DataOf<typeof partyRegistered> {
  return { kind, partyId, name: name!, ...(personKind === undefined ? {} : { personKind }), revision };
}
