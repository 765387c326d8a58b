import { Injectable } from '@nestjs/common';
import { dayAfter, type BusinessDate } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { partyOf, type Party } from '../domain/party';
import type { LinesOfRole } from '../domain/waterfall';
import { StatementsQuery, type StatementHead } from '../read-statements/statements.query';
import { RolesOfStatement } from './roles-of-statement.query';
import type { StatementReport, StatementSums } from './statement-report';

/** Makes reports of statements: of one, or of all of a party's in a month. */
@Injectable()
export class ReportOfStatements {
  constructor(
    private readonly statements: StatementsQuery,
    private readonly roles: RolesOfStatement,
    private readonly database: Database,
  ) {}

  async ofDay(statement: StatementHead): Promise<StatementReport> {
    const day = statement.head.businessDate;
    return this.report(partyOf(statement.head.party), { from: day, to: day }, [statement]);
  }

  /**
   * The sums of the days that have statements; a month without any leads from the last closing to itself.
   * @param month `YYYY-MM`
   */
  async ofMonth(party: Party, month: string): Promise<StatementReport> {
    const from = `${month}-01`;
    const to = lastDayOf(month);
    const statements = await this.statements.between(party, from, to);
    return this.report(party, { from, to }, statements, await this.statements.closingBefore(party, from));
  }

  private async payeeName({ kind, id }: Party): Promise<string | null> {
    const sql = 'SELECT payee_name FROM payee WHERE party_kind = ? AND party_id = ?';
    const [payee] = await this.database.read<{ payee_name: string }>(sql, [kind, id]);
    return payee?.payee_name ?? null;
  }

  private async report(
    party: Party,
    span: { from: BusinessDate; to: BusinessDate },
    statements: readonly StatementHead[],
    openingFen = statements[0]?.head.openingFen ?? 0,
  ): Promise<StatementReport> {
    const roles: LinesOfRole[] = [];
    for (const statement of statements) addRoles(roles, await this.roles.read(statement));
    const query = this.statements;
    return {
      party,
      payeeName: await this.payeeName(party),
      ...span,
      sums: sumsOf(statements, openingFen),
      days: statements.map(({ head }) => head),
      roles,
      async *lines() {
        for (const statement of statements) {
          const { businessDate } = statement.head;
          for await (const page of query.lines(statement)) yield page.map(line => ({ businessDate, ...line }));
        }
      },
      async *movements() {
        for (const statement of statements) {
          const { businessDate } = statement.head;
          for await (const page of query.movements(statement)) yield page.map(moved => ({ businessDate, ...moved }));
        }
      },
    };
  }
}

function lastDayOf(month: string): BusinessDate {
  const aDayInTheNext = dayAfter(`${month}-28`, 4);
  return dayAfter(`${aDayInTheNext.slice(0, 7)}-01`, -1);
}

function sumsOf(statements: readonly StatementHead[], openingFen: number): StatementSums {
  const sum = (of: Exclude<keyof StatementSums, 'openingFen' | 'closingFen'>) =>
    statements.reduce((total, { head }) => total + head[of], 0);
  return {
    openingFen,
    linesFen: sum('linesFen'),
    adjustmentsFen: sum('adjustmentsFen'),
    rebatesFen: sum('rebatesFen'),
    bonusesFen: sum('bonusesFen'),
    manualFen: sum('manualFen'),
    payoutsFen: sum('payoutsFen'),
    failedPayoutsFen: sum('failedPayoutsFen'),
    closingFen: statements.at(-1)?.head.closingFen ?? openingFen,
  };
}

/** Adds roles of another day to what was added up so far. */
function addRoles(roles: LinesOfRole[], more: readonly LinesOfRole[]): void {
  for (const { role, baseFen, shares } of more) {
    const known = roles.find(other => other.role === role);
    if (!known) {
      roles.push({ role, baseFen, shares: { ...shares } });
      continue;
    }
    known.baseFen += baseFen;
    for (const [share, amountFen] of Object.entries(shares) as Array<[keyof typeof shares, number]>)
      known.shares[share] = (known.shares[share] ?? 0) + amountFen;
  }
}
