import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { SecretSeal } from '@chuanliu/auth/secret-seal';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { Clock } from '@chuanliu/http/dated-command-clock';
import type { Creditor } from '../domain/accounts';
import { writeAudit } from '../storage/audit-log';
import { openAccount } from '../storage/open-seal';
import { bankFile } from './bank-file';
import type { BankFileRequest } from './bank-file.dto';

interface OrderRow {
  payout_id: string;
  party_kind: Creditor;
  party_id: string;
  payee_name: string;
  sealed_account: string;
  net_fen: number;
}

/** What the bank is to pay: the one place where bank accounts are shown readable. */
@Injectable()
export class ExportBankFileHandler {
  constructor(
    private readonly database: Database,
    private readonly seal: SecretSeal,
    private readonly clock: Clock,
  ) {}

  /** The file is made whole before its first byte leaves: half a file would pay half of the parties. */
  async run(caller: Caller, { batchId, from, to }: BankFileRequest): Promise<string> {
    const limits: Array<[string, unknown]> = [];
    if (batchId !== undefined) limits.push(['batch_id = ?', batchId]);
    if (from !== undefined) limits.push(['sent_at >= ?', toColumn(toUtcInstant(from))]);
    if (to !== undefined) limits.push(['sent_at < ?', toColumn(toUtcInstant(to))]);
    const rows = await this.database.read<OrderRow>(
      `SELECT payout_id, party_kind, party_id, payee_name, sealed_account, net_fen FROM payout
       WHERE ${["state = 'sent'", ...limits.map(([condition]) => condition)].join(' AND ')} ORDER BY payout_id`,
      limits.map(([, value]) => value),
    );
    const orders = rows.map(row => ({
      payoutId: row.payout_id,
      payeeName: row.payee_name,
      bankAccount: openAccount(this.seal, { kind: row.party_kind, id: row.party_id }, row.sealed_account),
      netFen: row.net_fen,
    }));
    const at = this.clock.now();
    await this.database.transaction(tx =>
      writeAudit(tx, {
        by: caller,
        at,
        action: 'export-bank-file',
        subject: { kind: 'bank-file', id: at },
        reason: null,
        facts: { payouts: orders.length },
      }),
    );
    return bankFile(orders);
  }
}
