import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { faultOfUrl } from '../deliver/target-address';
import { DELIVERY_SETTINGS } from '../delivery-settings-token';
import { tooManyWebhooks, urlNotAllowed } from '../domain/webhook.problems';
import type { DeliverySettings } from '../push.config';
import { WebhookSecrets } from '../storage/webhook-secrets';
import { beginChange, type Webhook } from '../storage/webhooks';
import { shownWebhook } from './webhook.dto';

const MOST_OF_A_PARTY = 10;
const COLUMNS = ['webhook_id', 'party_kind', 'party_id', 'url', 'events', 'state', 'created_at', 'updated_at'];

@Injectable()
export class RegisterWebhookHandler {
  constructor(
    private readonly database: Database,
    private readonly secrets: WebhookSecrets,
    private readonly clock: Clock,
    @Inject(DELIVERY_SETTINGS) private readonly settings: DeliverySettings,
  ) {}

  /** @throws Problem `push/url-not-allowed` (422), `push/too-many-webhooks` (409) */
  async run({ kind, id }: { kind: 'promoter' | 'brand'; id: string }, url: string, events: string[]) {
    const fault = faultOfUrl(url, this.settings.targets);
    if (fault) throw urlNotAllowed(fault);
    const webhookId = `wh-${uuidv7()}`;
    const now = this.clock.now();
    const webhook: Webhook = {
      webhookId,
      partyKind: kind,
      partyId: id,
      url: new URL(url).href,
      events,
      state: 'active',
      disabledBecause: null,
      failingSince: null,
      createdAt: now,
      updatedAt: now,
    };
    const secret = await this.database.transaction(async tx => {
      await beginChange(tx);
      const [has] = await tx.query<{ n: number }>(
        'SELECT COUNT(*) AS n FROM webhook WHERE party_kind = ? AND party_id = ?',
        [kind, id],
      );
      if (has!.n >= MOST_OF_A_PARTY) throw tooManyWebhooks(MOST_OF_A_PARTY);
      const at = toColumn(now);
      const row = [webhookId, kind, id, webhook.url, JSON.stringify(events), 'active', at, at];
      await insertRows(tx, 'webhook', COLUMNS, [row]);
      return this.secrets.renew(tx, webhookId, now);
    });
    return { ...shownWebhook(webhook), secret };
  }
}
