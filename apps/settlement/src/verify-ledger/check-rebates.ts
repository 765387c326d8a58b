import type { Tx } from '@chuanliu/database/tx';
import { fen } from '@chuanliu/money/fen';
import { newcomerRebate } from '../domain/newcomer-rebate';
import { inYuan, FirstDifference, many, type CheckResult } from './difference';

const LINES_A_PAGE = 1_000;

interface RebateRow {
  order_id: string;
  channel_id: string;
  line_no: number;
  tech_fee_bps: number;
  rebated_base_fen: number | null;
  /** What the line is worth now. */
  base_fen: number | null;
  posted_fen: number;
}

/** That newcomers were given what their lines, as they are worth now, come to: no more and no less, and nobody else was. */
export async function checkRebates(query: Tx['query']): Promise<CheckResult> {
  const fault = new FirstDifference();
  let lines = 0;
  let rebatedFen = 0n;
  for await (const row of rebatedLines(query)) {
    lines += 1;
    const { rebated_base_fen: quotaFen, base_fen: baseFen, tech_fee_bps: techFeeBps } = row;
    // A run that is under way has not portioned the quota out yet.
    const due = () => (quotaFen === null ? 0 : newcomerRebate(fen(quotaFen), fen(baseFen ?? 0), techFeeBps));
    const at = { table: 'newcomer_rebate', row: `line ${row.channel_id}/${row.order_id}/${row.line_no}` };
    const dueFen = fault.read(at, due);
    if (dueFen === null) continue;
    rebatedFen += BigInt(dueFen);
    fault.compare({ ...at, what: 'what was posted of it, in fen' }, dueFen, row.posted_fen);
  }
  await lookForOthers(query, fault);
  return {
    name: 'Rebates',
    looked: `${many(lines, 'line')} of newcomers, ${inYuan(rebatedFen)} given back, each as it is posted`,
    difference: fault.found,
  };
}

async function* rebatedLines(query: Tx['query']): AsyncGenerator<RebateRow> {
  for (let last = { order_id: '', channel_id: '', line_no: 0 }; ;) {
    const { order_id: order, channel_id: channel, line_no: lineNo } = last;
    const rows = await query<RebateRow>(
      `SELECT r.order_id, r.channel_id, r.line_no, r.tech_fee_bps, r.rebated_base_fen, l.base_fen,
         (SELECT CAST(COALESCE(SUM(m.amount_fen), 0) AS SIGNED)
          FROM posting p JOIN available_movement m ON m.posting_id = p.posting_id
          WHERE p.order_id = r.order_id AND p.channel_id = r.channel_id AND p.line_no = r.line_no
            AND p.cause = 'rebate') AS posted_fen
       FROM newcomer_rebate r
       LEFT JOIN ledger_line l ON l.order_id = r.order_id AND l.channel_id = r.channel_id AND l.line_no = r.line_no
       WHERE r.order_id >= ? AND (r.order_id > ? OR r.channel_id > ? OR (r.channel_id = ? AND r.line_no > ?))
       ORDER BY r.order_id, r.channel_id, r.line_no LIMIT ${LINES_A_PAGE}`,
      [order, order, channel, channel, lineNo],
    );
    yield* rows;
    if (rows.length < LINES_A_PAGE) return;
    last = rows.at(-1)!;
  }
}

async function lookForOthers(query: Tx['query'], fault: FirstDifference): Promise<void> {
  const [row] = await query<{ posting_id: number }>(
    `SELECT p.posting_id FROM posting p
     LEFT JOIN newcomer_rebate r ON r.order_id = p.order_id AND r.channel_id = p.channel_id AND r.line_no = p.line_no
     WHERE p.cause = 'rebate' AND r.order_id IS NULL ORDER BY p.posting_id LIMIT 1`,
  );
  if (!row) return;
  fault.compare(
    { table: 'posting', row: `posting_id ${row.posting_id}`, what: 'its line is a newcomer’s' },
    true,
    false,
  );
}
