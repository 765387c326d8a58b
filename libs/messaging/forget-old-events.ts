import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { deleteInSteps } from '@chuanliu/database/delete-in-steps';
import { NowAndThen } from './now-and-then';

/** Longer than the broker keeps messages: an event that can still be delivered is still known. */
const KEPT_MS = 31 * 86_400_000;
const EVERY_MS = 3_600_000;

/** Drops inbox rows that no delivery can repeat any more. Their ids are time-ordered, so old ones are a range. */
@Injectable()
export class ForgetOldEvents {
  constructor(
    private readonly database: Database,
    nowAndThen: NowAndThen,
  ) {
    nowAndThen.register({ name: 'forgetting old events', everyMs: EVERY_MS, work: () => this.run(Date.now()) });
  }

  /** @returns how many rows were dropped */
  run(nowMs: number): Promise<number> {
    const first = Buffer.alloc(16);
    first.writeUIntBE(nowMs - KEPT_MS, 0, 6); // A UUID 7 begins with its milliseconds.
    return deleteInSteps(this.database, 'inbox WHERE event_id < ?', [first]);
  }
}
