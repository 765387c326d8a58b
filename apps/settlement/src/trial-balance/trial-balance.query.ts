import { Injectable } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import type { BusinessDate } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fen, sumFen } from '@chuanliu/money/fen';
import type { TrialBalance } from './trial-balance.dto';

/** Debits and credits of every account that ever moved. */
@Injectable()
export class TrialBalanceQuery {
  constructor(private readonly database: Database) {}

  /**
   * One statement reads all of it: two could see a sale's escrow without its shares.
   * @param at the last day that counts, by bookedOn
   */
  async read(at: BusinessDate | undefined): Promise<Static<typeof TrialBalance>> {
    const rows = await this.database.read<{ name: string; debit_fen: number; credit_fen: number }>(
      `SELECT a.name, CAST(SUM(d.debit_fen) AS SIGNED) AS debit_fen, CAST(SUM(d.credit_fen) AS SIGNED) AS credit_fen
       FROM account_day d JOIN account a ON a.account_id = d.account_id
       ${at === undefined ? '' : 'WHERE d.booked_on <= ?'}
       GROUP BY a.name ORDER BY a.name`,
      at === undefined ? [] : [at],
    );
    const accounts = rows.map(({ name, debit_fen, credit_fen }) => {
      const [debitFen, creditFen] = [fen(debit_fen), fen(credit_fen)];
      return { account: name, debitFen, creditFen, balanceFen: fen(debitFen - creditFen) };
    });
    return {
      accounts,
      totalDebitFen: sumFen(accounts.map(account => account.debitFen)),
      totalCreditFen: sumFen(accounts.map(account => account.creditFen)),
    };
  }
}
