import { Injectable } from '@nestjs/common';
import { appealAdjustmentChanged } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { saveAppealAdjustments } from '../storage/appeal-adjustments';

/** How appeals that were upheld are made good in the books. It decides nothing here; whoever reads an appeal sees it. */
@Injectable()
export class OnAppealAdjustmentChanged {
  constructor(private readonly clock: Clock) {}

  @OnEvents(appealAdjustmentChanged)
  handle(events: EventOf<typeof appealAdjustmentChanged>[], tx: Tx): Promise<void> {
    return saveAppealAdjustments(
      tx,
      events.map(event => event.data),
      this.clock.now(),
    );
  }
}
