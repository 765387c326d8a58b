import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { SELECT_WEBHOOK, webhookOf, type Webhook, type WebhookRow } from '../storage/webhooks';

export interface WebhooksFilter {
  /** Each must be the webhook's, as `promoter:pr-1`. */
  parties: string[];
  updatedFrom: UtcInstant | undefined;
}

@Injectable()
export class ListWebhooksQuery {
  constructor(private readonly database: Database) {}

  async page(filter: WebhooksFilter, afterWebhookId: string, limit: number): Promise<Webhook[]> {
    const { where, parameters } = conditions(filter);
    const sql = `${SELECT_WEBHOOK} WHERE ${where} AND webhook_id > ? ORDER BY webhook_id LIMIT ?`;
    return (await this.database.read<WebhookRow>(sql, [...parameters, afterWebhookId, limit])).map(webhookOf);
  }

  /** The ids of the whole filtered list. */
  async ids(filter: WebhooksFilter): Promise<string[]> {
    const { where, parameters } = conditions(filter);
    const sql = `SELECT webhook_id AS id FROM webhook WHERE ${where} ORDER BY webhook_id`;
    return (await this.database.read<{ id: string }>(sql, parameters)).map(row => row.id);
  }
}

function conditions({ parties, updatedFrom }: WebhooksFilter): { where: string; parameters: unknown[] } {
  const where = ['TRUE'];
  const parameters: unknown[] = [];
  for (const party of parties) {
    const at = party.indexOf(':');
    where.push('party_kind = ? AND party_id = ?');
    parameters.push(party.slice(0, at), party.slice(at + 1));
  }
  if (updatedFrom !== undefined) {
    where.push('updated_at >= ?');
    parameters.push(toColumn(updatedFrom));
  }
  return { where: where.join(' AND '), parameters };
}
