import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { BringingSale } from '../domain/membership';
import { compare, type Line } from '../storage/line';

/** A brand and a buyer: all that the river says of one sale depends on the other sales of its pair. */
export interface RiverPair {
  brandId: string;
  buyerKey: string;
}

export const pairName = ({ brandId, buyerKey }: RiverPair): string => `${brandId}/${buyerKey}`;

/** The pair of a line whose outcome takes part in the river; null for other outcomes, absent lines and anonymous buyers. */
export function pairOf(line: Line, outcome: 'distribution' | 'self-broadcast'): RiverPair | null {
  const { present, brandId, buyerKey } = line.facts;
  if (!present || buyerKey === null || line.decision.outcome !== outcome) return null;
  return { brandId, buyerKey };
}

/** The line as a sale that brings its buyer into the audience. Its outcome must be distribution. */
export const bringingSaleOf = ({ facts, decision, refunds }: Line): BringingSale => ({
  channelId: facts.channelId,
  orderId: facts.orderId,
  lineNo: facts.lineNo,
  promoterId: decision.promoterId!,
  paidAt: facts.paidAt,
  paidFen: facts.paidFen,
  platformSubsidyFen: facts.platformSubsidyFen,
  refunds,
});

/**
 * Makes transactions that touch the same pair derive it one after the other: the later one waits here and then reads
 * what the earlier one committed. Always taken after the rows of the lines, and in one order.
 */
export async function lockPairs(tx: Tx, pairs: readonly RiverPair[]): Promise<void> {
  if (pairs.length === 0) return;
  const unique = new Map(pairs.map(pair => [pairName(pair), pair]));
  const rows = [...unique.values()]
    .sort((a, b) => compare(a.brandId, b.brandId) || compare(a.buyerKey, b.buyerKey))
    .map(pair => [pair.brandId, pair.buyerKey]);
  // IGNORE would share the lock on a known row; an update that changes nothing takes it alone.
  await insertRows(tx, 'river_pair', ['brand_id', 'buyer_key'], rows, { onDuplicate: 'brand_id = VALUES(brand_id)' });
}
