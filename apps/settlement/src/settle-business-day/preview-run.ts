import { Injectable } from '@nestjs/common';
import type { BusinessDate } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { readPositions } from '@chuanliu/messaging/between-slices';
import { accounts, asAvailable, partyOfAvailable } from '../domain/accounts';
import { newcomerRebate } from '../domain/newcomer-rebate';
import { statementSums, type MovementSums } from '../domain/statement';
import { inLists } from '../storage/order-id';
import { CONSUMER, saveCut } from '../storage/run-cuts';
import { lockRun, readRun } from '../storage/settlement-runs';
import { IS_TO_SETTLE, SHARES_TO_SETTLE } from '../storage/shares-to-settle';
import { addPreviews, lastClosings, movementSums, namesOfAccounts, type NewStatement } from '../storage/statements';
import { newcomersAtCut } from './newcomers-at-cut';

type Reads = Pick<Tx, 'query'>;
type Preview = Omit<NewStatement, 'accountId' | 'pendingAccountId'>;

/** Works out what a run would settle, on the books as they were at one instant, and posts nothing. */
@Injectable()
export class PreviewRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async step(runId: string): Promise<void> {
    const { businessDate } = (await readRun({ query: (...asked) => this.database.read(...asked) }, runId))!;
    const { cut, sum, statements } = await this.database.snapshot(async reads => ({
      cut: await readPositions(reads, CONSUMER),
      sum: await settledSum(reads, businessDate),
      statements: await previewsOf(reads, businessDate),
    }));
    await this.database.transaction(async tx => {
      const run = await lockRun(tx, runId);
      if (run?.phase !== 'previewing') return;
      await addPreviews(tx, runId, statements);
      await saveCut(tx, runId, cut);
      const doneAt = toColumn(this.clock.now());
      await tx.execute(
        `UPDATE settlement_run SET phase = 'done', statement_count = ?, line_count = ?, settled_fen = ?, done_at = ?,
           updated_at = ? WHERE run_id = ?`,
        [statements.length, sum.line_count, sum.settled_fen, doneAt, doneAt, runId],
      );
    });
  }
}

async function settledSum(
  reads: Reads,
  businessDate: BusinessDate,
): Promise<{ line_count: number; settled_fen: number }> {
  const [row] = await reads.query<{ line_count: number; settled_fen: number }>(
    `SELECT COUNT(*) AS line_count, CAST(COALESCE(SUM(l.base_fen), 0) AS SIGNED) AS settled_fen
     FROM order_life o JOIN ledger_line l ON l.order_id = o.order_id AND l.channel_id = o.channel_id
     WHERE o.is_open = 1 AND o.due_on <= ? AND ${IS_TO_SETTLE}`,
    [businessDate],
  );
  return row!;
}

async function previewsOf(reads: Reads, businessDate: BusinessDate): Promise<Preview[]> {
  const lines = await reads.query<{ name: string; fen: number; line_count: number }>(
    `SELECT a.name, s.fen, s.line_count FROM (
       SELECT account_id, CAST(SUM(fen) AS SIGNED) AS fen, CAST(SUM(line_no > 0) AS SIGNED) AS line_count FROM (
         SELECT e.account_id, IF(e.share = 'freight', 0, p.line_no) AS line_no, -SUM(e.amount_fen) AS fen
         FROM ${SHARES_TO_SETTLE} AND o.is_open = 1 AND o.due_on <= ?
         GROUP BY e.account_id, p.order_id, p.channel_id, IF(e.share = 'freight', 0, p.line_no), e.share
         HAVING SUM(e.amount_fen) <> 0
       ) AS line GROUP BY account_id
     ) AS s JOIN account a ON a.account_id = s.account_id`,
    [businessDate],
  );
  const settled = new Map(lines.map(row => [asAvailable(row.name), row]));
  const movements = await movementsByName(reads);
  for (const [brandId, rebateFen] of await rebatesOf(reads, businessDate)) {
    const name = accounts.available('brand', brandId);
    const sums = movements.get(name) ?? {};
    movements.set(name, { ...sums, rebate: (sums.rebate ?? 0) + rebateFen });
  }
  const names = [...new Set([...settled.keys(), ...movements.keys()])].sort();
  const openings = await openingsOf(reads, names);
  return names.map(name => {
    const { fen: linesFen = 0, line_count: lineCount = 0 } = settled.get(name) ?? {};
    const party = partyOfAvailable(name)!;
    return { party, lineCount, ...statementSums(openings.get(name) ?? 0, linesFen, movements.get(name) ?? {}) };
  });
}

async function movementsByName(reads: Reads): Promise<Map<string, MovementSums>> {
  const sums = await movementSums(reads, '');
  const names = await namesOfAccounts(reads, [...sums.keys()]);
  return new Map([...sums].map(([id, ofAccount]) => [names.get(id)!, ofAccount]));
}

async function openingsOf(reads: Reads, names: readonly string[]): Promise<Map<string, number>> {
  const openings = new Map<string, number>();
  for (const some of inLists(names)) {
    const rows = await reads.query<{ account_id: number; name: string }>(
      'SELECT account_id, name FROM account WHERE name IN (?)',
      [some],
    );
    const closings = await lastClosings(
      reads,
      rows.map(row => row.account_id),
    );
    for (const row of rows) openings.set(row.name, closings.get(row.account_id) ?? 0);
  }
  return openings;
}

/** What each newcomer would be given back, by brand. */
async function rebatesOf(reads: Reads, businessDate: BusinessDate): Promise<Map<string, number>> {
  const rebates = new Map<string, number>();
  for (const { brandId, quotaLeftFen } of await newcomersAtCut(reads, businessDate)) {
    const rows = await reads.query<{ base_fen: number; tech_fee_bps: number }>(
      `SELECT l.base_fen, l.tech_fee_bps
       FROM order_life o JOIN ledger_line l ON l.order_id = o.order_id AND l.channel_id = o.channel_id
       WHERE o.brand_id = ? AND l.brand_id = ? AND o.is_open = 1 AND o.due_on <= ? AND ${IS_TO_SETTLE}
       ORDER BY o.received_at, l.order_id, l.line_no, l.channel_id`,
      [brandId, brandId, businessDate],
    );
    let left = quotaLeftFen;
    let sum = 0;
    for (const { base_fen, tech_fee_bps } of rows) {
      const portionFen = Math.min(base_fen, left);
      left -= portionFen;
      sum += newcomerRebate(portionFen, base_fen, tech_fee_bps);
    }
    if (sum > 0) rebates.set(brandId, sum);
  }
  return rebates;
}
