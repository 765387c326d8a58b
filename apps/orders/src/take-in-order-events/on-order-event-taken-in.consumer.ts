import { Injectable } from '@nestjs/common';
import { orderEventTakenIn } from '@chuanliu/contracts/gateway/order-event-taken-in.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { TakeInOrderEvents } from './take-in-order-events.handler';

/** Hears what the channels tell of their orders, as the gateway took it in. */
@Injectable()
export class OnOrderEventTakenIn {
  constructor(private readonly orders: TakeInOrderEvents) {}

  @OnEvents(orderEventTakenIn)
  handle(events: EventOf<typeof orderEventTakenIn>[], tx: Tx): Promise<void> {
    return this.orders.run(events, tx);
  }
}
