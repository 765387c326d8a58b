import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';

/** Longer than the broker keeps messages: an event that can still be delivered is still known. */
const KEPT_MS = 31 * 86_400_000;
const EVERY_MS = 3_600_000;
const ROWS_AT_ONCE = 5_000;

/** Drops inbox rows that no delivery can repeat any more. Their ids are time-ordered, so old ones are a range. */
@Injectable()
export class ForgetOldEvents implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ForgetOldEvents.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(
      () => void this.forget(Date.now()).catch(fault => this.logger.warn(String(fault))),
      EVERY_MS,
    );
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** @returns how many rows were dropped */
  async forget(nowMs: number): Promise<number> {
    const first = Buffer.alloc(16);
    first.writeUIntBE(nowMs - KEPT_MS, 0, 6); // A UUID 7 begins with its milliseconds.
    for (let dropped = 0; ;) {
      const { affectedRows } = await this.database.transaction(tx =>
        tx.execute(`DELETE FROM inbox WHERE event_id < ? LIMIT ${ROWS_AT_ONCE}`, [first]),
      );
      dropped += affectedRows;
      if (affectedRows < ROWS_AT_ONCE) return dropped;
    }
  }
}
