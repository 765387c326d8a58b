import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { Clock } from '@chuanliu/http/dated-command-clock';

const EVERY_MS = 3_600_000;
const ROWS_AT_ONCE = 5_000;
const DELIVERED_KEPT_DAYS = 7;
const DEAD_KEPT_DAYS = 30;
/** What a party was told of a sale or pick last; whoever hears of one again after that is told its state. */
const TOLD_KEPT_DAYS = 400;

/** Drops what nobody will ask for again. */
@Injectable()
export class ForgetDeliveries implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ForgetDeliveries.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(
      () => void this.run(this.clock.now()).catch(fault => this.logger.warn(String(fault))),
      EVERY_MS,
    );
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
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

  private async drop(what: string, before: string): Promise<number> {
    for (let dropped = 0; ;) {
      const { affectedRows } = await this.database.write(`DELETE FROM ${what} LIMIT ${ROWS_AT_ONCE}`, [before]);
      dropped += affectedRows;
      if (affectedRows < ROWS_AT_ONCE) return dropped;
    }
  }
}
