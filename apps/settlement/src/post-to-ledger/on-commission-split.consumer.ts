import { Injectable } from '@nestjs/common';
import { commissionSplit } from '@chuanliu/contracts/commissions/commission-split.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { PostToLedgerHandler } from './post-to-ledger.handler';

@Injectable()
export class OnCommissionSplit {
  constructor(private readonly postToLedger: PostToLedgerHandler) {}

  @OnEvents(commissionSplit)
  handle(events: EventOf<typeof commissionSplit>[], tx: Tx): Promise<void> {
    return this.postToLedger.run(
      events.map(event => event.data),
      tx,
    );
  }
}
