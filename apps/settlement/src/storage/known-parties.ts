import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { accounts } from '../domain/accounts';
import type { Party } from '../domain/party';
import type { Read } from './read';

/** Notes that these parties exist. */
export async function saveKnownParties(tx: Tx, parties: readonly Party[]): Promise<void> {
  const rows = parties.map(({ kind, id }) => [kind, id]);
  await insertRows(tx, 'known_party', ['party_kind', 'party_id'], rows, { ignore: true });
}

/** Whether anybody ever told of this party, be it only a sale that names it. */
export async function isKnownParty(read: Read, { kind, id }: Party): Promise<boolean> {
  const rows = await read(
    `SELECT 1 AS known FROM known_party WHERE party_kind = ? AND party_id = ?
     UNION ALL (SELECT 1 FROM account WHERE name IN (?) LIMIT 1)
     UNION ALL (SELECT 1 FROM brand_fact WHERE ? = 'brand' AND brand_id = ? LIMIT 1)`,
    [kind, id, [accounts.pending(kind, id), accounts.available(kind, id)], kind, id],
  );
  return rows.length > 0;
}
