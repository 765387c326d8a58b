import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import type { OrderFact } from '../domain/order-fact';
import { orderInForce, type OrderInForce } from '../domain/order-in-force';
import { factColumns, factOfRow, type FactRow } from '../storage/order-facts';

export interface ReadOrder {
  channelId: string;
  orderId: string;
  orderRevision: number;
  order: OrderInForce;
}

/** Orders by their id, one for each channel that has it; those without a payment too. */
@Injectable()
export class OrdersById {
  constructor(private readonly database: Database) {}

  /** One statement, so that the revision and the facts belong together. @param channelId any channel when left out */
  async read(orderId: string, channelId?: string): Promise<ReadOrder[]> {
    const rows = await this.database.read<FactRow & { order_revision: number }>(
      `SELECT s.order_revision, ${factColumns} FROM order_state s
       JOIN order_fact f ON f.order_id = s.order_id AND f.channel_id = s.channel_id
       WHERE s.order_id = ? ${channelId === undefined ? '' : 'AND s.channel_id = ?'}
       ORDER BY f.channel_id`,
      channelId === undefined ? [orderId] : [orderId, channelId],
    );
    const byChannel = new Map<string, { orderRevision: number; facts: OrderFact[] }>();
    for (const row of rows) {
      const known = byChannel.get(row.channel_id);
      if (known) known.facts.push(factOfRow(row));
      else byChannel.set(row.channel_id, { orderRevision: row.order_revision, facts: [factOfRow(row)] });
    }
    return [...byChannel].map(([channel, { orderRevision, facts }]) => ({
      channelId: channel,
      orderId,
      orderRevision,
      order: orderInForce(facts),
    }));
  }
}
