import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Database } from '@chuanliu/database/database';
import { insertRows } from '@chuanliu/database/insert-rows';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';

const KIND = 'attribution/conflicting-content';

/** What was accepted and needs a person, as the gateway lists it. */
export interface ListedException {
  id: string;
  kind: string;
  channelId: string;
  orderId: null;
  lineNo: null;
  detail: string;
  occurredAt: UtcInstant;
  state: 'open';
  updatedAt: UtcInstant;
}

export interface ContestedTouch {
  touch_key: Buffer;
  content_hash: Buffer;
  channel_id: string;
  touch_id: string;
  /** As its column reads. */
  occurred_at: string;
}

/** Notes contents that a smaller one of their touchId put out of force; those noted before stay as they are. */
export async function noteContested(tx: Tx, touches: readonly ContestedTouch[]): Promise<void> {
  const now = toColumn(new Date().toISOString());
  const rows = touches.map(({ touch_key, content_hash, channel_id, touch_id, occurred_at }) => [
    `touch-${touch_key.toString('hex')}-${content_hash.toString('hex', 0, 8)}`,
    channel_id,
    touch_id,
    occurred_at,
    now,
  ]);
  const columns = ['id', 'channel_id', 'touch_id', 'occurred_at', 'noted_at'];
  await insertRows(tx, 'contested_touch', columns, rows, { ignore: true });
}

/** By (occurredAt, id), those after `after`. */
export async function contestedTouches(
  database: Database,
  { kind = KIND, orderId }: { kind?: string; orderId?: string },
  after: { occurredAt: UtcInstant; id: string } | null,
  limit: number,
): Promise<ListedException[]> {
  if (kind !== KIND || orderId !== undefined) return [];
  const at = after && toColumn(after.occurredAt);
  const rows = await database.read<{
    id: string;
    channel_id: string;
    touch_id: string;
    occurred_at: string;
    noted_at: string;
  }>(
    `SELECT id, channel_id, touch_id, occurred_at, noted_at FROM contested_touch
     ${after ? 'WHERE occurred_at >= ? AND (occurred_at > ? OR id > ?)' : ''} ORDER BY occurred_at, id LIMIT ?`,
    after ? [at, at, after.id, limit] : [limit],
  );
  return rows.map(row => ({
    id: row.id,
    kind: KIND,
    channelId: row.channel_id,
    orderId: null,
    lineNo: null,
    detail: `Touch ${row.touch_id} came with different contents; this one is not in force`,
    occurredAt: fromColumn(row.occurred_at),
    state: 'open',
    updatedAt: fromColumn(row.noted_at),
  }));
}
