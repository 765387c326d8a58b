import { Injectable } from '@nestjs/common';
import { touchTakenIn } from '@chuanliu/contracts/gateway/touch-taken-in.v1';
import { DurableIntake } from '../admit-webhooks/durable-intake';
import { BuyerKeys } from '../forward/buyer-key';
import { sortTouches } from './sort-touches';
import { envelope, type TouchesTakenIn } from './touch.shapes';

/** Takes touches in: checked one by one, made durable together. */
@Injectable()
export class TouchIntake {
  constructor(
    private readonly durably: DurableIntake,
    private readonly buyerKeys: BuyerKeys,
  ) {}

  /**
   * @returns what became of each touch, once all in-sync replicas have those that were accepted
   * @throws Problem 400 when there are no touches to look at, 503 when the broker does not take them
   */
  async takeIn(channelId: string, body: Buffer): Promise<TouchesTakenIn> {
    const touches = envelope.itemsIn(body);
    const { facts, duplicates, refused } = await sortTouches(channelId, touches, id => this.buyerKeys.of(id));
    await this.durably.makeDurable(touchTakenIn, facts);
    return { accepted: facts.length, duplicates, refused };
  }
}
