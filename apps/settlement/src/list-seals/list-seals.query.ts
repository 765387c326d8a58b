import { Injectable } from '@nestjs/common';
import { toUtcInstant, type BusinessDate, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';

export interface SealsFilter {
  from?: BusinessDate;
  to?: BusinessDate;
  updatedFrom?: string;
}

export interface Seal {
  day: BusinessDate;
  hash: string;
  previousHash: string | null;
  postings: number;
  /** The run that sealed the day. */
  sealedBy: string;
  sealedAt: UtcInstant;
}

interface Row {
  day: BusinessDate;
  hash: string;
  previous_hash: string | null;
  postings: number;
  sealed_by_run: string;
  sealed_at: string;
}

/** Seals of business days, by day. There is one a day, so a whole list is read at once. */
@Injectable()
export class ListSealsQuery {
  constructor(private readonly database: Database) {}

  async read({ from, to, updatedFrom }: SealsFilter): Promise<Seal[]> {
    const given = (
      [
        ['s.day >= ?', from],
        ['s.day < ?', to],
        ['COALESCE(r.done_at, r.begun_at) >= ?', updatedFrom && toColumn(toUtcInstant(updatedFrom))],
      ] as const
    ).filter(([, value]) => value !== undefined);
    const rows = await this.database.read<Row>(
      `SELECT s.day, s.hash, s.previous_hash, s.postings, s.sealed_by_run, COALESCE(r.done_at, r.begun_at) AS sealed_at
       FROM day_seal s JOIN settlement_run r ON r.run_id = s.sealed_by_run
       ${given.length === 0 ? '' : `WHERE ${given.map(([condition]) => condition).join(' AND ')}`} ORDER BY s.day`,
      given.map(([, value]) => value),
    );
    return rows.map(row => ({
      day: row.day,
      hash: row.hash,
      previousHash: row.previous_hash,
      postings: row.postings,
      sealedBy: row.sealed_by_run,
      sealedAt: fromColumn(row.sealed_at),
    }));
  }
}
