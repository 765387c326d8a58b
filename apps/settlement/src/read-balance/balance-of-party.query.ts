import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { fen, type Fen } from '@chuanliu/money/fen';
import { accounts, type Creditor } from '../domain/accounts';

/** What the ledger holds for a party; zeros for one that has earned nothing so far. */
@Injectable()
export class BalanceOfParty {
  constructor(private readonly database: Database) {}

  /** Credit positive: what is owed to the party. */
  async read(party: Creditor, id: string): Promise<{ pendingFen: Fen; availableFen: Fen }> {
    const [pending, available] = [accounts.pending(party, id), accounts.available(party, id)];
    const rows = await this.database.read<{ name: string; owed_fen: number }>(
      `SELECT a.name, CAST(SUM(d.credit_fen - d.debit_fen) AS SIGNED) AS owed_fen
       FROM account a JOIN account_day d ON d.account_id = a.account_id
       WHERE a.name IN (?) GROUP BY a.name`,
      [[pending, available]],
    );
    const owed = new Map(rows.map(row => [row.name, row.owed_fen]));
    return { pendingFen: fen(owed.get(pending) ?? 0), availableFen: fen(owed.get(available) ?? 0) };
  }
}
