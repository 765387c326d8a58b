import { Injectable } from '@nestjs/common';
import { orderReceived } from '@chuanliu/contracts/orders/order-received.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { ConfirmSaleHandler } from './confirm-sale.handler';

@Injectable()
export class OnOrderReceived {
  constructor(private readonly confirmSale: ConfirmSaleHandler) {}

  @OnEvents(orderReceived)
  handle(events: EventOf<typeof orderReceived>[], tx: Tx): Promise<void> {
    return this.confirmSale.run(events, tx);
  }
}
