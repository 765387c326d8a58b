import { Injectable } from '@nestjs/common';
import { toUtcInstant, type BusinessDate } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { fromSumsRow, type StatementSumsRow } from '../storage/statement-sums';
import type {
  ListedStatement,
  ListStatements,
  StatementLine,
  StatementMovement,
  StatementsKeyset,
} from './statements.dto';

interface StatementRow extends StatementSumsRow {
  statement_id: string;
  run_id: string;
  business_date: BusinessDate;
  account_id: number;
  pending_account_id: number | null;
  party_kind: string;
  party_id: string;
  line_count: number;
  made_at: string;
}

export type StatementFilter = Pick<ListStatements, 'businessDate' | 'updatedFrom'> & {
  party?: { kind: string; id: string };
};

/** A statement's head, and where its lines and movements are found. */
export interface StatementHead {
  head: ListedStatement;
  runId: string;
  accountId: number;
  pendingAccountId: number | null;
}

const LINES_A_PAGE = 2_000;
const STATEMENTS_A_PAGE = 2_000;

/** Statements, newest day first; lines of any number, page by page. */
@Injectable()
export class StatementsQuery {
  constructor(private readonly database: Database) {}

  async page(filter: StatementFilter, after: StatementsKeyset | undefined, limit: number): Promise<StatementHead[]> {
    const conditions = ['1 = 1'];
    const parameters: unknown[] = [];
    const add = (condition: string, ...values: unknown[]) => {
      conditions.push(condition);
      parameters.push(...values);
    };
    if (filter.party) add('party_kind = ? AND party_id = ?', filter.party.kind, filter.party.id);
    if (filter.businessDate !== undefined) add('business_date = ?', filter.businessDate);
    if (filter.updatedFrom !== undefined) add('made_at >= ?', toColumn(toUtcInstant(filter.updatedFrom)));
    if (after) {
      const { businessDate, accountId } = after;
      add('business_date <= ? AND (business_date < ? OR account_id < ?)', businessDate, businessDate, accountId);
    }
    // Both down: the key over them is read backwards from where the page before ended.
    const rows = await this.database.read<StatementRow>(
      `SELECT * FROM statement WHERE ${conditions.join(' AND ')} ORDER BY business_date DESC, account_id DESC LIMIT ?`,
      [...parameters, limit],
    );
    return rows.map(headOf);
  }

  /** Id and main amount of every statement of the filtered list, in list order. */
  async *whole(filter: StatementFilter): AsyncGenerator<{ id: string; amountFen: number }> {
    let after: StatementsKeyset | undefined;
    for (;;) {
      const page = await this.page(filter, after, STATEMENTS_A_PAGE);
      for (const { head } of page) yield { id: head.id, amountFen: head.closingFen };
      const last = page.at(-1);
      if (!last || page.length < STATEMENTS_A_PAGE) return;
      after = { businessDate: last.head.businessDate, accountId: last.accountId };
    }
  }

  async find(id: string): Promise<StatementHead | undefined> {
    const [row] = await this.database.read<StatementRow>('SELECT * FROM statement WHERE statement_id = ?', [id]);
    return row && headOf(row);
  }

  /** A party's statements of these days, both included, oldest first. */
  async between(party: { kind: string; id: string }, from: BusinessDate, to: BusinessDate): Promise<StatementHead[]> {
    const rows = await this.database.read<StatementRow>(
      `SELECT * FROM statement WHERE party_kind = ? AND party_id = ? AND business_date BETWEEN ? AND ?
       ORDER BY business_date`,
      [party.kind, party.id, from, to],
    );
    return rows.map(headOf);
  }

  /** What the party's last statement before a day closed with, in fen; 0 when there is none. */
  async closingBefore(party: { kind: string; id: string }, day: BusinessDate): Promise<number> {
    const [row] = await this.database.read<{ closing_fen: number }>(
      `SELECT closing_fen FROM statement WHERE party_kind = ? AND party_id = ? AND business_date < ?
       ORDER BY business_date DESC LIMIT 1`,
      [party.kind, party.id, day],
    );
    return row?.closing_fen ?? 0;
  }

