import { Injectable } from '@nestjs/common';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import type { Party } from '../domain/party';
import { payoutBy, payoutIn, PAYOUT_COLUMNS, type Payout, type PayoutRow } from '../storage/payouts';
import type { ListPayouts } from './list-payouts.dto';

export type PayoutFilter = Pick<ListPayouts, 'state' | 'batchId' | 'from' | 'to' | 'updatedFrom'> & {
  party: Party | null;
};

/** Rows read at once to cover a whole list. */
const CHUNK = 5_000;

/** Payouts by id, which is the order in which they were made. */
@Injectable()
export class PayoutsQuery {
  constructor(private readonly database: Database) {}

  one(payoutId: string): Promise<Payout | null> {
    return payoutBy((sql, parameters) => this.database.read(sql, parameters), payoutId);
  }

  /** @param after the last payout that was shown; empty: none */
  async page(filter: PayoutFilter, after: string, limit: number): Promise<Payout[]> {
    const { where, parameters } = conditionsOf(filter, after);
    const rows = await this.database.read<PayoutRow>(
      `SELECT ${PAYOUT_COLUMNS} FROM payout WHERE ${where} ORDER BY payout_id LIMIT ?`,
      [...parameters, limit],
    );
    return rows.map(payoutIn);
  }

  /** Ids and amounts of the whole filtered list. */
  async *whole(filter: PayoutFilter): AsyncGenerator<{ id: string; amountFen: number }> {
    for (let after = ''; ;) {
      const { where, parameters } = conditionsOf(filter, after);
      const rows = await this.database.read<{ payout_id: string; gross_fen: number }>(
        `SELECT payout_id, gross_fen FROM payout WHERE ${where} ORDER BY payout_id LIMIT ?`,
        [...parameters, CHUNK],
      );
      for (const { payout_id, gross_fen } of rows) yield { id: payout_id, amountFen: gross_fen };
      if (rows.length < CHUNK) return;
      after = rows.at(-1)!.payout_id;
    }
  }
}

function conditionsOf({ party, state, batchId, from, to, updatedFrom }: PayoutFilter, after: string) {
  const instant = (text: string) => toColumn(toUtcInstant(text));
  const conditions: Array<[string, ...unknown[]]> = [['payout_id > ?', after]];
  if (party) conditions.push(['party_kind = ? AND party_id = ?', party.kind, party.id]);
  if (state !== undefined) conditions.push(['state = ?', state]);
  if (batchId !== undefined) conditions.push(['batch_id = ?', batchId]);
  if (from !== undefined) conditions.push(['sent_at >= ?', instant(from)]);
  if (to !== undefined) conditions.push(['sent_at < ?', instant(to)]);
  if (updatedFrom !== undefined) conditions.push(['updated_at >= ?', instant(updatedFrom)]);
  return {
    where: conditions.map(([condition]) => condition).join(' AND '),
    parameters: conditions.flatMap(([, ...values]) => values),
  };
}
