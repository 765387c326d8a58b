import { Injectable } from '@nestjs/common';
import { orderPaid } from '@chuanliu/contracts/orders/order-paid.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { causesOf, DeriveLines } from './derive-lines';
import { learnPayments } from './learn-payments';

/** An order was paid, or paid differently than was known: its lines are decided. */
@Injectable()
export class OnOrderPaid {
  constructor(private readonly derive: DeriveLines) {}

  @OnEvents(orderPaid)
  async handle(events: EventOf<typeof orderPaid>[], tx: Tx): Promise<void> {
    await this.derive.run(tx, await learnPayments(tx, events), causesOf(events));
  }
}
