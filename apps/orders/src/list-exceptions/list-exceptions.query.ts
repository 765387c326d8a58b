import { Injectable } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { listedException, type ExceptionRow, type ListedException } from '../storage/order-exceptions';
import type { ListExceptionsRequest } from './list-exceptions.dto';

/** Exceptions of orders, open and cleared, by (occurredAt, id). */
@Injectable()
export class ExceptionsOfOrders {
  constructor(private readonly database: Database) {}

  async page(request: Static<typeof ListExceptionsRequest>): Promise<ListedException[]> {
    const { kind, orderId, afterAt, afterId, limit } = request;
    const conditions: string[] = [];
    const values: unknown[] = [];
    const only = (condition: string, ...of: unknown[]) => {
      conditions.push(condition);
      values.push(...of);
    };
    if (kind !== undefined) only('kind = ?', kind);
    if (orderId !== undefined) only('order_id = ?', orderId);
    if (afterAt !== undefined) {
      const at = toColumn(toUtcInstant(afterAt));
      only('occurred_at >= ? AND (occurred_at > ? OR id > ?)', at, at, afterId ?? '');
    }
    const rows = await this.database.read<ExceptionRow>(
      `SELECT id, kind, channel_id, order_id, line_no, detail, occurred_at, state, updated_at FROM order_exception
       ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
       ORDER BY occurred_at, id LIMIT ?`,
      [...values, limit],
    );
    return rows.map(listedException);
  }
}
