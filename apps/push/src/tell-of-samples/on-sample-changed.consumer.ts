import { Injectable } from '@nestjs/common';
import { sampleChanged } from '@chuanliu/contracts/product-pool/sample-changed.v1';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { DeliverDue } from '../deliver/deliver-due';
import { wants } from '../domain/event-patterns';
import { deliveryIdOf, writeDeliveries, type NewDelivery } from '../storage/deliveries';
import { WebhooksOfParties } from '../storage/webhooks-of-parties';

/** Tells the promoter and the brand of a sample what state it came to; what came before a webhook was there is not told. */
@Injectable()
export class OnSampleChanged {
  constructor(
    private readonly webhooks: WebhooksOfParties,
    private readonly deliverDue: DeliverDue,
    private readonly clock: Clock,
  ) {}

  @OnEvents(sampleChanged)
  async handle(events: EventOf<typeof sampleChanged>[], tx: Tx): Promise<void> {
    const byParty = await this.webhooks.read(tx);
    const deliveries: NewDelivery[] = [];
    for (const { data: sample, meta } of events) {
      const { sampleId, promoterId, brandId, productId, state, at, contentDueAt, reason } = sample;
      const type = `sample.${state}` as const;
      const told = { sampleId, promoterId, brandId, productId, state, at, contentDueAt, reason };
      for (const party of [`promoter:${promoterId}`, `brand:${brandId}`]) {
        for (const { webhookId, events: patterns, createdAt } of byParty.get(party) ?? []) {
          if (at < createdAt || !wants(patterns, type)) continue;
          deliveries.push({ deliveryId: deliveryIdOf(webhookId, type, meta.eventId), webhookId, type, data: told });
        }
      }
    }
    if (deliveries.length === 0) return;
    await writeDeliveries(tx, deliveries, this.clock.now());
    tx.afterCommit(() => this.deliverDue.wake());
  }
}
