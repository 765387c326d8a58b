import type { Tx } from '@chuanliu/database/tx';
import { lineName, type LineId } from './ledger-lines';
import { inLists } from './order-id';

/** A settled line of a newcomer. */
export interface RebatedLine extends LineId {
  brandId: string;
  techFeeBps: number;
  /** null: the run that settles the line has not portioned the quota out yet. */
  rebatedBaseFen: number | null;
}

interface RebateRow {
  order_id: string;
  channel_id: string;
  line_no: number;
  brand_id: string;
  tech_fee_bps: number;
  rebated_base_fen: number | null;
}

/**
 * The newcomers' lines among these, held until the transaction ends: a refund and the run that portions the quota out never
 * miss each other.
 */
export async function lockRebatedLines(tx: Tx, lines: readonly LineId[]): Promise<RebatedLine[]> {
  const rebated: RebatedLine[] = [];
  for (const some of inLists(lines)) {
    const rows = await tx.query<RebateRow>(
      `SELECT order_id, channel_id, line_no, brand_id, tech_fee_bps, rebated_base_fen FROM newcomer_rebate
       WHERE (order_id, channel_id, line_no) IN (?) ORDER BY order_id, channel_id, line_no FOR UPDATE`,
      [some.map(line => [line.orderId, line.channelId, line.lineNo])],
    );
    rebated.push(...rows.map(lineOf));
  }
  return rebated;
}

const lineOf = (row: RebateRow): RebatedLine => ({
  orderId: row.order_id,
  channelId: row.channel_id,
  lineNo: row.line_no,
  brandId: row.brand_id,
  techFeeBps: row.tech_fee_bps,
  rebatedBaseFen: row.rebated_base_fen,
});

/** What was posted of rebates for these lines so far, by lineName: positive what the brand got. */
export async function rebatesPosted(tx: Tx, lines: readonly LineId[]): Promise<Map<string, number>> {
  const posted = new Map<string, number>();
  for (const some of inLists(lines)) {
    const rows = await tx.query<{ channel_id: string; order_id: string; line_no: number; fen: number }>(
      `SELECT p.channel_id, p.order_id, p.line_no, CAST(SUM(m.amount_fen) AS SIGNED) AS fen
       FROM posting p JOIN available_movement m ON m.posting_id = p.posting_id
       WHERE (p.order_id, p.channel_id, p.line_no) IN (?) AND p.cause = 'rebate'
       GROUP BY p.order_id, p.channel_id, p.line_no`,
      [some.map(line => [line.orderId, line.channelId, line.lineNo])],
    );
    for (const row of rows) {
      posted.set(lineName({ channelId: row.channel_id, orderId: row.order_id, lineNo: row.line_no }), row.fen);
    }
  }
  return posted;
}
