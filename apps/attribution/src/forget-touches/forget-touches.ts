import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { betweenSlices } from '@chuanliu/messaging/between-slices';
import { standAlone } from '@chuanliu/messaging/late-knowledge-fence';
import { endsToAdd, spansToDrop } from '../domain/touch-spans';
import { longestWindowHours } from '../domain/windows';
import { attributionPolicy } from '../storage/policy-versions';
import { readerOn } from '../storage/reader';
import { forgetContents } from '../storage/touch-contents';
import { cutAhead, dropPartitions, partitionsOfTouch } from './touch-table';

/** How many days longer than the longest window touches are kept, for orders that come late. */
export const TOUCH_LATENESS_DAYS = Symbol('TOUCH_LATENESS_DAYS');

const EVERY_MS = 6 * 3_600_000;

/** Makes room for the touches to come, and drops whole fortnights of them that no order can need any more. */
@Injectable()
export class ForgetTouches implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ForgetTouches.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    @Inject(TOUCH_LATENESS_DAYS) private readonly latenessDays: number,
  ) {}

  onApplicationBootstrap(): void {
    const look = () =>
      // Another instance may have been first: the next look finds what it did.
      void this.look(new Date().toISOString()).catch(fault => this.logger.warn(String(fault)));
    look();
    this.timer = setInterval(look, EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** @returns the names of the partitions that were dropped */
  async look(now: UtcInstant): Promise<string[]> {
    const keptDays = longestWindowHours(await attributionPolicy(readerOn(this.database))) / 24 + this.latenessDays;
    const before = await partitionsOfTouch(this.database);
    const ends = endsToAdd(before.findLast(span => span.until !== null)?.until ?? null, now, keptDays);
    if (ends.length > 0) await cutAhead(this.database, ends);

    const spans = await partitionsOfTouch(this.database);
    const old = new Set(spansToDrop(spans, now, keptDays));
    if (old.size === 0) return [];
    const dropped = spans.filter(span => old.has(span));
    await this.sayGone(dropped.at(-1)!.until!);
    await dropPartitions(
      this.database,
      dropped.map(span => span.name),
    );
    await forgetContents(this.database, dropped.at(-1)!.until!);
    return dropped.map(span => span.name);
  }

  /** From here on lines that need these touches go by what they saw of them; those under way have still read them. */
  private async sayGone(before: UtcInstant): Promise<void> {
    await betweenSlices(this.database, 'attribution', async tx => {
      await standAlone(tx);
      await tx.execute(
        `INSERT INTO touch_horizon (id, gone_before) VALUES (1, ?)
         ON DUPLICATE KEY UPDATE gone_before = GREATEST(gone_before, VALUES(gone_before))`,
        [toColumn(before)],
      );
    });
  }
}
