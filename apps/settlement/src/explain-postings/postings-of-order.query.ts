import { Injectable } from '@nestjs/common';
import type { BusinessDate, UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fromColumn } from '@chuanliu/database/instant';
import { fen } from '@chuanliu/money/fen';
import { debitOrCredit } from '../domain/debit-or-credit';
import { tooLateOfOrder } from '../storage/too-late';
import { inWords, type Cause } from '../domain/posting';

interface EntryRow {
  line_no: number;
  posting_id: number;
  occurred_at: string;
  booked_on: BusinessDate;
  cause: Cause['kind'];
  refund_id: string | null;
  account: string;
  amount_fen: number;
}

interface LineRow {
  line_no: number;
  split_revision: number;
  order_revision: number;
  settled_run: string | null;
  is_held: number;
}

/** A statement, and whose it is: nobody else is to see it. */
interface LineStatement {
  statementId: string;
  /** `{kind}:{id}` */
  party: string;
}

/** One entry, with the posting that it is part of. */
type PostedEntry = {
  postingId: string;
  occurredAt: UtcInstant;
  bookedOn: BusinessDate;
  account: string;
  cause: string;
} & ReturnType<typeof debitOrCredit>;

/** What was posted for each line of one order, in the order in which it occurred. */
@Injectable()
export class PostingsOfOrder {
  constructor(private readonly database: Database) {}

  /** No lines for an order that the ledger has not heard of. */
  async read(channelId: string, orderId: string) {
    const lines = await this.database.read<LineRow>(
      `SELECT line_no, split_revision, order_revision, settled_run, is_held FROM ledger_line
       WHERE order_id = ? AND channel_id = ? ORDER BY line_no`,
      [orderId, channelId],
    );
    const rows = await this.database.read<EntryRow>(
      `SELECT p.line_no, p.posting_id, p.occurred_at, p.booked_on, p.cause, p.refund_id, a.name AS account, e.amount_fen
       FROM posting p
       JOIN posting_entry e ON e.posting_id = p.posting_id
       JOIN account a ON a.account_id = e.account_id
       WHERE p.order_id = ? AND p.channel_id = ?
       ORDER BY p.line_no, p.occurred_at, p.posting_id, e.entry_no`,
      [orderId, channelId],
    );
    const postings = new Map<number, PostedEntry[]>(lines.map(line => [line.line_no, []]));
    // A posting that was made between the two reads belongs to a line of the next answer.
    for (const row of rows) postings.get(row.line_no)?.push(entryOf(row));
    const statements = await this.statementsOf(channelId, orderId);
    const reads = { query: <T>(sql: string, parameters?: unknown[]) => this.database.read<T>(sql, parameters) };
    const tooLate = await tooLateOfOrder(reads, channelId, orderId);
    return {
      lines: lines.map(({ line_no, split_revision, order_revision, settled_run, is_held }) => ({
        lineNo: line_no,
        orderRevision: order_revision,
        splitRevision: split_revision,
        isSettled: settled_run !== null,
        isHeld: is_held === 1,
        postings: postings.get(line_no)!,
        statementIds: statements.get(line_no) ?? [],
        tooLate: tooLate
          .filter(late => late.lineNo === line_no)
          .map(({ decisionRevision, basis, outcome, toldAt }) => ({ decisionRevision, basis, outcome, at: toldAt })),
      })),
    };
  }

  /**
   * The statements that hold shares of each line, or what was adjusted of them afterwards, by party, as soon as their run
   * has made them. The order's freight, which a statement lists without a line, is told with none.
   */
  private async statementsOf(channelId: string, orderId: string): Promise<Map<number, LineStatement[]>> {
    const rows = await this.database.read<{ line_no: number; statement_id: string; party: string }>(
      `SELECT l.line_no, s.statement_id, CONCAT(s.party_kind, ':', s.party_id) AS party
       FROM statement_line l JOIN statement s ON s.run_id = l.run_id AND s.pending_account_id = l.account_id
       WHERE l.order_id = ? AND l.channel_id = ?
       UNION
       SELECT p.line_no, s.statement_id, CONCAT(s.party_kind, ':', s.party_id) AS party
       FROM posting p JOIN available_movement m ON m.posting_id = p.posting_id
       JOIN statement s ON s.run_id = m.run_id AND s.account_id = m.account_id
       WHERE p.order_id = ? AND p.channel_id = ?
       ORDER BY line_no, statement_id`,
      [orderId, channelId, orderId, channelId],
    );
    const statements = new Map<number, LineStatement[]>();
    for (const { line_no, statement_id, party } of rows) {
      const ofLine = statements.get(line_no) ?? [];
      ofLine.push({ statementId: statement_id, party });
      statements.set(line_no, ofLine);
    }
    return statements;
  }
}

const entryOf = (row: EntryRow): PostedEntry => ({
  postingId: String(row.posting_id),
  occurredAt: fromColumn(row.occurred_at),
  bookedOn: row.booked_on,
  account: row.account,
  ...debitOrCredit(fen(row.amount_fen)),
  cause: inWords({ kind: row.cause, refundId: row.refund_id }),
});
