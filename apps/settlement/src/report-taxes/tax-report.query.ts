import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fromColumn } from '@chuanliu/database/instant';
import { fen, type Fen } from '@chuanliu/money/fen';
import type { Creditor } from '../domain/accounts';
import { nameOf, type Party } from '../domain/party';

/** What a person was paid in a quarter, and what was withheld. */
export interface TaxedPerson {
  party: Party;
  payeeName: string;
  identity: { idType: string; sealedNumber: string; numberEnding: string } | null;
  payouts: number;
  incomeFen: Fen;
  taxWithheldFen: Fen;
  updatedAt: UtcInstant;
}

/** Persons and their income, by name of the party; the identity is the one that is known now. */
@Injectable()
export class TaxReportQuery {
  constructor(private readonly database: Database) {}

  /** @param quarter `2026-Q4` */
  async read(quarter: string): Promise<TaxedPerson[]> {
    const year = quarter.slice(0, 4);
    const firstMonth = Number(quarter.slice(6)) * 3 - 2;
    const month = (n: number) => `${year}-${String(n).padStart(2, '0')}`;
    const rows = await this.database.read<{
      party_kind: Creditor;
      party_id: string;
      payouts: number;
      income_fen: number;
      tax_fen: number;
      updated_at: string;
      payee_name: string;
      id_type: string | null;
      sealed_id_number: string | null;
      id_number_ending: string | null;
    }>(
      `SELECT paid.*, y.payee_name, y.id_type, y.sealed_id_number, y.id_number_ending
       FROM (SELECT party_kind, party_id, COUNT(*) AS payouts, CAST(SUM(gross_fen) AS SIGNED) AS income_fen,
           CAST(SUM(tax_fen) AS SIGNED) AS tax_fen, MAX(updated_at) AS updated_at
         FROM payout WHERE tax_month BETWEEN ? AND ? AND state <> 'failed'
         GROUP BY party_kind, party_id) paid
       JOIN payee y ON y.party_kind = paid.party_kind AND y.party_id = paid.party_id`,
      [month(firstMonth), month(firstMonth + 2)],
    );
    const people = rows.map(row => ({
      party: { kind: row.party_kind, id: row.party_id },
      payeeName: row.payee_name,
      identity:
        row.id_type === null
          ? null
          : { idType: row.id_type, sealedNumber: row.sealed_id_number!, numberEnding: row.id_number_ending! },
      payouts: row.payouts,
      incomeFen: fen(row.income_fen),
      taxWithheldFen: fen(row.tax_fen),
      updatedAt: fromColumn(row.updated_at),
    }));
    return people.sort((a, b) => (nameOf(a.party) < nameOf(b.party) ? -1 : 1));
  }
}
