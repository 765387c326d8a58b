import { Injectable, Logger } from '@nestjs/common';
import { SecretSeal } from '@chuanliu/auth/secret-seal';
import { createWebhookSecret } from '@chuanliu/auth/webhook-signature';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';

/** How long a secret that was replaced signs along. */
const FORMER_HOLDS_MS = 24 * 3_600_000;

/** The secrets that sign what a webhook gets. They leave this service once, when they are made. */
@Injectable()
export class WebhookSecrets {
  private readonly logger = new Logger(WebhookSecrets.name);

  constructor(private readonly seal: SecretSeal) {}

  /** Gives a webhook a secret, its first or a new one; former ones sign along for 24 hours. @returns the secret */
  async renew(tx: Tx, webhookId: string, now: UtcInstant): Promise<string> {
    const until = new Date(Date.parse(now) + FORMER_HOLDS_MS).toISOString();
    await tx.execute('UPDATE webhook_secret SET valid_until = ? WHERE webhook_id = ? AND valid_until IS NULL', [
      toColumn(until),
      webhookId,
    ]);
    await tx.execute('DELETE FROM webhook_secret WHERE webhook_id = ? AND valid_until <= ?', [
      webhookId,
      toColumn(now),
    ]);
    const secret = createWebhookSecret();
    await tx.execute('INSERT INTO webhook_secret (webhook_id, sealed_secret, created_at) VALUES (?, ?, ?)', [
      webhookId,
      this.seal.seal(secret, webhookId),
      toColumn(now),
    ]);
    return secret;
  }

  /** The secrets that sign now, the newest first, by webhook. */
  async validOf(
    read: Pick<Tx, 'query'>['query'],
    webhookIds: readonly string[],
    now: UtcInstant,
  ): Promise<Map<string, string[]>> {
    const secrets = new Map<string, string[]>();
    if (webhookIds.length === 0) return secrets;
    const rows = await read<{ webhook_id: string; sealed_secret: string }>(
      `SELECT webhook_id, sealed_secret FROM webhook_secret
       WHERE webhook_id IN (?) AND (valid_until IS NULL OR valid_until > ?) ORDER BY webhook_id, id DESC`,
      [webhookIds, toColumn(now)],
    );
    for (const row of rows) {
      const secret = this.opened(row.sealed_secret, row.webhook_id);
      if (secret !== null) secrets.set(row.webhook_id, [...(secrets.get(row.webhook_id) ?? []), secret]);
    }
    return secrets;
  }

  /** null: it was sealed with another key. Its webhook needs a new secret; the others must not wait for that. */
  private opened(sealed: string, webhookId: string): string | null {
    try {
      return this.seal.unseal(sealed, webhookId);
    } catch {
      this.logger.error(`the secret of webhook ${webhookId} does not open with this PUSH_KEY`);
      return null;
    }
  }
}
