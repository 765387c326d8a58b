import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { BusinessDate } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { Wake } from '@chuanliu/messaging/wake';
import { addToDays } from '../storage/product-days';

const FLUSH_EVERY_MS = 1_000;

interface Clicks {
  pickId: string;
  productId: string;
  day: BusinessDate;
  clicks: number;
}

/**
 * Counts how often short links are opened: in memory, written once a second, so that a link that everybody opens is one
 * row's change a second. A process that is killed loses what it counted in its last second; one that is told to stop
 * writes it first.
 */
@Injectable()
export class ClickCounter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ClickCounter.name);
  private readonly bell = new Wake();
  private counted = new Map<string, Clicks>();
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.loop = this.flushNowAndThen();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.bell.up();
    await this.loop;
    await this.flush();
  }

  /** One click. It is answered when it is counted; while the process stops, when it is written. */
  async count(pickId: string, productId: string, day: BusinessDate): Promise<void> {
    this.add({ pickId, productId, day, clicks: 1 });
    if (this.stopping) await this.flush();
  }

  private add(clicks: Clicks): void {
    const key = `${clicks.day} ${clicks.pickId}`;
    const known = this.counted.get(key);
    if (known) known.clicks += clicks.clicks;
    else this.counted.set(key, clicks);
  }

  private async flushNowAndThen(): Promise<void> {
    while (!this.stopping) {
      await this.bell.wait(FLUSH_EVERY_MS);
      await this.flush();
    }
  }

  private async flush(): Promise<void> {
    const clicks = [...this.counted.values()];
    if (clicks.length === 0) return;
    this.counted = new Map();
    try {
      await this.database.transaction(tx => save(tx, clicks));
    } catch (fault) {
      this.logger.error({ err: fault }, 'clicks could not be written, trying again');
      for (const click of clicks) this.add(click);
    }
  }
}

async function save(tx: Tx, clicks: readonly Clicks[]): Promise<void> {
  // In the order of the key, as every instance writes them.
  const rows = clicks
    .map(click => [click.pickId, click.day, click.clicks])
    .sort((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1));
  await insertRows(tx, 'pick_click', ['pick_id', 'business_day', 'clicks'], rows, {
    onDuplicate: 'clicks = clicks + VALUES(clicks)',
  });
  await addToDays(tx, countsOfProducts(clicks));
}

function countsOfProducts(clicks: readonly Clicks[]) {
  const counts = new Map<string, Clicks>();
  for (const click of clicks) {
    const key = `${click.day} ${click.productId}`;
    counts.set(key, { ...click, clicks: (counts.get(key)?.clicks ?? 0) + click.clicks });
  }
  return [...counts.values()].map(({ productId, day, clicks: n }) => ({
    productId,
    day,
    sales: 0,
    distributionSales: 0,
    clicks: n,
  }));
}
