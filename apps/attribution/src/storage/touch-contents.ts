import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Database } from '@chuanliu/database/database';
import { insertRows } from '@chuanliu/database/insert-rows';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import type { ContestedTouch } from './contested-touches';
import { readInParts } from './read-in-parts';

const COLUMNS = ['touch_key', 'content_hash', 'buyer_key', 'product_id', 'occurred_at'];
const ROWS_A_STEP = 10_000;

/** As its columns stand. */
export type ContentRow = [key: Buffer, hash: Buffer, buyerKey: Buffer, productId: string, occurredAt: string];

/** One of several contents that go by one touchId. */
export interface Content extends Omit<ContestedTouch, 'channel_id' | 'touch_id'> {
  buyer_key: Buffer;
  product_id: string;
  /** null: the touch itself is no longer kept. */
  channel_id: string | null;
  touch_id: string | null;
}

/** Notes which contents go by which touchId; those that are there stay as they are. */
export async function saveContents(tx: Tx, contents: readonly ContentRow[]): Promise<void> {
  const rows = [...contents].sort((a, b) => Buffer.compare(a[0], b[0]) || Buffer.compare(a[1], b[1]));
  await insertRows(tx, 'touch_content', COLUMNS, rows, { ignore: true });
}

/** The contents of those of these touchIds that have several. @param touchKeys in byte order */
export async function severalContents(tx: Tx, touchKeys: readonly Buffer[]): Promise<Content[]> {
  const contested = await readInParts<{ touch_key: Buffer }>(
    tx,
    'SELECT touch_key FROM touch_content WHERE touch_key IN (?) GROUP BY touch_key HAVING COUNT(*) > 1',
    touchKeys,
  );
  return readInParts<Content>(
    tx,
    `SELECT c.touch_key, c.content_hash, c.buyer_key, c.product_id, c.occurred_at, t.channel_id, t.touch_id
     FROM touch_content c LEFT JOIN touch t ON t.buyer_key = c.buyer_key AND t.product_id = c.product_id
       AND t.occurred_at = c.occurred_at AND t.touch_key = c.touch_key AND t.content_hash = c.content_hash
     WHERE c.touch_key IN (?)`,
    contested.map(row => row.touch_key),
  );
}

/** Forgets contents dated before an instant, some at a time along the key, so that nobody waits for it. */
export async function forgetContents(database: Database, before: UtcInstant): Promise<void> {
  for (let after: Buffer | null = Buffer.alloc(0); after !== null;) {
    const [last]: Array<{ touch_key: Buffer }> = await database.read(
      'SELECT touch_key FROM touch_content WHERE touch_key > ? ORDER BY touch_key LIMIT 1 OFFSET ?',
      [after, ROWS_A_STEP],
    );
    await database.write(
      `DELETE FROM touch_content WHERE touch_key > ? ${last ? 'AND touch_key <= ?' : ''} AND occurred_at < ?`,
      [after, ...(last ? [last.touch_key] : []), toColumn(before)],
    );
    after = last?.touch_key ?? null;
  }
}
