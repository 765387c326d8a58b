import { Injectable } from '@nestjs/common';
import { saleAttributed } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { SplitCommissionHandler } from './split-commission.handler';

@Injectable()
export class OnSaleAttributed {
  constructor(private readonly splitCommission: SplitCommissionHandler) {}

  @OnEvents(saleAttributed)
  handle(events: EventOf<typeof saleAttributed>[], tx: Tx): Promise<void> {
    return this.splitCommission.run(events, tx);
  }
}
