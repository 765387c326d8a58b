import { Injectable } from '@nestjs/common';
import type { PartyKind } from '@chuanliu/auth/caller';
import { SecretSeal } from '@chuanliu/auth/secret-seal';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { endingOf } from '../domain/account-ending';
import { lockEntry, touchEntry } from '../storage/entries';
import { NamedParties } from '../storage/named-parties';
import type { KeepPayee, PayeeAnswer } from './keep-payee.dto';

const COLUMNS = ['kind', 'party_id', 'payee_name', 'sealed_account', 'account_ending', 'verified', 'updated_at'];

@Injectable()
export class KeepPayeeHandler {
  constructor(
    private readonly database: Database,
    private readonly parties: NamedParties,
    private readonly accounts: SecretSeal,
    private readonly clock: Clock,
  ) {}

  /** Keeps where a party's money is paid to. The account itself never leaves this service readable. */
  async run(kind: PartyKind, id: string, payee: KeepPayee): Promise<PayeeAnswer> {
    await this.parties.awaitInPath(kind, id);
    await this.database.transaction(tx => this.write(tx, kind, id, payee));
    const { payeeName, bankAccount, verified } = payee;
    return { party: { kind, id }, payeeName, bankAccount: `****${endingOf(bankAccount)}`, verified };
  }

  private async write(tx: Tx, kind: PartyKind, id: string, payee: KeepPayee): Promise<void> {
    await lockEntry(tx, kind, id);
    if (await this.isKnown(tx, kind, id, payee)) return;
    const now = this.clock.now();
    const { payeeName, bankAccount, verified } = payee;
    const sealed = this.accounts.seal(bankAccount, `${kind}:${id}`);
    const row = [kind, id, payeeName, sealed, endingOf(bankAccount), verified ? 1 : 0, toColumn(now)];
    await insertRows(tx, 'payee', COLUMNS, [row], { onDuplicate: takeNew(...COLUMNS.slice(2)) });
    await touchEntry(tx, { kind, id }, now);
  }

  private async isKnown(tx: Tx, kind: PartyKind, id: string, payee: KeepPayee): Promise<boolean> {
    const [row] = await tx.query<{ payee_name: string; sealed_account: string; verified: number }>(
      'SELECT payee_name, sealed_account, verified FROM payee WHERE kind = ? AND party_id = ?',
      [kind, id],
    );
    if (!row || row.payee_name !== payee.payeeName || (row.verified === 1) !== payee.verified) return false;
    return this.accounts.opensTo(row.sealed_account, `${kind}:${id}`, payee.bankAccount);
  }
}
