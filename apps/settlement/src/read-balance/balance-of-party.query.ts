import { Injectable } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { noSuchParty } from '@chuanliu/auth/require-party';
import { Database } from '@chuanliu/database/database';
import { becomesTrue } from '@chuanliu/messaging/on-its-way';
import { fen, type Fen } from '@chuanliu/money/fen';
import { accounts, type Creditor } from '../domain/accounts';
import { isKnownParty } from '../storage/known-parties';
import type { Balance } from './read-balance.dto';

/** What the ledger holds for a party; zeros for one that has earned nothing so far. */
@Injectable()
export class BalanceOfParty {
  constructor(private readonly database: Database) {}

  /** Credit positive: what is owed to the party. Tax withheld is of all years; what is under way is without it. */
  async read(party: Creditor, id: string): Promise<Static<typeof Balance>> {
    return { ...(await this.earned(party, id)), ...(await this.paidOut(party, id)) };
  }

  /**
   * As read. One that was registered a moment ago may still be on its way here, and is waited for.
   * @throws Problem no-such-party (404) for one that nobody ever told of
   */
  async readKnown(party: Creditor, id: string): Promise<Static<typeof Balance>> {
    const read = <T>(sql: string, parameters: unknown[]) => this.database.read<T>(sql, parameters);
    if (!(await becomesTrue(() => isKnownParty(read, { kind: party, id })))) throw noSuchParty(party, id);
    return this.read(party, id);
  }

  private async earned(party: Creditor, id: string): Promise<{ pendingFen: Fen; availableFen: Fen }> {
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
  private async paidOut(party: Creditor, id: string): Promise<{ inFlightFen: Fen; withheldTaxFen: Fen }> {
    const [row] = await this.database.read<{ in_flight_fen: number; tax_fen: number }>(
      `SELECT CAST(COALESCE(SUM(IF(state = 'sent', net_fen, 0)), 0) AS SIGNED) AS in_flight_fen,
         CAST(COALESCE(SUM(tax_fen), 0) AS SIGNED) AS tax_fen
       FROM payout WHERE party_kind = ? AND party_id = ? AND state <> 'failed'`,
      [party, id],
    );
    return { inFlightFen: fen(row!.in_flight_fen), withheldTaxFen: fen(row!.tax_fen) };
  }
}
