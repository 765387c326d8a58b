import { Injectable } from '@nestjs/common';
import { isPartyKind, type Caller } from '@chuanliu/auth/caller';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { noSuchWebhook } from '../domain/webhook.problems';
import { lockWebhook, SELECT_WEBHOOK, webhookOf, type Webhook, type WebhookRow } from './webhooks';

/** Finds a webhook for a caller: somebody else's is answered exactly as one that does not exist. */
@Injectable()
export class OwnWebhook {
  constructor(private readonly database: Database) {}

  /** @throws Problem `push/no-such-webhook` (404) */
  async read(caller: Caller, webhookId: string): Promise<Webhook> {
    const [row] = await this.database.read<WebhookRow>(`${SELECT_WEBHOOK} WHERE webhook_id = ?`, [webhookId]);
    return owned(caller, webhookId, row && webhookOf(row));
  }

  /** The same, locked until the transaction ends. */
  async lock(tx: Tx, caller: Caller, webhookId: string): Promise<Webhook> {
    return owned(caller, webhookId, await lockWebhook(tx, webhookId));
  }
}

function owned(caller: Caller, webhookId: string, webhook: Webhook | undefined): Webhook {
  const isForeign =
    isPartyKind(caller.role) && !(webhook?.partyKind === caller.role && webhook.partyId === caller.partyId);
  if (!webhook || isForeign) throw noSuchWebhook(webhookId);
  return webhook;
}
