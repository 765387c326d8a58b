import { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import type { Outbox } from '@chuanliu/messaging/outbox';
import { readKnownPlans } from '../storage/known-plans';
import { announcementOf, pickOf, type PickRow } from '../storage/picks';

/** Says anew what holds for these picks. Their products' rows are held. */
export async function announcePicks(tx: Tx, outbox: Outbox, rows: readonly PickRow[], now: UtcInstant): Promise<void> {
  if (rows.length === 0) return;
  const plans = await readKnownPlans((sql, parameters) => tx.query(sql, parameters), rows.map(pickOf));
  await tx.execute('UPDATE pick SET revision = revision + 1, updated_at = ? WHERE pick_id IN (?)', [
    toColumn(now),
    rows.map(row => row.pick_id),
  ]);
  const picks = rows.map(row => ({ ...pickOf(row), revision: row.revision + 1 }));
  await outbox.add(
    tx,
    pickKnown,
    picks.map(pick => announcementOf(pick, plans)),
  );
}
