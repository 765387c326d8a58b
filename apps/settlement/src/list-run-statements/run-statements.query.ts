import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { fromColumn } from '@chuanliu/database/instant';
import { nameOf, partyOf, type Party } from '../domain/party';
import { fromSumsRow, type StatementSumsRow } from '../storage/statement-sums';
import type { SettlementRun } from '../storage/settlement-runs';
import type { RunStatement, RunStatementsKeyset } from './run-statements.dto';

interface RunStatementRow extends StatementSumsRow {
  statement_id: string | null;
  party_kind: Party['kind'];
  party_id: string;
  line_count: number;
  /** A dry run's are as old as its end. */
  made_at?: string;
}

type Asked = Pick<SettlementRun, 'runId' | 'businessDate' | 'isDry' | 'begunAt' | 'doneAt'>;

const ROWS_A_PAGE = 2_000;

/** What a run made of each party's day, or would make: of a dry run, the same sums without a statement. */
@Injectable()
export class RunStatementsQuery {
  constructor(private readonly database: Database) {}

  /** By kind and id of the party. */
  async page(
    run: Asked,
    party: Party | undefined,
    after: RunStatementsKeyset | undefined,
    limit: number,
  ): Promise<RunStatement[]> {
    const [table, id] = run.isDry ? ['statement_preview', 'NULL AS statement_id'] : ['statement', 'statement_id'];
    const conditions = ['run_id = ?'];
    const parameters: unknown[] = [run.runId];
    const add = (condition: string, ...values: unknown[]) => {
      conditions.push(condition);
      parameters.push(...values);
    };
    // A day is settled by one run: the key over days has its statements in this order.
    if (!run.isDry) add('business_date = ?', run.businessDate);
    if (party) add('party_kind = ? AND party_id = ?', party.kind, party.id);
    if (after) {
      const { kind, id } = partyOf(after.party);
      add('(party_kind > ? OR (party_kind = ? AND party_id > ?))', kind, kind, id);
    }
    const rows = await this.database.read<RunStatementRow>(
      `SELECT t.*, ${id} FROM ${table} t WHERE ${conditions.join(' AND ')} ORDER BY party_kind, party_id LIMIT ?`,
      [...parameters, limit],
    );
    return rows.map(row => shown(row, run));
  }

  /** Id and main amount of all of them, in list order. */
  async *whole(run: Asked, party: Party | undefined): AsyncGenerator<{ id: string; amountFen: number }> {
    let after: RunStatementsKeyset | undefined;
    for (;;) {
      const page = await this.page(run, party, after, ROWS_A_PAGE);
      for (const { id, closingFen } of page) yield { id, amountFen: closingFen };
      const last = page.at(-1);
      if (!last || page.length < ROWS_A_PAGE) return;
      after = keysetOf(last);
    }
  }
}

/** Where the list goes on behind a row. */
export const keysetOf = ({ party }: RunStatement): RunStatementsKeyset => ({ party });

function shown(row: RunStatementRow, run: Asked): RunStatement {
  const party = nameOf({ kind: row.party_kind, id: row.party_id });
  return {
    id: party,
    party,
    statementId: row.statement_id,
    lineCount: row.line_count,
    ...fromSumsRow(row),
    updatedAt: row.made_at === undefined ? (run.doneAt ?? run.begunAt) : fromColumn(row.made_at),
  };
}
