import { createHash } from 'node:crypto';
import type { DataOf } from '@chuanliu/contracts/define-event';
import type { touchTakenIn } from '@chuanliu/contracts/gateway/touch-taken-in.v1';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { insertRows } from '@chuanliu/database/insert-rows';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import type { Sale } from '../domain/sale';
import type { Touch } from '../domain/touch';
import { appendTo } from './append-to';
import { compare } from './line';
import { readInParts } from './read-in-parts';
import { saveContents, type ContentRow } from './touch-contents';

export type TakenInTouch = DataOf<typeof touchTakenIn>;

const COLUMNS = [
  'buyer_key',
  'product_id',
  'occurred_at',
  'touch_key',
  'content_hash',
  'channel_id',
  'touch_id',
  'kind',
  'surface',
  'account_id',
  'promotion_code',
  'superseded',
];

interface TouchRow {
  buyer_key: Buffer;
  product_id: string;
  occurred_at: string;
  channel_id: string;
  touch_id: string;
  kind: Touch['kind'];
  surface: string;
  account_id: string | null;
  promotion_code: string | null;
}

/** Finds all contents that go by one channel's touchId. */
export const touchKey = ({ channelId, touchId }: { channelId: string; touchId: string }): Buffer =>
  createHash('sha256').update(`${channelId}/${touchId}`).digest().subarray(0, 16);

/** Stores touches; one that is there already stays as it is. */
export async function saveTouches(tx: Tx, touches: readonly TakenInTouch[]): Promise<void> {
  const rows: unknown[][] = [];
  const contents: ContentRow[] = [];
  const sorted = [...touches].sort((a, b) => compare(a.buyerKey, b.buyerKey) || compare(a.productId, b.productId));
  for (const touch of sorted) {
    const buyerKey = Buffer.from(touch.buyerKey, 'hex');
    const occurredAt = toColumn(touch.occurredAt);
    const key = touchKey(touch);
    const hash = Buffer.from(touch.hash, 'hex').subarray(0, 16);
    const { productId, channelId, touchId, kind, surface, accountId, promotionCode } = touch;
    const what = [channelId, touchId, kind, surface, accountId, promotionCode];
    rows.push([buyerKey, productId, occurredAt, key, hash, ...what, 0]);
    contents.push([key, hash, buyerKey, productId, occurredAt]);
  }
  await insertRows(tx, 'touch', COLUMNS, rows, { ignore: true });
  await saveContents(tx, contents);
}

/** A buyer and a product: what a touch and a sale may have in common. */
export const buyerAndProduct = (buyerKey: string, productId: string): string => `${buyerKey}/${productId}`;

/**
 * Clicks and carts of the buyers of these sales, by `buyer/product`, in one statement for up to 500 pairs.
 * @param since the earliest that may count for any of the sales
 */
export async function touchesOf(
  tx: Tx,
  sales: readonly Sale[],
  since: UtcInstant,
): Promise<ReadonlyMap<string, Touch[]>> {
  const pairs = new Map<string, [Buffer, string]>();
  let until = since;
  for (const { buyerKey, productId, orderedAt } of sales) {
    if (buyerKey === null) continue;
    pairs.set(buyerAndProduct(buyerKey, productId), [Buffer.from(buyerKey, 'hex'), productId]);
    if (orderedAt > until) until = orderedAt;
  }
  const rows = await readInParts<TouchRow>(
    tx,
    `SELECT buyer_key, product_id, occurred_at, channel_id, touch_id, kind, surface, account_id, promotion_code
     FROM touch WHERE (buyer_key, product_id) IN (?) AND occurred_at >= ? AND occurred_at < ?
       AND superseded = 0 AND kind <> 'view'`,
    [...pairs.values()],
    toColumn(since),
    toColumn(until),
  );
  const touches = new Map<string, Touch[]>();
  for (const row of rows) {
    appendTo(touches, buyerAndProduct(row.buyer_key.toString('hex'), row.product_id), {
      channelId: row.channel_id,
      touchId: row.touch_id,
      occurredAt: fromColumn(row.occurred_at),
      kind: row.kind,
      surface: row.surface,
      accountId: row.account_id,
      promotionCode: row.promotion_code,
    });
  }
  return touches;
}

/** Touches before this instant are no longer kept; null: none was dropped yet. */
export async function touchesGoneBefore(tx: Pick<Tx, 'query'>): Promise<UtcInstant | null> {
  const [row] = await tx.query<{ gone_before: string }>('SELECT gone_before FROM touch_horizon');
  return row ? fromColumn(row.gone_before) : null;
}
