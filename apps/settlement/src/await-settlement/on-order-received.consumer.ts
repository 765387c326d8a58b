import { Injectable } from '@nestjs/common';
import { orderReceived } from '@chuanliu/contracts/orders/order-received.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { AwaitSettlementHandler } from './await-settlement.handler';

@Injectable()
export class OnOrderReceived {
  constructor(private readonly awaitSettlement: AwaitSettlementHandler) {}

  @OnEvents(orderReceived)
  handle(events: EventOf<typeof orderReceived>[], tx: Tx): Promise<void> {
    return this.awaitSettlement.run(
      events.map(event => event.data),
      tx,
    );
  }
}
