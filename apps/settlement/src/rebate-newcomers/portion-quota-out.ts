import { endOfBusinessDay } from '@chuanliu/contracts/instants';
import { fromColumn } from '@chuanliu/database/instant';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { newcomerRebate } from '../domain/newcomer-rebate';
import type { RunUnderWay } from '../settle-business-day/settle-orders';
import type { PostingToBook } from '../storage/record-postings';
import type { ChangedLine } from './follow-refunds';
import { postingOfRebate } from './posting-of-rebate';

interface SettledRow {
  order_id: string;
  channel_id: string;
  line_no: number;
  brand_id: string;
  received_at: string;
  settled_base_fen: number;
  tech_fee_bps: number;
}

const COLUMNS = ['order_id', 'channel_id', 'line_no', 'run_id', 'brand_id', 'received_at', 'settled_base_fen'];
const A_PAGE = 2_000;

/**
 * Portions newcomers' quotas out over the lines that a run settled, brand by brand, in the order of (receivedAt, orderId,
 * lineNo). The lines stay locked until the transaction ends, so that a refund meanwhile waits and then finds its portion.
 * @returns the rebates to be booked
 */
export async function portionQuotaOut(tx: Tx, { runId, businessDate }: RunUnderWay): Promise<PostingToBook[]> {
  const left = await quotasOf(tx, runId);
  const used = new Map<string, number>();
  const rebates: PostingToBook[] = [];
  const occurredAt = endOfBusinessDay(businessDate);
  let page = left.size === 0 ? [] : await pageAfter(tx, runId, undefined);
  while (page.length > 0) {
    const portions: unknown[][] = [];
    for (const row of page) {
      const { order_id: orderId, channel_id: channelId, line_no: lineNo, brand_id: brandId } = row;
      const portionFen = Math.min(row.settled_base_fen, left.get(brandId)!);
      left.set(brandId, left.get(brandId)! - portionFen);
      used.set(brandId, (used.get(brandId) ?? 0) + portionFen);
      const key = [orderId, channelId, lineNo, runId, brandId, row.received_at, row.settled_base_fen];
      portions.push([...key, row.tech_fee_bps, portionFen]);
      const rebateFen = newcomerRebate(portionFen, row.settled_base_fen, row.tech_fee_bps);
      if (rebateFen > 0) {
        const posting = postingOfRebate(brandId, rebateFen, occurredAt);
        rebates.push({ line: { channelId, orderId, lineNo }, posting, reference: runId, bookedOn: businessDate });
      }
    }
    await insertRows(tx, 'newcomer_rebate', [...COLUMNS, 'tech_fee_bps', 'rebated_base_fen'], portions, {
      onDuplicate: takeNew('rebated_base_fen'),
    });
    page = page.length < A_PAGE ? [] : await pageAfter(tx, runId, page.at(-1));
  }
  await insertRows(
    tx,
    'newcomer_quota',
    ['brand_id', 'used_fen'],
    [...used].sort(([a], [b]) => (a < b ? -1 : 1)),
    { onDuplicate: 'used_fen = used_fen + VALUES(used_fen)' },
  );
  return rebates;
}

async function quotasOf(tx: Tx, runId: string): Promise<Map<string, number>> {
  const rows = await tx.query<{ brand_id: string; quota_left_fen: number }>(
    'SELECT brand_id, quota_left_fen FROM run_newcomer WHERE run_id = ?',
    [runId],
  );
  return new Map(rows.map(row => [row.brand_id, row.quota_left_fen]));
}

async function pageAfter(tx: Tx, runId: string, last: SettledRow | undefined): Promise<SettledRow[]> {
  const behind = last
    ? `AND brand_id >= ? AND (brand_id > ? OR received_at > ? OR (received_at = ? AND (order_id > ? OR
         (order_id = ? AND (line_no > ? OR (line_no = ? AND channel_id > ?))))))`
    : '';
  const place = last
    ? [last.brand_id, last.brand_id, last.received_at, last.received_at, last.order_id, last.order_id]
    : [];
  const line = last ? [last.line_no, last.line_no, last.channel_id] : [];
  return tx.query<SettledRow>(
    `SELECT order_id, channel_id, line_no, brand_id, received_at, settled_base_fen, tech_fee_bps FROM newcomer_rebate
     WHERE run_id = ? ${behind} ORDER BY run_id, brand_id, received_at, order_id, line_no, channel_id LIMIT ${A_PAGE}
     FOR UPDATE`,
    [runId, ...place, ...line],
  );
}

/** Newcomers' lines of a run that are worth something else by now than when they were settled. */
export async function changedSinceSettled(tx: Tx, runId: string): Promise<ChangedLine[]> {
  const rows = await tx.query<{
    order_id: string;
    channel_id: string;
    line_no: number;
    base_fen: number;
    occurred_at: string;
  }>(
    `SELECT l.order_id, l.channel_id, l.line_no, l.base_fen, MAX(p.occurred_at) AS occurred_at
     FROM newcomer_rebate r
     JOIN ledger_line l ON l.order_id = r.order_id AND l.channel_id = r.channel_id AND l.line_no = r.line_no
     JOIN posting p ON p.order_id = l.order_id AND p.channel_id = l.channel_id AND p.line_no = l.line_no
     WHERE r.run_id = ? AND l.base_fen <> r.settled_base_fen AND p.cause IN ('paid', 'refund')
     GROUP BY l.order_id, l.channel_id, l.line_no, l.base_fen`,
    [runId],
  );
  return rows.map(row => ({
    orderId: row.order_id,
    channelId: row.channel_id,
    lineNo: row.line_no,
    baseFen: row.base_fen,
    occurredAt: fromColumn(row.occurred_at),
  }));
}