  /** The lines of a statement, in the order of (order, channel, line, share), a page at a time. */
  async *lines({ runId, pendingAccountId }: StatementHead): AsyncGenerator<StatementLine[]> {
    if (pendingAccountId === null) return;
    let last: LineRow | undefined;
    for (;;) {
      const behind = last
        ? `AND order_id >= ? AND (order_id > ? OR channel_id > ? OR (channel_id = ? AND (line_no > ? OR
             (line_no = ? AND share > ?))))`
        : '';
      const place = last
        ? [last.order_id, last.order_id, last.channel_id, last.channel_id, last.line_no, last.line_no, last.share]
        : [];
      const rows: LineRow[] = await this.database.read<LineRow>(
        `SELECT order_id, channel_id, line_no, share, base_fen, amount_fen FROM statement_line
         WHERE run_id = ? AND account_id = ? ${behind}
         ORDER BY order_id, channel_id, line_no, share LIMIT ${LINES_A_PAGE}`,
        [runId, pendingAccountId, ...place],
      );
      if (rows.length > 0) yield rows.map(lineOf);
      if (rows.length < LINES_A_PAGE) return;
      last = rows.at(-1);
    }
  }

  /** Everything else that the statement holds, in the order in which it was booked, a page at a time. */
  async *movements({ runId, accountId }: StatementHead): AsyncGenerator<StatementMovement[]> {
    let last: MovementRow | undefined;
    for (;;) {
      const behind = last ? 'AND m.posting_id >= ? AND (m.posting_id > ? OR m.entry_no > ?)' : '';
      const place = last ? [last.posting_id, last.posting_id, last.entry_no] : [];
      const rows: MovementRow[] = await this.database.read<MovementRow>(
        `SELECT m.posting_id, m.entry_no, m.kind, m.amount_fen, p.channel_id, p.order_id, p.line_no, e.share,
           p.reference, p.occurred_at
         FROM available_movement m
         JOIN posting p ON p.posting_id = m.posting_id
         JOIN posting_entry e ON e.posting_id = m.posting_id AND e.entry_no = m.entry_no
         WHERE m.run_id = ? AND m.account_id = ? ${behind}
         ORDER BY m.posting_id, m.entry_no LIMIT ${LINES_A_PAGE}`,
        [runId, accountId, ...place],
      );
      if (rows.length > 0) yield rows.map(asMovement);
      if (rows.length < LINES_A_PAGE) return;
      last = rows.at(-1);
    }
  }
}

interface LineRow {
  order_id: string;
  channel_id: string;
  line_no: number;
  share: StatementLine['share'];
  base_fen: number;
  amount_fen: number;
}

interface MovementRow {
  posting_id: number;
  entry_no: number;
  kind: StatementMovement['kind'];
  amount_fen: number;
  channel_id: string | null;
  order_id: string | null;
  line_no: number | null;
  share: StatementMovement['share'];
  reference: string | null;
  occurred_at: string;
}

const lineOf = (row: LineRow): StatementLine => ({
  channelId: row.channel_id,
  orderId: row.order_id,
  lineNo: row.line_no === 0 ? null : row.line_no,
  share: row.share,
  baseFen: row.base_fen,
  amountFen: row.amount_fen,
});

const asMovement = (row: MovementRow): StatementMovement => ({
  kind: row.kind,
  amountFen: row.amount_fen,
  channelId: row.channel_id,
  orderId: row.order_id,
  lineNo: row.line_no,
  share: row.share,
  reference: row.reference,
  occurredAt: fromColumn(row.occurred_at),
  postingId: String(row.posting_id),
});

const headOf = (row: StatementRow): StatementHead => ({
  runId: row.run_id,
  accountId: row.account_id,
  pendingAccountId: row.pending_account_id,
  head: {
    id: row.statement_id,
    party: `${row.party_kind}:${row.party_id}`,
    businessDate: row.business_date,
    runId: row.run_id,
    lineCount: row.line_count,
    ...fromSumsRow(row),
    updatedAt: fromColumn(row.made_at),
  },
});
