import type { PartyKind } from '@chuanliu/auth/caller';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';

/** Why a webhook is disabled: its owner said so, it answered that it is gone, or it has failed for days. */
export type DisabledBecause = 'owner' | 'gone' | 'only-failures';

export interface Webhook {
  webhookId: string;
  partyKind: PartyKind;
  partyId: string;
  url: string;
  /** What it asks to be told of: see event-patterns. */
  events: string[];
  state: 'active' | 'disabled';
  disabledBecause: DisabledBecause | null;
  /** Since when nothing was delivered, although it was tried; null while the last delivery arrived. */
  failingSince: UtcInstant | null;
  createdAt: UtcInstant;
  updatedAt: UtcInstant;
}

export interface WebhookRow {
  webhook_id: string;
  party_kind: PartyKind;
  party_id: string;
  url: string;
  events: string;
  state: Webhook['state'];
  disabled_because: DisabledBecause | null;
  failing_since: string | null;
  created_at: string;
  updated_at: string;
}

export const SELECT_WEBHOOK = `SELECT webhook_id, party_kind, party_id, url, events, state, disabled_because,
  failing_since, created_at, updated_at FROM webhook`;

export const webhookOf = (row: WebhookRow): Webhook => ({
  webhookId: row.webhook_id,
  partyKind: row.party_kind,
  partyId: row.party_id,
  url: row.url,
  events: JSON.parse(row.events) as string[],
  state: row.state,
  disabledBecause: row.disabled_because,
  failingSince: fromColumn(row.failing_since),
  createdAt: fromColumn(row.created_at),
  updatedAt: fromColumn(row.updated_at),
});

/**
 * Begins a change of webhooks: slices will read them anew. The row that is locked here also keeps changes one after
 * another, which are rare, so that limits can be counted.
 */
export async function beginChange(tx: Tx): Promise<void> {
  await tx.execute('UPDATE webhook_generation SET generation = generation + 1 WHERE id = 1');
}

/** The webhook, locked until the transaction ends; undefined when there is none. */
export async function lockWebhook(tx: Tx, webhookId: string): Promise<Webhook | undefined> {
  const [row] = await tx.query<WebhookRow>(`${SELECT_WEBHOOK} WHERE webhook_id = ? FOR UPDATE`, [webhookId]);
  return row && webhookOf(row);
}
