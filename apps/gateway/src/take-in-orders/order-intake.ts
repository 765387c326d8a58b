import { Injectable } from '@nestjs/common';
import { orderEventTakenIn } from '@chuanliu/contracts/gateway/order-event-taken-in.v1';
import { DurableIntake } from '../admit-webhooks/durable-intake';
import { BuyerKeys } from '../forward/buyer-key';
import { envelope, type TakenIn } from './order-event.shapes';
import { sortEvents } from './sort-events';

/** Takes order events in: checked one by one, made durable together. */
@Injectable()
export class OrderIntake {
  constructor(
    private readonly durably: DurableIntake,
    private readonly buyerKeys: BuyerKeys,
  ) {}

  /**
   * @returns what became of each event, once all in-sync replicas have those that were accepted
   * @throws Problem 400 when there are no events to look at, 503 when the broker does not take them
   */
  async takeIn(channelId: string, body: Buffer): Promise<TakenIn> {
    const events = envelope.itemsIn(body);
    const { facts, duplicates, refused } = await sortEvents(channelId, events, id => this.buyerKeys.of(id));
    await this.durably.makeDurable(orderEventTakenIn, facts);
    return { accepted: facts.length, duplicates, refused };
  }
}
