import { Injectable } from '@nestjs/common';
import { linesSettled } from '@chuanliu/contracts/settlement/lines-settled.v1';
import type { Tx } from '@chuanliu/database/tx';
import { DueWork } from '@chuanliu/messaging/due-work';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { noteSettled } from '../storage/settled-lines';

/**
 * Notes which lines were settled; they are marked in the background, since one slice may tell of a hundred thousand.
 * Fenced: a payment's slice looks for what is noted of its lines before it writes them, and must not miss it.
 */
@Injectable()
export class OnLinesSettled {
  constructor(private readonly dueWork: DueWork) {}

  @OnEvents(linesSettled, { fenced: true })
  async handle(events: EventOf<typeof linesSettled>[], tx: Tx): Promise<void> {
    await noteSettled(
      tx,
      events.flatMap(({ data }) => data.lines),
    );
    tx.afterCommit(() => this.dueWork.wake());
  }
}
