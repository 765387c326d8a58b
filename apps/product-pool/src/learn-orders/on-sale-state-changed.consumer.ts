import { Injectable } from '@nestjs/common';
import { saleStateChanged } from '@chuanliu/contracts/commissions/sale-state-changed.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { COUNTED_IN_JSON, keepPromoterOrders } from '../storage/promoter-orders';

@Injectable()
export class OnSaleStateChanged {
  @OnEvents(saleStateChanged, { onlyWith: COUNTED_IN_JSON })
  handle(events: EventOf<typeof saleStateChanged>[], tx: Tx): Promise<void> {
    return keepPromoterOrders(
      tx,
      events.map(event => event.data),
    );
  }
}
