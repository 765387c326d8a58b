import { Injectable } from '@nestjs/common';
import type { Tx } from '@chuanliu/database/tx';
import { SELECT_WEBHOOK, webhookOf, type Webhook, type WebhookRow } from './webhooks';

/** Active webhooks by party, as `promoter:pr-1`. A party without any is not among them. */
export type WebhooksByParty = ReadonlyMap<string, readonly Webhook[]>;

/** Remembers the active webhooks of all parties, and reads them again only after one was changed. */
@Injectable()
export class WebhooksOfParties {
  private known: { generation: number; byParty: WebhooksByParty } | undefined;

  /** As they are now: one small row is read to know whether what is remembered still holds. */
  async read(tx: Tx): Promise<WebhooksByParty> {
    const [row] = await tx.query<{ generation: number }>('SELECT generation FROM webhook_generation WHERE id = 1');
    const { generation } = row!;
    if (this.known?.generation === generation) return this.known.byParty;
    const rows = await tx.query<WebhookRow>(`${SELECT_WEBHOOK} WHERE state = 'active' ORDER BY webhook_id`);
    const byParty = new Map<string, Webhook[]>();
    for (const webhook of rows.map(webhookOf)) {
      const party = `${webhook.partyKind}:${webhook.partyId}`;
      byParty.set(party, [...(byParty.get(party) ?? []), webhook]);
    }
    this.known = { generation, byParty };
    return byParty;
  }
}
