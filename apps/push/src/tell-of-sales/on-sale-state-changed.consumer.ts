import { Injectable } from '@nestjs/common';
import { saleStateChanged } from '@chuanliu/contracts/commissions/sale-state-changed.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { TellOfSalesHandler } from './tell-of-sales.handler';

@Injectable()
export class OnSaleStateChanged {
  constructor(readonly tellOfSales: TellOfSalesHandler) {}

  @OnEvents(saleStateChanged, { onlyIf: ({ tellOfSales }: OnSaleStateChanged, tx) => tellOfSales.isAwaited(tx) })
  handle(events: EventOf<typeof saleStateChanged>[], tx: Tx): Promise<void> {
    return this.tellOfSales.onStates(events, tx);
  }
}
