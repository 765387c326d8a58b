import type { BusinessDate } from '@chuanliu/contracts/instants';
import type { Tx } from '@chuanliu/database/tx';
import { partyOfAvailable } from '../domain/accounts';
import type { MovementKind } from '../domain/movement';
import { statementSums, type MovementSums } from '../domain/statement';
import { fromSumsRow, type StatementSumsRow } from '../storage/statement-sums';
import { FirstDifference, counted, many, type CheckResult } from './difference';

interface StatementRow extends StatementSumsRow {
  statement_id: string;
  run_id: string;
  business_date: BusinessDate;
  account_id: number;
  pending_account_id: number | null;
  line_count: number;
}

const STATEMENTS_A_PAGE = 1_000;
const ACCOUNTS_A_PAGE = 2_000;

/**
 * That each party's statements follow one from the other, that their sums are those of the lines and movements that they
 * hold, and that the last one, with what moved since, is what the ledger has available.
 */
export async function checkStatements(query: Tx['query']): Promise<CheckResult> {
  const check = new StatementsUnderCheck(query);
  await check.lookAtStatements();
  await check.lookForRowsOfNoStatement();
  await check.lookAtBalances();
  return check.result();
}

class StatementsUnderCheck {
  private readonly fault = new FirstDifference();
  private statements = 0;
  private parties = 0;
  private lines = 0;
  private movements = 0;
  /** A run that has not made its statements yet; '' when there is none. */
  private unstatedRun = '';

  constructor(private readonly query: Tx['query']) {}

  async lookAtStatements(): Promise<void> {
    const [open] = await this.query<{ open_run: string | null }>(
      `SELECT s.open_run FROM settlement_state s JOIN settlement_run r ON r.run_id = s.open_run
       WHERE NOT EXISTS (SELECT 1 FROM statement t WHERE t.run_id = s.open_run)`,
    );
    this.unstatedRun = open?.open_run ?? '';
    let before: StatementRow | null = null;
    for await (const page of this.pages()) {
      const [lines, movements] = [await this.linesOf(page), await this.movementsOf(page)];
      for (const row of page) {
        if (before?.account_id !== row.account_id) {
          before = null;
          this.parties += 1;
        }
        this.statements += 1;
        const held = lines.get(`${row.run_id} ${row.pending_account_id}`) ?? { linesFen: 0, lineCount: 0, rows: 0 };
        const moved = movements.get(`${row.run_id} ${row.account_id}`) ?? { sums: {}, rows: 0 };
        this.lines += held.rows;
        this.movements += moved.rows;
        const at = { table: 'statement', row: `statement_id ${row.statement_id}` };
        this.fault.compare(
          { ...at, what: 'the closing of the statement before' },
          before?.closing_fen ?? 0,
          row.opening_fen,
        );
        this.fault.read(at, () => {
          const sums = statementSums(row.opening_fen, held.linesFen, moved.sums);
          this.fault.compare({ ...at, what: 'the sums of its lines and movements' }, sums, fromSumsRow(row));
        });
        this.fault.compare({ ...at, what: 'the number of its lines' }, held.lineCount, row.line_count);
        before = row;
      }
    }
  }

  /** By account and day: a party's statements follow one another. */
  private async *pages(): AsyncGenerator<StatementRow[]> {
    for (let last: StatementRow | undefined; ;) {
      const rows: StatementRow[] = await this.query<StatementRow>(
        `SELECT * FROM statement
         ${last ? 'WHERE account_id >= ? AND (account_id > ? OR business_date > ?)' : ''}
         ORDER BY account_id, business_date LIMIT ${STATEMENTS_A_PAGE}`,
        last ? [last.account_id, last.account_id, last.business_date] : [],
      );
      if (rows.length > 0) yield rows;
      if (rows.length < STATEMENTS_A_PAGE) return;
      last = rows.at(-1);
    }
  }

  /** By `run account`. */
  private async linesOf(page: StatementRow[]) {
    const keys = page.flatMap(row => (row.pending_account_id === null ? [] : [[row.run_id, row.pending_account_id]]));
    if (keys.length === 0) return new Map<string, never>();
    const rows = await this.query<{ run_id: string; account_id: number; fen: number; line_count: number; n: number }>(
      `SELECT run_id, account_id, CAST(SUM(amount_fen) AS SIGNED) AS fen,
         CAST(SUM(line_no > 0) AS SIGNED) AS line_count, COUNT(*) AS n
       FROM statement_line WHERE (run_id, account_id) IN (?) GROUP BY run_id, account_id`,
      [keys],
    );
    return new Map(
      rows.map(row => [
        `${row.run_id} ${row.account_id}`,
        { linesFen: row.fen, lineCount: row.line_count, rows: row.n },
      ]),
    );
  }

