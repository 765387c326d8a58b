import { Injectable } from '@nestjs/common';
import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { deleteInSteps } from '@chuanliu/database/delete-in-steps';
import { toColumn } from '@chuanliu/database/instant';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { NowAndThen } from '@chuanliu/messaging/now-and-then';

const EVERY_MS = 3_600_000;
const DELIVERED_KEPT_DAYS = 7;
const DEAD_KEPT_DAYS = 30;
/** What a party was told of a sale or pick last; whoever hears of one again after that is told its state. */
const TOLD_KEPT_DAYS = 400;

/** Drops what nobody will ask for again. */
@Injectable()
export class ForgetDeliveries {
  constructor(
    private readonly database: Database,
    clock: Clock,
    nowAndThen: NowAndThen,
  ) {
    nowAndThen.register({ name: 'forgetting deliveries', everyMs: EVERY_MS, work: () => this.run(clock.now()) });
  }

  /** @returns how many rows were dropped */
  async run(now: UtcInstant): Promise<number> {
    const before = (days: number) => toColumn(plusDays(now, -days));
    return (
      (await this.drop(`delivery WHERE state = 'delivered' AND updated_at < ?`, before(DELIVERED_KEPT_DAYS))) +
      (await this.drop(`delivery WHERE state = 'dead' AND updated_at < ?`, before(DEAD_KEPT_DAYS))) +
      // A message that a slice wrote while its webhook was being removed is never taken.
      (await this.drop(`delivery WHERE state = 'pending' AND updated_at < ?`, before(DEAD_KEPT_DAYS))) +
      (await this.drop('told_sale WHERE updated_at < ?', before(TOLD_KEPT_DAYS))) +
      (await this.drop('told_pick WHERE updated_at < ?', before(TOLD_KEPT_DAYS)))
    );
  }

  private drop(what: string, before: string): Promise<number> {
    return deleteInSteps(this.database, what, [before]);
  }
}
