import type { PartyKind } from '@chuanliu/auth/caller';
import type { DataOf } from '@chuanliu/contracts/define-event';
import type { payeeKnown } from '@chuanliu/contracts/partners/payee-known.v1';
import type { StoredPayee } from '../storage/payees';

/** What the others are told of a payee. */
export function announcementOf(
  kind: PartyKind,
  partyId: string,
  { identity, ...told }: StoredPayee,
): DataOf<typeof payeeKnown> {
  const payee = { kind, partyId, ...told };
  if (identity === null) return payee;
  const { personKey, ...known } = identity;
  return { ...payee, identity: { ...known, ...(personKey === null ? {} : { personKey }) } };
}
