import type { UtcInstant } from '@chuanliu/contracts/instants';
import { valueInForce } from '@chuanliu/dated-facts/versions';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { Party } from '../domain/party';
import type { Read } from './read';

type LegalKind = 'person' | 'company';

interface KindVersion {
  party: Party;
  effectiveFrom: UtcInstant;
  kind: LegalKind;
  /** Of two about one instant the greater one is in force. */
  revision: number;
}

export async function saveLegalKinds(tx: Tx, versions: readonly KindVersion[]): Promise<void> {
  const rows = [...versions]
    .sort((a, b) => a.revision - b.revision)
    .map(({ party, effectiveFrom, kind, revision }) => [party.kind, party.id, toColumn(effectiveFrom), kind, revision]);
  await insertRows(tx, 'legal_kind', ['party_kind', 'party_id', 'effective_from', 'kind', 'revision'], rows, {
    onDuplicate: `kind = IF(VALUES(revision) > revision, VALUES(kind), kind), revision = GREATEST(revision, VALUES(revision))`,
  });
}

/** Whether the party is a person at the instant, or is one first if its facts begin later; null while nobody has said. */
export async function isPersonAt(read: Read, party: Party, at: UtcInstant): Promise<boolean | null> {
  // A brand and an agency are businesses.
  if (party.kind === 'brand' || party.kind === 'agency') return false;
  const rows = await read<{ effective_from: string; kind: LegalKind }>(
    'SELECT effective_from, kind FROM legal_kind WHERE party_kind = ? AND party_id = ? ORDER BY effective_from',
    [party.kind, party.id],
  );
  if (rows.length === 0) return null;
  const versions = rows.map(row => ({ effectiveFrom: fromColumn(row.effective_from), kind: row.kind }));
  return valueInForce(versions, 'kind', at, versions[0]!.kind) === 'person';
}
