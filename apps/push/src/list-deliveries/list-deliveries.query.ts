import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import {
  deliveryOf,
  SELECT_DELIVERY,
  type Delivery,
  type DeliveryRow,
  type DeliveryState,
} from '../storage/deliveries';

export interface DeliveriesFilter {
  webhookId: string;
  state: DeliveryState | undefined;
  updatedFrom: UtcInstant | undefined;
}

type After = Pick<Delivery, 'createdAt' | 'deliveryId'>;

const ROWS_AT_ONCE = 5_000;
const ORDER = 'ORDER BY created_at DESC, delivery_id DESC';

@Injectable()
export class ListDeliveriesQuery {
  constructor(private readonly database: Database) {}

  async page(filter: DeliveriesFilter, after: After | undefined, limit: number): Promise<Delivery[]> {
    const { where, parameters } = conditions(filter, after);
    const sql = `${SELECT_DELIVERY} WHERE ${where} ${ORDER} LIMIT ?`;
    return (await this.database.read<DeliveryRow>(sql, [...parameters, limit])).map(deliveryOf);
  }

  /** The ids of the whole filtered list, read in portions; they have no amounts. */
  async *ids(filter: DeliveriesFilter): AsyncGenerator<{ id: string; amountFen: number }> {
    for (let after: After | undefined; ;) {
      const rows = await this.page(filter, after, ROWS_AT_ONCE);
      for (const { deliveryId } of rows) yield { id: deliveryId, amountFen: 0 };
      after = rows.at(-1);
      if (rows.length < ROWS_AT_ONCE) return;
    }
  }
}

function conditions(
  { webhookId, state, updatedFrom }: DeliveriesFilter,
  after: After | undefined,
): { where: string; parameters: unknown[] } {
  const given: Array<[string, unknown[]]> = [['webhook_id = ?', [webhookId]]];
  if (state !== undefined) given.push(['state = ?', [state]]);
  if (updatedFrom !== undefined) given.push(['updated_at >= ?', [toColumn(updatedFrom)]]);
  if (after) {
    const at = toColumn(after.createdAt);
    given.push(['(created_at < ? OR (created_at = ? AND delivery_id < ?))', [at, at, after.deliveryId]]);
  }
  return {
    where: given.map(([condition]) => condition).join(' AND '),
    parameters: given.flatMap(([, values]) => values),
  };
}
