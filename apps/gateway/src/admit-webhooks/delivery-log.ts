import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import type { Written } from '@chuanliu/database/tx';
import type { Answer } from '../answer-once/answer';
import { Gather } from './gather';

/** Even with the longest answers far below the largest packet that a server takes. */
const mostRows = 100;
/** An answer longer than this is written by itself. */
const longAnswer = 64 * 1024;

export interface DeliveryName {
  channelId: string;
  webhookId: string;
}

/** The answer to one delivery of a webhook. */
export interface Delivery extends DeliveryName {
  bodyHash: string;
  answer: Answer;
}

interface DeliveryRow {
  channel_id: string;
  webhook_id: string;
  body_hash: string;
  status: number;
  content_type: string;
  answer: Buffer;
}

/** First answers to webhooks; looked up and written for several requests at once, which a busy channel needs. */
@Injectable()
export class DeliveryLog {
  private readonly lookUps = new Gather((names: DeliveryName[]) => this.findAll(names), mostRows);
  private readonly writes = new Gather((deliveries: Delivery[]) => this.rememberAll(deliveries), mostRows);

  constructor(private readonly database: Database) {}

  find(name: DeliveryName): Promise<Delivery | undefined> {
    return this.lookUps.add(name);
  }

  /**
   * Durable when it returns, unless another answer to the same webhook was there first: that one stays.
   * @returns whether this answer is certainly the first
   */
  async remember(delivery: Delivery): Promise<boolean> {
    if (delivery.answer.body.length <= longAnswer) return this.writes.add(delivery);
    return (await this.rememberAll([delivery]))[0]!;
  }

  private async findAll(names: DeliveryName[]): Promise<Array<Delivery | undefined>> {
    const rows = await this.database.read<DeliveryRow>(
      `SELECT channel_id, webhook_id, body_hash, status, content_type, answer FROM webhook_delivery
       WHERE (channel_id, webhook_id) IN (?)`,
      [names.map(({ channelId, webhookId }) => [channelId, webhookId])],
    );
    const found = new Map(rows.map(row => [`${row.channel_id}/${row.webhook_id}`, deliveryOf(row)]));
    return names.map(({ channelId, webhookId }) => found.get(`${channelId}/${webhookId}`));
  }

  private async rememberAll(deliveries: Delivery[]): Promise<boolean[]> {
    // One statement is a transaction of its own; a longer one around it would cost three more round trips.
    const written = (await this.database.read(
      `INSERT IGNORE INTO webhook_delivery
       (channel_id, webhook_id, body_hash, status, content_type, answer, answered_at) VALUES ?`,
      [deliveries.map(rowOf)],
    )) as unknown as Written;
    const allAreFirst = written.affectedRows === deliveries.length;
    return deliveries.map(() => allAreFirst);
  }
}

function rowOf({ channelId, webhookId, bodyHash, answer }: Delivery): unknown[] {
  const now = toColumn(new Date().toISOString());
  return [channelId, webhookId, bodyHash, answer.status, answer.headers['content-type'] ?? '', answer.body, now];
}

function deliveryOf(row: DeliveryRow): Delivery {
  const answer = { status: row.status, headers: { 'content-type': row.content_type }, body: row.answer };
  return { channelId: row.channel_id, webhookId: row.webhook_id, bodyHash: row.body_hash, answer };
}
