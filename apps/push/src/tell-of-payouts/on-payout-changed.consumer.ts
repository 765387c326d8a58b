import { Injectable } from '@nestjs/common';
import { payoutChanged } from '@chuanliu/contracts/settlement/payout-changed.v1';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { DeliverDue } from '../deliver/deliver-due';
import { wants } from '../domain/event-patterns';
import { deliveryIdOf, writeDeliveries, type NewDelivery } from '../storage/deliveries';
import { WebhooksOfParties } from '../storage/webhooks-of-parties';

/** Tells a party that money is on its way to it, arrived, or came back and why. */
@Injectable()
export class OnPayoutChanged {
  constructor(
    private readonly webhooks: WebhooksOfParties,
    private readonly deliverDue: DeliverDue,
    private readonly clock: Clock,
  ) {}

  @OnEvents(payoutChanged)
  async handle(events: EventOf<typeof payoutChanged>[], tx: Tx): Promise<void> {
    const byParty = await this.webhooks.read(tx);
    const deliveries: NewDelivery[] = [];
    for (const { data: payout, meta } of events) {
      const type = `payout.${payout.state}` as const;
      const party = `${payout.party.kind}:${payout.party.id}`;
      const at = payout.resultAt ?? payout.sentAt;
      for (const { webhookId, events: patterns, createdAt } of byParty.get(party) ?? []) {
        if (at < createdAt || !wants(patterns, type)) continue;
        const deliveryId = deliveryIdOf(webhookId, type, meta.eventId);
        deliveries.push({ deliveryId, webhookId, type, data: { ...payout, party } });
      }
    }
    if (deliveries.length === 0) return;
    await writeDeliveries(tx, deliveries, this.clock.now());
    tx.afterCommit(() => this.deliverDue.wake());
  }
}
