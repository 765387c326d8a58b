import type { PartyKind } from '@chuanliu/auth/caller';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { Read } from './known-rates';

/** Notes that these parties exist. */
export async function saveParties(tx: Tx, parties: ReadonlyArray<readonly [PartyKind, string]>): Promise<void> {
  await insertRows(tx, 'party', ['party_kind', 'party_id'], parties, { ignore: true });
}

/** Whether anybody ever told of this party, be it only a sale that names it. */
export async function isKnownParty(read: Read, kind: PartyKind, id: string): Promise<boolean> {
  const rows = await read(
    `SELECT 1 FROM party WHERE party_kind = ? AND party_id = ?
     UNION ALL (SELECT 1 FROM party_sale WHERE party_kind = ? AND party_id = ? LIMIT 1)`,
    [kind, id, kind, id],
  );
  return rows.length > 0;
}
