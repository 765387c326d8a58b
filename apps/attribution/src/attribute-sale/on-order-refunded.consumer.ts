import { Injectable } from '@nestjs/common';
import { orderRefunded } from '@chuanliu/contracts/orders/order-refunded.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { causesOf, DeriveLines } from './derive-lines';
import { learnRefunds } from './learn-refunds';

/** Refunds change what a sale is worth: the same road as the payment, no decision changes by it. */
@Injectable()
export class OnOrderRefunded {
  constructor(private readonly derive: DeriveLines) {}

  @OnEvents(orderRefunded)
  async handle(events: EventOf<typeof orderRefunded>[], tx: Tx): Promise<void> {
    await this.derive.run(tx, await learnRefunds(tx, events), causesOf(events));
  }
}
