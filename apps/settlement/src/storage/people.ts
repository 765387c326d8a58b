import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { Creditor } from '../domain/accounts';
import { nameOf, type Party } from '../domain/party';
import type { Identity, Payee } from './payees';

/** Somebody who is taxed: by whatever parties they are paid. */
export interface Person {
  /** The key that partners gives to all parties of a person; the party's name while nobody has said who it is. */
  id: string;
  /**
   * What the person's payouts may have been taxed as: the id; and the names of the person's parties, for what they were
   * sent before anybody had said who they are. What was taxed as somebody else stays theirs.
   */
  taxedAs: readonly string[];
}

/** Who the parties are, by their names, as it is known now. */
export async function peopleOf(
  tx: Tx,
  parties: readonly Party[],
  payees: ReadonlyMap<string, Payee>,
): Promise<Map<string, Person>> {
  const keyOf = (party: Party) => payees.get(nameOf(party))?.identity?.personKey ?? null;
  const namesOf = await partiesByPerson(tx, [...new Set(parties.flatMap(party => keyOf(party) ?? []))]);
  return new Map(
    parties.map(party => {
      const [name, key] = [nameOf(party), keyOf(party)];
      return [name, key === null ? { id: name, taxedAs: [name] } : { id: key, taxedAs: [key, ...namesOf.get(key)!] }];
    }),
  );
}

async function partiesByPerson(tx: Tx, keys: readonly string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>(keys.map(key => [key, []]));
  if (keys.length === 0) return names;
  const rows = await tx.query<{ person_key: string; party_kind: Creditor; party_id: string }>(
    'SELECT person_key, party_kind, party_id FROM payee WHERE person_key IN (?)',
    [keys],
  );
  for (const { person_key, party_kind, party_id } of rows)
    names.get(person_key)!.push(nameOf({ kind: party_kind, id: party_id }));
  return names;
}

/** Notes who they were whose income was taxed; whoever is known already stays as first noted. */
export async function noteTaxedPeople(
  tx: Tx,
  people: ReadonlyArray<{ party: Party; identity: Identity | null }>,
): Promise<void> {
  const rows = people.flatMap(({ party, identity }) => {
    if (!identity?.personKey) return [];
    return [[identity.personKey, party.kind, party.id, identity.idType, identity.sealedNumber, identity.numberEnding]];
  });
  if (rows.length === 0) return;
  rows.sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  const columns = ['person_key', 'party_kind', 'party_id', 'id_type', 'sealed_id_number', 'id_number_ending'];
  await insertRows(tx, 'taxed_person', columns, rows, { onDuplicate: 'person_key = VALUES(person_key)' });
}
