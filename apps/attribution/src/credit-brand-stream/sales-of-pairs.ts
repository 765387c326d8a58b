import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { fen } from '@chuanliu/money/fen';
import type { BringingSale } from '../domain/membership';
import { appendTo } from '../storage/append-to';
import { compare, saleId, type LineAtWork, type LineId } from '../storage/line';
import { readInParts } from '../storage/read-in-parts';
import { refundsOfLine } from '../storage/refund-row';
import { orderName, refundsOf } from '../storage/stored-lines';
import { bringingSaleOf, pairName, pairOf, type RiverPair } from './river-pair';

interface PairRow {
  order_id: string;
  channel_id: string;
  line_no: number;
  brand_id: string;
  buyer_key: string;
}

interface BringingRow extends PairRow {
  river_promoter_id: string;
  paid_at: string;
  paid_fen: number;
  subsidy_fen: number;
}

/** A window is never longer than the policy lets it be, in days. */
const LONGEST_WINDOW_DAYS = 365;

/** The sales that may have brought the buyers of these self-broadcast lines, by pair: stored ones, and those at work as they are now. */
export async function bringingSales(
  tx: Tx,
  returning: readonly LineAtWork[],
  atWork: readonly LineAtWork[],
): Promise<Map<string, BringingSale[]>> {
  const sales = new Map<string, BringingSale[]>();
  if (returning.length === 0) return sales;
  for (const { line } of atWork) {
    const pair = pairOf(line, 'distribution');
    if (pair) appendTo(sales, pairName(pair), bringingSaleOf(line));
  }
  const worked = new Set(atWork.map(({ line }) => saleId(line.facts)));
  const rows = (await storedBringingRows(tx, returning)).filter(row => !worked.has(saleId(idOf(row))));
  const refunds = await refundsOf(tx, rows);
  for (const row of rows) {
    appendTo(sales, pairName(pairIn(row)), {
      promoterId: row.river_promoter_id,
      paidAt: fromColumn(row.paid_at),
      paidFen: fen(row.paid_fen),
      platformSubsidyFen: fen(row.subsidy_fen),
      refunds: refundsOfLine(refunds.get(orderName(row.channel_id, row.order_id)), row.line_no),
      ...idOf(row),
    });
  }
  return sales;
}

async function storedBringingRows(tx: Tx, returning: readonly LineAtWork[]): Promise<BringingRow[]> {
  const orderedAts = returning.map(({ line }) => line.facts.orderedAt).sort(compare);
  const rows = await readInParts<BringingRow>(
    tx,
    `SELECT order_id, channel_id, line_no, brand_id, buyer_key, river_promoter_id, paid_at, paid_fen, subsidy_fen
     FROM line
     WHERE buyer_key IN (?) AND outcome = 'distribution' AND present = 1 AND paid_at >= ? AND paid_at < ?`,
    [...new Set(returning.map(({ line }) => line.facts.buyerKey))],
    toColumn(plusDays(orderedAts[0]!, -LONGEST_WINDOW_DAYS)),
    toColumn(orderedAts.at(-1)!),
  );
  const pairs = new Set(returning.map(({ line }) => pairName(pairOf(line, 'self-broadcast')!)));
  return rows.filter(row => pairs.has(pairName(pairIn(row))));
}

/**
 * The stored self-broadcast lines whose membership may change, since sales of their pairs did.
 * @param since by pair, when the earliest changed sale was paid: it says nothing of orders made before
 */
export async function linesReturningAfter(
  tx: Tx,
  pairs: readonly RiverPair[],
  since: ReadonlyMap<string, UtcInstant>,
): Promise<LineId[]> {
  if (pairs.length === 0) return [];
  const rows = await readInParts<PairRow & { ordered_at: string }>(
    tx,
    `SELECT order_id, channel_id, line_no, brand_id, buyer_key, ordered_at FROM line
     WHERE buyer_key IN (?) AND outcome = 'self-broadcast' AND present = 1 AND ordered_at > ?`,
    [...new Set(pairs.map(pair => pair.buyerKey))],
    toColumn([...since.values()].sort(compare)[0]!),
  );
  return rows.filter(row => (since.get(pairName(pairIn(row))) ?? '~') < fromColumn(row.ordered_at)).map(idOf);
}

const idOf = (row: PairRow): LineId => ({ orderId: row.order_id, channelId: row.channel_id, lineNo: row.line_no });

const pairIn = (row: PairRow): RiverPair => ({ brandId: row.brand_id, buyerKey: row.buyer_key });
