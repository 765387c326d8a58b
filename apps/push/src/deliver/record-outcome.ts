import { Injectable, Logger } from '@nestjs/common';
import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { nextAttempt, retryAfterOf } from '../domain/next-attempt';
import { giveUpPendingOf } from '../storage/deliveries';
import { beginChange, type DisabledBecause } from '../storage/webhooks';
import type { Taken } from './due-deliveries';
import type { Outcome } from './http-sender';

/** A webhook that has delivered nothing for so long is disabled when one more message died: that one was tried for a day. */
const FAILS_FOR_DAYS = 5;
const GONE = 410;

/** Writes down how an attempt ended, and what follows from it. A result that comes after its lease ran out is dropped. */
@Injectable()
export class RecordOutcome {
  private readonly logger = new Logger(RecordOutcome.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(taken: Taken, outcome: Outcome): Promise<void> {
    const now = this.clock.now();
    if (outcome.fault === 'stopped') return this.putBack(taken, now);
    const { status } = outcome;
    if (status !== null && status >= 200 && status < 300) return this.delivered(taken, status, now);
    const isDead = await this.failed(taken, outcome, now);
    if (status === GONE) return this.disable(taken.webhookId, 'gone', now);
    await this.noteFailure(taken, isDead, now);
  }

  /** Nothing is sent to a webhook that was disabled or removed meanwhile. */
  async giveUp({ deliveryId, attempts }: Taken, fault: 'webhook-disabled' | 'webhook-removed'): Promise<void> {
    await this.database.write(
      `UPDATE delivery SET state = 'dead', fault = ?, updated_at = ? WHERE delivery_id = ? AND attempts = ?`,
      [fault, toColumn(this.clock.now()), deliveryId, attempts],
    );
  }

  private async delivered({ deliveryId, attempts, webhook }: Taken, status: number, now: UtcInstant): Promise<void> {
    await this.database.write(
      `UPDATE delivery SET state = 'delivered', answer_status = ?, fault = NULL, updated_at = ?
       WHERE delivery_id = ? AND attempts = ?`,
      [status, toColumn(now), deliveryId, attempts],
    );
    if (webhook?.failingSince)
      await this.database.write(
        'UPDATE webhook SET failing_since = NULL, updated_at = ? WHERE webhook_id = ? AND failing_since IS NOT NULL',
        [toColumn(now), webhook.webhookId],
      );
  }

  /** @returns whether the message is dead */
  private async failed(taken: Taken, outcome: Outcome, now: UtcInstant): Promise<boolean> {
    const { deliveryId, attempts, tries, giveUpAt } = taken;
    const asksForTime = outcome.status === 429 || outcome.status === 503;
    const retryAfterMs = asksForTime ? retryAfterOf(outcome.retryAfter, now) : undefined;
    const dueAt = nextAttempt({ tries, now, giveUpAt, retryAfterMs }, Math.random());
    await this.database.write(
      `UPDATE delivery SET state = ?, due_at = ?, answer_status = ?, fault = ?, updated_at = ?
       WHERE delivery_id = ? AND attempts = ? AND state = 'pending'`,
      [
        dueAt === null ? 'dead' : 'pending',
        toColumn(dueAt ?? now),
        outcome.status,
        outcome.fault ?? 'refused',
        toColumn(now),
        deliveryId,
        attempts,
      ],
    );
    return dueAt === null;
  }

  private async noteFailure({ webhook, webhookId }: Taken, isDead: boolean, now: UtcInstant): Promise<void> {
    if (!webhook) return;
    if (webhook.failingSince === null)
      await this.database.write(
        'UPDATE webhook SET failing_since = ?, updated_at = ? WHERE webhook_id = ? AND failing_since IS NULL',
        [toColumn(now), toColumn(now), webhookId],
      );
    else if (isDead && plusDays(webhook.failingSince, FAILS_FOR_DAYS) <= now)
      await this.disable(webhookId, 'only-failures', now);
  }

  /** Disables it, and takes what still waits for it off the list; it can be replayed once the webhook is enabled again. */
  private async disable(webhookId: string, because: DisabledBecause, now: UtcInstant): Promise<void> {
    const at = toColumn(now);
    await this.database.transaction(async tx => {
      await beginChange(tx);
      await tx.execute(
        `UPDATE webhook SET state = 'disabled', disabled_because = ?, updated_at = ? WHERE webhook_id = ? AND state = 'active'`,
        [because, at, webhookId],
      );
    });
    await giveUpPendingOf(this.database, webhookId, now);
    this.logger.warn(`webhook ${webhookId} is disabled: ${because}`);
  }

  /** This process stops before the answer came: the next one tries at once. */
  private async putBack({ deliveryId, attempts }: Taken, now: UtcInstant): Promise<void> {
    await this.database.write(
      `UPDATE delivery SET due_at = ?, tries = tries - 1 WHERE delivery_id = ? AND attempts = ? AND state = 'pending'`,
      [toColumn(now), deliveryId, attempts],
    );
  }
}
