import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { NotificationType } from '@chuanliu/contracts/push/notifications.v1';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { wants } from '../domain/event-patterns';
import { deliveryIdOf, writeDeliveries, type NewDelivery } from '../storage/deliveries';
import { WebhooksOfParties } from '../storage/webhooks-of-parties';
import { DeliverDue } from './deliver-due';

/** Something that happened to parties, as one event tells it. */
export interface News {
  /** As `promoter:pr-1`. */
  parties: readonly string[];
  type: NotificationType;
  /** Of the event: whoever is told twice by it is told once. */
  eventId: string;
  /** When it happened. What was before a webhook was registered is not told to it. */
  at: UtcInstant;
  data: object;
}

/** Tells parties, by those of their webhooks that want to know, what an event says as it stands. */
@Injectable()
export class TellParties {
  constructor(
    private readonly webhooks: WebhooksOfParties,
    private readonly deliverDue: DeliverDue,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, news: readonly News[]): Promise<void> {
    const byParty = await this.webhooks.read(tx);
    const deliveries: NewDelivery[] = [];
    for (const { parties, type, eventId, at, data } of news) {
      for (const { webhookId, events, createdAt } of parties.flatMap(party => byParty.get(party) ?? [])) {
        if (at < createdAt || !wants(events, type)) continue;
        deliveries.push({ deliveryId: deliveryIdOf(webhookId, type, eventId), webhookId, type, data });
      }
    }
    if (deliveries.length === 0) return;
    await writeDeliveries(tx, deliveries, this.clock.now());
    tx.afterCommit(() => this.deliverDue.wake());
  }
}
