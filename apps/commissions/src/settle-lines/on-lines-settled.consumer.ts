import { Injectable } from '@nestjs/common';
import { linesSettled } from '@chuanliu/contracts/settlement/lines-settled.v1';
import type { Tx } from '@chuanliu/database/tx';
import { DueWork } from '@chuanliu/messaging/due-work';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { inKeyOrder, keyText } from '../storage/line-key';
import { saveSettled, type ToldSettled } from '../storage/told-by-settlement';

/**
 * Notes which lines were settled; they are marked in the background, since one slice may tell of a hundred thousand and
 * sales must not wait for them.
 */
@Injectable()
export class OnLinesSettled {
  constructor(private readonly dueWork: DueWork) {}

  @OnEvents(linesSettled)
  async handle(events: EventOf<typeof linesSettled>[], tx: Tx): Promise<void> {
    const settled = new Map<string, ToldSettled>();
    for (const { data } of events) {
      for (const { channelId, orderId, lineNo, decisionRevision, basis } of data.lines) {
        const line = { channelId, orderId, lineNo, decisionRevision, digest: basis };
        settled.set(keyText(line), line);
      }
    }
    await saveSettled(tx, inKeyOrder(settled.values()));
    tx.afterCommit(() => this.dueWork.wake());
  }
}
