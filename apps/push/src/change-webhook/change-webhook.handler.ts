import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { faultOfUrl } from '../deliver/target-address';
import { DELIVERY_SETTINGS } from '../delivery-settings-token';
import { urlNotAllowed } from '../domain/webhook.problems';
import type { DeliverySettings } from '../push.config';
import { shownWebhook, type WebhookAnswer } from '../register-webhook/webhook.dto';
import { giveUpPendingOf } from '../storage/deliveries';
import { OwnWebhook } from '../storage/own-webhook';
import { beginChange, type Webhook } from '../storage/webhooks';

export interface WebhookChange {
  url: string;
  events: string[];
  state?: Webhook['state'];
}

@Injectable()
export class ChangeWebhookHandler {
  constructor(
    private readonly database: Database,
    private readonly own: OwnWebhook,
    private readonly clock: Clock,
    @Inject(DELIVERY_SETTINGS) private readonly settings: DeliverySettings,
  ) {}

  /** @throws Problem `push/no-such-webhook` (404), `push/url-not-allowed` (422) */
  async run(caller: Caller, webhookId: string, { url, events, state }: WebhookChange): Promise<WebhookAnswer> {
    await this.own.read(caller, webhookId); // A foreign one is 404 whatever the body says.
    const fault = faultOfUrl(url, this.settings.targets);
    if (fault) throw urlNotAllowed(fault);
    const now = this.clock.now();
    const changed = await this.database.transaction(async tx => {
      await beginChange(tx);
      const before = await this.own.lock(tx, caller, webhookId);
      const after = { ...before, ...stateAfter(before, state), url: new URL(url).href, events, updatedAt: now };
      await tx.execute(
        `UPDATE webhook SET url = ?, events = ?, state = ?, disabled_because = ?, failing_since = ?, updated_at = ?
         WHERE webhook_id = ?`,
        [
          after.url,
          JSON.stringify(events),
          after.state,
          after.disabledBecause,
          toColumn(after.failingSince),
          toColumn(now),
          webhookId,
        ],
      );
      return after;
    });
    if (changed.state === 'disabled') await giveUpPendingOf(this.database, webhookId, now);
    return shownWebhook(changed);
  }
}

/** One that is enabled again has its failures forgiven. */
function stateAfter(
  before: Webhook,
  state: Webhook['state'] | undefined,
): Pick<Webhook, 'state' | 'disabledBecause' | 'failingSince'> {
  const { disabledBecause, failingSince } = before;
  if (state === undefined || state === before.state) return { state: before.state, disabledBecause, failingSince };
  if (state === 'active') return { state, disabledBecause: null, failingSince: null };
  return { state, disabledBecause: 'owner', failingSince };
}
