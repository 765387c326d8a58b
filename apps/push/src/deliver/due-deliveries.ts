import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { SELECT_WEBHOOK, webhookOf, type Webhook, type WebhookRow } from '../storage/webhooks';
import { WebhookSecrets } from '../storage/webhook-secrets';

/** Longer than any attempt takes: who holds a delivery longer than this has ended. */
const LEASED_FOR_MS = 60_000;

/** A delivery that this process may try now. */
export interface Taken {
  deliveryId: string;
  webhookId: string;
  body: string;
  /** Counts all attempts, this one included: a later one makes this one's result void. */
  attempts: number;
  /** Tries since it was written or replayed, this one included. */
  tries: number;
  giveUpAt: UtcInstant;
  /** undefined: the webhook is gone. */
  webhook: Webhook | undefined;
  secrets: readonly string[];
}

interface DueRow {
  delivery_id: string;
  webhook_id: string;
  body: string;
  attempts: number;
  tries: number;
  give_up_at: string;
}

/** The deliveries that are due, handed out one webhook after the other and each to one process at a time. */
@Injectable()
export class DueDeliveries {
  constructor(
    private readonly database: Database,
    private readonly secrets: WebhookSecrets,
  ) {}

  /**
   * Takes deliveries, those of the webhooks that have waited longest first.
   * @param most how many at most
   * @param freeOf how many more of one webhook may be under way
   */
  async take(now: UtcInstant, most: number, freeOf: (webhookId: string) => number): Promise<Taken[]> {
    const shares = await this.sharesOf(now, most, freeOf);
    if (shares.length === 0) return [];
    const { rows, webhooks, secrets } = await this.database.transaction(async tx => {
      const rows = await leaseOf(tx, shares, now);
      const ids = [...new Set(rows.map(row => row.webhook_id))];
      if (ids.length === 0) return { rows, webhooks: [], secrets: new Map<string, string[]>() };
      const webhooks = await tx.query<WebhookRow>(`${SELECT_WEBHOOK} WHERE webhook_id IN (?)`, [ids]);
      return { rows, webhooks, secrets: await this.secrets.validOf((sql, given) => tx.query(sql, given), ids, now) };
    });
    const byId = new Map(webhooks.map(row => [row.webhook_id, webhookOf(row)]));
    return rows.map(row => ({
      deliveryId: row.delivery_id,
      webhookId: row.webhook_id,
      body: row.body,
      attempts: row.attempts + 1,
      tries: row.tries + 1,
      giveUpAt: fromColumn(row.give_up_at),
      webhook: byId.get(row.webhook_id),
      secrets: secrets.get(row.webhook_id) ?? [],
    }));
  }

  /** How many of which webhook, in the order of their ids: locks are taken in one order. */
  private async sharesOf(now: UtcInstant, most: number, freeOf: (webhookId: string) => number) {
    // Reads one entry of the index for each webhook, however much waits behind it; MIN with GROUP BY would read them all.
    const due = await this.database.read<{ webhookId: string; dueAt: string }>(
      `SELECT webhookId, dueAt FROM (
         SELECT webhook_id AS webhookId, (
           SELECT due_at FROM delivery WHERE state = 'pending' AND delivery.webhook_id = webhook.webhook_id
           ORDER BY due_at LIMIT 1) AS dueAt
         FROM webhook) AS next_due
       WHERE dueAt <= ?`,
      [toColumn(now)],
    );
    const longestFirst = due.filter(one => freeOf(one.webhookId) > 0).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
    const shares: Array<{ webhookId: string; count: number }> = [];
    let left = most;
    for (const { webhookId } of longestFirst) {
      if (left <= 0) break;
      const count = Math.min(left, freeOf(webhookId));
      shares.push({ webhookId, count });
      left -= count;
    }
    return shares.sort((a, b) => (a.webhookId < b.webhookId ? -1 : 1));
  }
}

/** Marks what it takes as due again later, so that it comes back by itself should this process end. */
async function leaseOf(
  tx: Tx,
  shares: ReadonlyArray<{ webhookId: string; count: number }>,
  now: UtcInstant,
): Promise<DueRow[]> {
  const rows: DueRow[] = [];
  for (const { webhookId, count } of shares) {
    rows.push(
      ...(await tx.query<DueRow>(
        `SELECT delivery_id, webhook_id, body, attempts, tries, give_up_at FROM delivery
         WHERE state = 'pending' AND webhook_id = ? AND due_at <= ? ORDER BY due_at LIMIT ? FOR UPDATE`,
        [webhookId, toColumn(now), count],
      )),
    );
  }
  if (rows.length === 0) return rows;
  const until = toColumn(new Date(Date.parse(now) + LEASED_FOR_MS).toISOString());
  await tx.execute(
    'UPDATE delivery SET due_at = ?, attempts = attempts + 1, tries = tries + 1 WHERE delivery_id IN (?)',
    [until, rows.map(row => row.delivery_id)],
  );
  return rows;
}
