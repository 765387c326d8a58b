import { Injectable } from '@nestjs/common';
import { commissionSplit } from '@chuanliu/contracts/commissions/commission-split.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { TellOfSalesHandler } from './tell-of-sales.handler';

@Injectable()
export class OnCommissionSplit {
  constructor(readonly tellOfSales: TellOfSalesHandler) {}

  @OnEvents(commissionSplit, { onlyIf: ({ tellOfSales }: OnCommissionSplit, tx) => tellOfSales.isAwaited(tx) })
  handle(events: EventOf<typeof commissionSplit>[], tx: Tx): Promise<void> {
    return this.tellOfSales.onSplits(events, tx);
  }
}
