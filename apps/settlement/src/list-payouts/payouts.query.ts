import { Injectable } from '@nestjs/common';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import type { Party } from '../domain/party';
import { payoutBy, payoutIn, PAYOUT_COLUMNS, type Payout, type PayoutRow } from '../storage/payouts';
import type { Read } from '../storage/read';
import { andAll, given, spanOfIds, valuesOf, type Condition } from '../storage/span-of-ids';
import type { ListPayouts } from './list-payouts.dto';

export type PayoutFilter = Pick<ListPayouts, 'state' | 'batchId' | 'from' | 'to' | 'updatedFrom'> & {
  party: Party | null;
};

/** Rows read at once to cover a whole list. */
const CHUNK = 5_000;

/** Payouts by id, which is the order in which they were made. */
@Injectable()
export class PayoutsQuery {
  private readonly query: Read;

  constructor(database: Database) {
    this.query = (sql, parameters) => database.read(sql, parameters);
  }

  one(payoutId: string): Promise<Payout | null> {
    return payoutBy(this.query, payoutId);
  }

  /** @param after the last payout that was shown; empty: none */
  async page(filter: PayoutFilter, after: string, limit: number): Promise<Payout[]> {
    const conditions = await this.conditionsOf(filter);
    if (!conditions) return [];
    const rows = await this.query<PayoutRow>(
      `SELECT ${PAYOUT_COLUMNS} FROM payout ${byKeyOf(filter)} WHERE payout_id > ?${andAll(conditions)} ORDER BY payout_id LIMIT ?`,
      [after, ...valuesOf(conditions), limit],
    );
    return rows.map(payoutIn);
  }

  /** Ids and amounts of the whole filtered list. */
  async *whole(filter: PayoutFilter): AsyncGenerator<{ id: string; amountFen: number }> {
    const conditions = await this.conditionsOf(filter);
    if (!conditions) return;
    for (let after = ''; ;) {
      const rows = await this.query<{ payout_id: string; gross_fen: number }>(
        `SELECT payout_id, gross_fen FROM payout ${byKeyOf(filter)} WHERE payout_id > ?${andAll(conditions)} ORDER BY payout_id LIMIT ?`,
        [after, ...valuesOf(conditions), CHUNK],
      );
      for (const { payout_id, gross_fen } of rows) yield { id: payout_id, amountFen: gross_fen };
      if (rows.length < CHUNK) return;
      after = rows.at(-1)!.payout_id;
    }
  }

  /** Null where nothing can fit. */
  private async conditionsOf(filter: PayoutFilter): Promise<Condition[] | null> {
    const { party, state, batchId, from, to, updatedFrom } = filter;
    const inColumn = (instant: string | undefined) => instant && toColumn(toUtcInstant(instant));
    const inTime = given(
      ['sent_at >= ?', inColumn(from)],
      ['sent_at < ?', inColumn(to)],
      ['updated_at >= ?', inColumn(updatedFrom)],
    );
    // Those of one party or batch are few, and found at once.
    const areFew = party !== null || batchId !== undefined;
    const span = areFew ? [] : await spanOfIds(this.query, { table: 'payout', id: 'payout_id' }, inTime);
    const ofWhom = given(
      ['party_kind = ?', party?.kind],
      ['party_id = ?', party?.id],
      ['state = ?', state],
      ['batch_id = ?', batchId],
    );
    return span && [...ofWhom, ...inTime, ...span];
  }
}

/**
 * Named, the key is read from where the portion before ended. Otherwise MariaDB reads all payouts of a batch, or in a
 * state, anew for each portion once they are most of the table.
 */
function byKeyOf({ party, batchId, state }: PayoutFilter): string {
  if (party !== null || (batchId ?? state) === undefined) return '';
  return batchId === undefined ? 'FORCE INDEX (in_state)' : 'FORCE INDEX (of_batch)';
}
