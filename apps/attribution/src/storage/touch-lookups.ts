import type { UtcInstant } from '@chuanliu/contracts/instants';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { byKey, compare, type Line, type LineAtWork } from './line';

const COLUMNS = ['kind', 'name', 'order_id', 'channel_id', 'line_no', 'product_id', 'ordered_at', 'touched_since'];

/**
 * Remembers which codes and accounts the touches of these lines name, so that a pick, an owner or a suspension that is
 * learned later finds the lines. What a line no longer looks up stays: deciding it once too often changes nothing.
 */
export async function rememberLookups(tx: Tx, lines: readonly LineAtWork[]): Promise<void> {
  const rows = lines
    .filter(({ stored, line }) => line.touches?.length && (!stored || lookups(stored.line) !== lookups(line)))
    .sort((a, b) => byKey(a.line.facts, b.line.facts))
    .flatMap(({ line }) => rowsOf(line))
    .sort((a, b) => compare(a[0] as string, b[0] as string) || compare(a[1] as string, b[1] as string));
  if (rows.length === 0) return;
  await insertRows(tx, 'touch_lookup', COLUMNS, rows, { onDuplicate: takeNew(...COLUMNS.slice(5)) });
}

const lookups = ({ facts, touches }: Line): string => JSON.stringify([facts.productId, facts.orderedAt, touches]);

function rowsOf({ facts, touches }: Line): unknown[][] {
  const since = new Map<string, [kind: string, name: string, touchedSince: UtcInstant]>();
  for (const { promotionCode, accountId, occurredAt } of touches ?? []) {
    // Newest first: the last one of a name is its earliest.
    if (promotionCode !== null) since.set(`code/${promotionCode}`, ['code', promotionCode, occurredAt]);
    if (accountId !== null) since.set(`account/${accountId}`, ['account', accountId, occurredAt]);
  }
  return [...since.values()].map(([kind, name, touchedSince]) => [
    kind,
    name,
    facts.orderId,
    facts.channelId,
    facts.lineNo,
    facts.productId,
    toColumn(facts.orderedAt),
    toColumn(touchedSince),
  ]);
}
