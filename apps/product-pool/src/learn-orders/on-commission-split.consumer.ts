import { Injectable } from '@nestjs/common';
import { commissionSplit } from '@chuanliu/contracts/commissions/commission-split.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { COUNTED_IN_JSON, keepPromoterOrders } from '../storage/promoter-orders';

@Injectable()
export class OnCommissionSplit {
  @OnEvents(commissionSplit, { onlyWith: COUNTED_IN_JSON })
  handle(events: EventOf<typeof commissionSplit>[], tx: Tx): Promise<void> {
    return keepPromoterOrders(
      tx,
      events.map(({ data: { channelId, orderId, lines } }) => ({
        channelId,
        orderId,
        lines: lines.map(({ state, steps }) => ({ state, shares: steps.at(-1)?.shares ?? [] })),
      })),
    );
  }
}