  /** By `run account`. */
  private async movementsOf(page: StatementRow[]) {
    const keys = page.map(row => [row.account_id, row.run_id]);
    const rows = await this.query<{ run_id: string; account_id: number; kind: MovementKind; fen: number; n: number }>(
      `SELECT run_id, account_id, kind, CAST(SUM(amount_fen) AS SIGNED) AS fen, COUNT(*) AS n
       FROM available_movement WHERE (account_id, run_id) IN (?) GROUP BY run_id, account_id, kind`,
      [keys],
    );
    const movements = new Map<string, { sums: MovementSums; rows: number }>();
    for (const row of rows) {
      const name = `${row.run_id} ${row.account_id}`;
      const of = movements.get(name) ?? { sums: {}, rows: 0 };
      of.sums[row.kind] = row.fen;
      of.rows += row.n;
      movements.set(name, of);
    }
    return movements;
  }

  /** Every row of a run was met from its statement, unless there are more: then the first of those is named. */
  async lookForRowsOfNoStatement(): Promise<void> {
    if ((await this.countOf('statement_line')) !== this.lines) {
      const [row] = await this.query<{ run_id: string; order_id: string; channel_id: string; line_no: number }>(
        `SELECT l.run_id, l.order_id, l.channel_id, l.line_no FROM statement_line l
         LEFT JOIN statement s ON s.run_id = l.run_id AND s.pending_account_id = l.account_id
         WHERE s.statement_id IS NULL AND l.run_id <> ? LIMIT 1`,
        [this.unstatedRun],
      );
      const name = `run_id ${row?.run_id}, line ${row?.channel_id}/${row?.order_id}/${row?.line_no}`;
      this.fault.compare(
        { table: 'statement_line', row: name, what: 'the statement that holds it is there' },
        true,
        false,
      );
    }
    if ((await this.countOf('available_movement')) !== this.movements) {
      const [row] = await this.query<{ posting_id: number; entry_no: number; run_id: string }>(
        `SELECT m.posting_id, m.entry_no, m.run_id FROM available_movement m
         LEFT JOIN statement s ON s.run_id = m.run_id AND s.account_id = m.account_id
         WHERE s.statement_id IS NULL AND m.run_id NOT IN ('', ?) LIMIT 1`,
        [this.unstatedRun],
      );
      const name = `posting_id ${row?.posting_id}, entry_no ${row?.entry_no}, run_id ${row?.run_id}`;
      this.fault.compare(
        { table: 'available_movement', row: name, what: 'the statement that holds it is there' },
        true,
        false,
      );
    }
  }

  private async countOf(table: string): Promise<number> {
    const [row] = await this.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE run_id NOT IN ('', ?)`, [
      this.unstatedRun,
    ]);
    return row!.n;
  }

  async lookAtBalances(): Promise<void> {
    for (let after = 0; ;) {
      const rows = await this.query<{ account_id: number; name: string }>(
        `SELECT account_id, name FROM account WHERE account_id > ? ORDER BY account_id LIMIT ${ACCOUNTS_A_PAGE}`,
        [after],
      );
      const available = rows.filter(row => partyOfAvailable(row.name));
      if (available.length > 0) await this.lookAtBalancesOf(available);
      if (rows.length < ACCOUNTS_A_PAGE) return;
      after = rows.at(-1)!.account_id;
    }
  }

  private async lookAtBalancesOf(accounts: ReadonlyArray<{ account_id: number; name: string }>): Promise<void> {
    const ids = accounts.map(account => account.account_id);
    const sums = async (sql: string, parameters: unknown[]) => {
      const rows = await this.query<{ account_id: number; fen: string }>(sql, parameters);
      return new Map(rows.map(row => [row.account_id, BigInt(row.fen)]));
    };
    const held = await sums(
      `SELECT account_id, CAST(SUM(credit_fen) - SUM(debit_fen) AS CHAR) AS fen FROM account_day
       WHERE account_id IN (?) GROUP BY account_id`,
      [ids],
    );
    const closed = await sums(
      `SELECT s.account_id, CAST(s.closing_fen AS CHAR) AS fen FROM statement s
       JOIN (SELECT account_id, MAX(business_date) AS day FROM statement WHERE account_id IN (?) GROUP BY account_id) last
         ON last.account_id = s.account_id AND last.day = s.business_date`,
      [ids],
    );
    const since = await sums(
      `SELECT account_id, CAST(SUM(amount_fen) AS CHAR) AS fen FROM available_movement
       WHERE account_id IN (?) AND run_id IN ('', ?) GROUP BY account_id`,
      [ids, this.unstatedRun],
    );
    for (const { account_id: id, name } of accounts) {
      const expected = (closed.get(id) ?? 0n) + (since.get(id) ?? 0n);
      const at = { table: 'account', row: name, what: 'its last statement and what moved since, in fen' };
      this.fault.compare(at, expected, held.get(id) ?? 0n);
    }
  }

  result(): CheckResult {
    const underWay = this.unstatedRun === '' ? '' : '; those of the run under way are still to be made';
    const looked =
      this.statements === 0
        ? 'there are none yet'
        : `${many(this.statements, 'statement')} of ${many(this.parties, 'party account')} with ${counted(this.lines)} rows: each opens where the one before closed, and the last ones come to the balances`;
    return { name: 'Statements', looked: looked + underWay, difference: this.fault.found };
  }
}
