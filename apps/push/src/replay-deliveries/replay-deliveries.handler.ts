import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { DeliverDue } from '../deliver/deliver-due';
import { deliveryPending, noSuchDelivery, webhookDisabled } from '../domain/webhook.problems';
import { giveUpAt, replayDead, SELECT_DELIVERY, type DeliveryRow } from '../storage/deliveries';
import { OwnWebhook } from '../storage/own-webhook';

@Injectable()
export class ReplayDeliveriesHandler {
  constructor(
    private readonly database: Database,
    private readonly own: OwnWebhook,
    private readonly deliverDue: DeliverDue,
    private readonly clock: Clock,
  ) {}

  /** @returns how many messages are sent again. @throws Problem `push/webhook-disabled` (409) */
  async dead(
    caller: Caller,
    webhookId: string,
    span: { from: UtcInstant | undefined; to: UtcInstant | undefined },
  ): Promise<number> {
    await this.mustBeActive(caller, webhookId);
    const replayed = await replayDead(this.database, webhookId, span, this.clock.now());
    this.deliverDue.wake();
    return replayed;
  }

  /** @throws Problem `push/no-such-delivery` (404), `push/delivery-pending`, `push/webhook-disabled` (409) */
  async one(caller: Caller, webhookId: string, deliveryId: string): Promise<void> {
    await this.mustBeActive(caller, webhookId);
    const now = this.clock.now();
    await this.database.transaction(async tx => {
      const [row] = await tx.query<DeliveryRow>(
        `${SELECT_DELIVERY} WHERE delivery_id = ? AND webhook_id = ? FOR UPDATE`,
        [deliveryId, webhookId],
      );
      if (!row) throw noSuchDelivery(deliveryId);
      if (row.state === 'pending') throw deliveryPending(deliveryId);
      await tx.execute(
        `UPDATE delivery SET state = 'pending', tries = 0, due_at = ?, give_up_at = ?, updated_at = ? WHERE delivery_id = ?`,
        [toColumn(now), toColumn(giveUpAt(now)), toColumn(now), deliveryId],
      );
    });
    this.deliverDue.wake();
  }

  private async mustBeActive(caller: Caller, webhookId: string): Promise<void> {
    const { state } = await this.own.read(caller, webhookId);
    if (state === 'disabled') throw webhookDisabled(webhookId);
  }
}
