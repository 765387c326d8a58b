import { Injectable } from '@nestjs/common';
import { endOfBusinessDay, type BusinessDate } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { fen } from '@chuanliu/money/fen';
import { asAvailable, partyOfAvailable } from '../domain/accounts';
import { statementSums } from '../domain/statement';
import { rebatesThatFollow } from '../rebate-newcomers/follow-refunds';
import { changedSinceSettled, portionQuotaOut } from '../rebate-newcomers/portion-quota-out';
import { AccountIds } from '../storage/account-ids';
import { Books } from '../storage/books';
import { lockBooksState } from '../storage/books-state';
import { inLists } from '../storage/order-id';
import type { PostingToBook } from '../storage/record-postings';
import { lockRun } from '../storage/settlement-runs';
import {
  addStatements,
  availableInStatements,
  lastClosings,
  movementSums,
  namesOfAccounts,
  type NewStatement,
} from '../storage/statements';
import type { RunUnderWay } from './settle-orders';

/** What a run settled for one party. */
interface SettledAccount {
  pendingAccountId: number;
  pending: string;
  linesFen: number;
  /** Freight is not counted. */
  lineCount: number;
}

/**
 * Moves what a run settled from `pending` to `available`, gives newcomers their rebates, and makes the statements: all in
 * one transaction, so that balances and statements appear at once.
 */
@Injectable()
export class PostRun {
  constructor(
    private readonly database: Database,
    private readonly accountIds: AccountIds,
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  /** @throws Error when a statement does not close with what the ledger holds: the run then stays as it is */
  async step(runId: string): Promise<void> {
    // Nobody settles anything more in this run: its last order was passed.
    const settled = await this.settledAccounts(runId);
    await this.database.transaction(async tx => {
      const run = await lockRun(tx, runId);
      if (run?.phase !== 'posting') return;
      const state = await lockBooksState(tx);
      const rebates = await portionQuotaOut(tx, run);
      const settlements = settled.flatMap(account => postingOfSettlement(account, run));
      const ids = await this.books.post(tx, [...rebates, ...settlements], state);
      await takeIntoStatements(tx, runId, ids.slice(0, rebates.length));
      const statements = await this.statements(tx, run, settled);
      await addStatements(tx, { runId, businessDate: run.businessDate, madeAt: this.clock.now() }, statements);
      // What was refunded of newcomers' lines since the cut belongs to the next statement.
      await this.books.post(tx, await rebatesThatFollow(tx, await changedSinceSettled(tx, runId)), state);
      await tx.execute(
        `UPDATE settlement_run SET phase = 'sealing', statement_count = ?, updated_at = ?,
           line_count = line_count + (SELECT COALESCE(SUM(t.line_count), 0) FROM settled_on_touch t WHERE t.run_id = ?),
           settled_fen = settled_fen + (SELECT COALESCE(SUM(t.settled_fen), 0) FROM settled_on_touch t WHERE t.run_id = ?)
         WHERE run_id = ?`,
        [statements.length, toColumn(this.clock.now()), runId, runId, runId],
      );
    });
  }

  private async settledAccounts(runId: string): Promise<SettledAccount[]> {
    const rows = await this.database.read<{ account_id: number; name: string; fen: number; line_count: number }>(
      `SELECT s.account_id, a.name, s.fen, s.line_count FROM (
         SELECT account_id, CAST(SUM(amount_fen) AS SIGNED) AS fen, CAST(SUM(line_no > 0) AS SIGNED) AS line_count
         FROM statement_line WHERE run_id = ? GROUP BY account_id
       ) AS s JOIN account a ON a.account_id = s.account_id ORDER BY s.account_id`,
      [runId],
    );
    return rows.map(row => ({
      pendingAccountId: row.account_id,
      pending: row.name,
      linesFen: row.fen,
      lineCount: row.line_count,
    }));
  }

  /** One for every party of which a line was settled, or whose `available` moved before the cut. */
  private async statements(tx: Tx, run: RunUnderWay, settled: readonly SettledAccount[]): Promise<NewStatement[]> {
    const movements = await movementSums(tx, run.runId);
    const ids = await this.accountIds.of(new Set(settled.map(account => asAvailable(account.pending))));
    const names = await namesOfAccounts(tx, [...movements.keys()]);
    for (const [name, id] of ids) names.set(id, name);
    const settledBy = new Map(settled.map(account => [ids.get(asAvailable(account.pending))!, account]));
    const accountIds = [...names.keys()].sort((a, b) => a - b);
    const openings = await lastClosings(tx, accountIds);
    const statements = accountIds.map(accountId => {
      const account = settledBy.get(accountId);
      const sums = statementSums(openings.get(accountId) ?? 0, account?.linesFen ?? 0, movements.get(accountId) ?? {});
      const party = partyOfAvailable(names.get(accountId)!)!;
      const pendingAccountId = account?.pendingAccountId ?? null;
      return { accountId, pendingAccountId, party, lineCount: account?.lineCount ?? 0, ...sums };
    });
    await refuseFalseClosings(tx, statements);
    return statements;
  }
}

function postingOfSettlement(
  { pending, linesFen }: SettledAccount,
  { runId, businessDate }: { runId: string; businessDate: BusinessDate },
): PostingToBook[] {
  if (linesFen === 0) return []; // Freight that was given back may outweigh a small share.
  const occurredAt = endOfBusinessDay(businessDate);
  const cause = { kind: 'settlement', refundId: null, transactionId: null, occurredAt } as const;
  const entries = [
    { account: pending, share: null, amountFen: fen(linesFen) },
    { account: asAvailable(pending), share: null, amountFen: fen(-linesFen) },
  ];
  return [{ line: null, posting: { cause, entries }, reference: runId, bookedOn: businessDate }];
}

async function takeIntoStatements(tx: Tx, runId: string, postingIds: readonly string[]): Promise<void> {
  for (const some of inLists(postingIds)) {
    await tx.execute(`UPDATE available_movement SET run_id = ? WHERE posting_id IN (?) AND run_id = ''`, [
      runId,
      some.map(Number),
    ]);
  }
}

/** A statement that does not close with what the ledger holds is a fault of ours, and nothing of its run may stand. */
async function refuseFalseClosings(tx: Tx, statements: readonly NewStatement[]): Promise<void> {
  const held = await availableInStatements(
    tx,
    statements.map(statement => statement.accountId),
  );
  for (const { accountId, closingFen, party } of statements) {
    const heldFen = held.get(accountId) ?? 0;
    if (heldFen !== closingFen) {
      throw new Error(
        `the statement of ${party.kind} ${party.id} closes with ${closingFen} fen, the ledger has ${heldFen}`,
      );
    }
  }
}
