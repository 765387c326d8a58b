import { Injectable } from '@nestjs/common';
import { lineHoldChanged } from '@chuanliu/contracts/settlement/line-hold-changed.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { HoldLineHandler } from './hold-line.handler';

@Injectable()
export class OnLineHoldChanged {
  constructor(private readonly holdLine: HoldLineHandler) {}

  @OnEvents(lineHoldChanged)
  handle(events: EventOf<typeof lineHoldChanged>[], tx: Tx): Promise<void> {
    return this.holdLine.run(events, tx);
  }
}
