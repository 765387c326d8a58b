import type { UtcInstant } from '@chuanliu/contracts/instants';
import { valueInForce } from '@chuanliu/dated-facts/versions';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { Creditor } from '../domain/accounts';
import { nameOf, type Party } from '../domain/party';
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

/**
 * Whether each of the parties, by name, is a person at the instant, or is one first if its facts begin later; null while
 * nobody has said. A brand and an agency are businesses.
 */
export async function personsAt(
  read: Read,
  parties: readonly Party[],
  at: UtcInstant,
): Promise<Map<string, boolean | null>> {
  const isPerson = new Map<string, boolean | null>(
    parties.map(party => [nameOf(party), isBusiness(party) ? false : null]),
  );
  const asked = parties.filter(party => !isBusiness(party));
  if (asked.length === 0) return isPerson;
  const rows = await read<{ party_kind: Creditor; party_id: string; effective_from: string; kind: LegalKind }>(
    `SELECT party_kind, party_id, effective_from, kind FROM legal_kind WHERE (party_kind, party_id) IN (?)
     ORDER BY party_kind, party_id, effective_from`,
    [asked.map(({ kind, id }) => [kind, id])],
  );
  const versions = new Map<string, Array<{ effectiveFrom: UtcInstant; kind: LegalKind }>>();
  for (const { party_kind, party_id, effective_from, kind } of rows) {
    const name = nameOf({ kind: party_kind, id: party_id });
    const known = versions.get(name) ?? [];
    versions.set(name, [...known, { effectiveFrom: fromColumn(effective_from), kind }]);
  }
  for (const [name, known] of versions)
    isPerson.set(name, valueInForce(known, 'kind', at, known[0]!.kind) === 'person');
  return isPerson;
}

const isBusiness = ({ kind }: Party): boolean => kind === 'brand' || kind === 'agency';
