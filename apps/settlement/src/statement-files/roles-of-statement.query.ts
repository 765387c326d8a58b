import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import type { ShareName } from '../domain/posting';
import type { LinesOfRole } from '../domain/waterfall';
import type { StatementHead } from '../read-statements/statements.query';

interface RoleRow {
  role: ShareName;
  base_fen: number;
  own_fen: number;
  tech_fee_fen: number;
}

interface ShareRow {
  role: ShareName;
  share: ShareName;
  amount_fen: number;
}

const ofStatement = `own.run_id = ? AND own.account_id = ? AND own.share <> 'freight'`;
/** These are cut from a whole that the party may see; the other shares begin with themselves. */
const seesTheWhole: readonly ShareName[] = ['brand', 'promoter', 'recruiter'];

/** In which shares a party earned from the lines of a statement, and how those were divided when they were settled. */
@Injectable()
export class RolesOfStatement {
  constructor(private readonly database: Database) {}

  async read({ runId, pendingAccountId }: StatementHead): Promise<LinesOfRole[]> {
    if (pendingAccountId === null) return [];
    const own = await this.database.read<RoleRow>(
      `SELECT own.share AS role, CAST(SUM(own.base_fen) AS SIGNED) AS base_fen,
         CAST(SUM(own.amount_fen) AS SIGNED) AS own_fen,
         CAST(SUM(own.base_fen * l.tech_fee_bps DIV 10000) AS SIGNED) AS tech_fee_fen
       FROM statement_line own
       JOIN ledger_line l ON l.order_id = own.order_id AND l.channel_id = own.channel_id AND l.line_no = own.line_no
       WHERE ${ofStatement} GROUP BY own.share ORDER BY own.share`,
      [runId, pendingAccountId],
    );
    const all = await this.database.read<ShareRow>(
      `SELECT own.share AS role, other.share, CAST(SUM(other.amount_fen) AS SIGNED) AS amount_fen
       FROM statement_line own
       JOIN statement_line other ON other.order_id = own.order_id AND other.channel_id = own.channel_id
         AND other.line_no = own.line_no AND other.run_id = own.run_id
       WHERE ${ofStatement} GROUP BY own.share, other.share`,
      [runId, pendingAccountId],
    );
    return own.map(row => {
      const { role, base_fen: baseFen, own_fen: ownFen, tech_fee_fen: techFeeFen } = row;
      if (!seesTheWhole.includes(role)) return { role, baseFen, shares: { [role]: ownFen } };
      const shares = Object.fromEntries(
        all.filter(other => other.role === role).map(other => [other.share, other.amount_fen]),
      );
      // The platform's shares are on no statement: what the parties leave of the base is the technical fee and this.
      const partiesFen = Object.values(shares).reduce((sum, amountFen) => sum + amountFen, 0);
      return {
        role,
        baseFen,
        shares: { ...shares, 'tech-fee': techFeeFen, 'promotion-fee': baseFen - techFeeFen - partiesFen },
      };
    });
  }
}
