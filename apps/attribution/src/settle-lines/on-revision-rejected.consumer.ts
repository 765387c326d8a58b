import { Injectable } from '@nestjs/common';
import { revisionRejected } from '@chuanliu/contracts/settlement/revision-rejected.v1';
import type { Tx } from '@chuanliu/database/tx';
import { DueWork } from '@chuanliu/messaging/due-work';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { noteSettled } from '../storage/settled-lines';

/**
 * A revision of ours came after its line was settled. That says which decision is in force, as lines-settled does;
 * whichever is heard first counts.
 */
@Injectable()
export class OnRevisionRejected {
  constructor(private readonly dueWork: DueWork) {}

  @OnEvents(revisionRejected, { fenced: true })
  async handle(events: EventOf<typeof revisionRejected>[], tx: Tx): Promise<void> {
    await noteSettled(
      tx,
      events.map(event => event.data),
    );
    tx.afterCommit(() => this.dueWork.wake());
  }
}
