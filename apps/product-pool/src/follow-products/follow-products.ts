import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { businessDayOf, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Wake } from '@chuanliu/messaging/wake';
import { PoolIndex, type PoolChange } from '../search-pool/pool-index';
import { Categories } from '../storage/categories';
import { forgetOldDays, productsCountedAround } from '../storage/product-days';
import { CheckIndex } from './check-index';
import { ChangesByTime } from './changes-by-time';
import { ProductFeed } from './product-feed';
import { ReadPooledProducts } from './read-pooled-products';
import { RebuildRequests } from './rebuild-requests';

/** Well within the two seconds in which search has followed. */
const LOOK_EVERY_MS = 300;
const CHECK_EVERY_MS = 300_000;
/** A build that failed is tried again after a while: it reads all products. */
const BUILD_AGAIN_MS = 10_000;
const PRODUCTS_A_STEP = 1_000;

/**
 * Keeps this instance's index as the database is: builds it at the start, tells it every change, lets the day's turn
 * count anew, and looks now and then whether it has drifted.
 */
@Injectable()
export class FollowProducts implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(FollowProducts.name);
  private readonly bell = new Wake();
  private stopping = false;
  private work: Promise<unknown> = Promise.resolve();
  private building: Promise<void> | undefined;
  /** Products that changed while the index is being built, and that it was not yet told of: it may have read them before. */
  private readonly meanwhile = new Set<string>();
  private countedDay = '';
  private tree: object | undefined;
  private checkAt = 0;
  /** Why the index is to be built anew, as long as no build has begun for it, or the one that had has failed. */
  private wanted: string | undefined;
  private buildAt = 0;

  constructor(
    private readonly index: PoolIndex,
    private readonly products: ReadPooledProducts,
    private readonly feed: ProductFeed,
    private readonly byTime: ChangesByTime,
    private readonly requests: RebuildRequests,
    private readonly check: CheckIndex,
    private readonly categories: Categories,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.work = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.bell.up();
    await this.work;
    await this.building;
  }

  /** Builds the index anew, beside the one that serves; a build that is under way is waited for, not doubled. */
  rebuild(): Promise<void> {
    this.building ??= this.build().finally(() => (this.building = undefined));
    return this.building;
  }

  private async run(): Promise<void> {
    await this.untilDone('begin', () => this.begin());
    void this.untilDone('build the index', () => this.rebuild());
    while (!this.stopping) {
      try {
        await this.step();
      } catch (fault) {
        this.logger.warn({ err: fault }, 'search could not follow the products, trying again');
        await this.bell.wait(1_000);
      }
      await this.bell.wait(LOOK_EVERY_MS);
    }
  }

  private async begin(): Promise<void> {
    await this.feed.begin();
    this.byTime.begin(this.clock.now());
    this.countedDay = businessDayOf(this.clock.now());
    this.tree = this.categories.tree;
    this.checkAt = Date.now() + CHECK_EVERY_MS;
    await this.requests.begin();
  }

  private async step(): Promise<void> {
    const now = this.clock.now();
    const changes = await this.feed.look();
    await this.tell(changes.map(change => change.productId));
    this.feed.done(changes);
    await this.tell(await this.byTime.look(now));
    this.byTime.done(now);
    if (businessDayOf(now) !== this.countedDay) await this.countAnew(now);
    if (this.building) return;
    await this.tellRest();
    // A build that is under way may have read products before: what is wanted meanwhile is another one, after it.
    await this.rebuildIfWanted();
  }

  private async rebuildIfWanted(): Promise<void> {
    if (this.categories.tree !== this.tree) {
      this.tree = this.categories.tree;
      this.wanted = 'the categories have changed';
    } else if (await this.requests.look()) this.wanted = 'it was asked for';

    if (this.wanted !== undefined && Date.now() >= this.buildAt) this.startRebuild(this.wanted);
    else if (Date.now() >= this.checkAt) void this.checkIndex();
  }

  private async tell(productIds: readonly string[]): Promise<void> {
    if (productIds.length === 0) return;
    if (this.building) for (const id of productIds) this.meanwhile.add(id);
    await this.index.apply(await this.products.changesOf(productIds));
  }

  /**
   * What was noted between the last build's last question and its first answer. It is told here, as everything is that
   * the serving index hears, one after the other: beside a later change it might come second, as the product was before.
   */
  private async tellRest(): Promise<void> {
    const rest = [...this.meanwhile];
    await this.tell(rest);
    for (const id of rest) this.meanwhile.delete(id);
  }

  private startRebuild(reason: string): void {
    this.logger.log(`search is built anew: ${reason}`);
    this.wanted = undefined;
    this.rebuild().catch((fault: unknown) => {
      if (this.stopping) return;
      this.logger.error({ err: fault }, 'search could not be built anew, trying again');
      this.wanted ??= reason;
      this.buildAt = Date.now() + BUILD_AGAIN_MS;
    });
  }

  private async build(): Promise<void> {
    const started = Date.now();
    this.meanwhile.clear();
    await this.index.rebuild({
      ownWords: await this.products.ownWords(),
      chunks: this.products.all(),
      changesMeanwhile: () => this.changesMeanwhile(),
    });
    this.logger.log(`search knows ${await this.index.count()} products, built in ${Date.now() - started} ms`);
  }

  private async changesMeanwhile(): Promise<PoolChange[]> {
    const ids = [...this.meanwhile];
    this.meanwhile.clear();
    return this.products.changesOf(ids);
  }

  /** A new day: the thirty and the seven days before it are others than yesterday's. */
  private async countAnew(now: UtcInstant): Promise<void> {
    const read = <T>(sql: string, parameters: unknown[]) => this.database.read<T>(sql, parameters);
    for (let after = ''; !this.stopping;) {
      const ids = await productsCountedAround(read, now, after, PRODUCTS_A_STEP);
      await this.tell(ids);
      if (ids.length < PRODUCTS_A_STEP) break;
      after = ids.at(-1)!;
    }
    await forgetOldDays(this.database, now);
    this.countedDay = businessDayOf(now);
  }

  /** Beside the following, not in its way: what differs because it is still on its way arrives meanwhile. */
  private async checkIndex(): Promise<void> {
    this.checkAt = Date.now() + CHECK_EVERY_MS;
    try {
      const reason = (await this.index.isReady()) ? await this.check.reasonToRebuild() : 'there is none that serves';
      if (reason !== null && !this.building && !this.stopping) this.startRebuild(reason);
    } catch (fault) {
      if (!this.stopping) this.logger.warn({ err: fault }, 'search could not be compared with the products');
    }
  }

  private async untilDone(what: string, attempt: () => Promise<void>): Promise<void> {
    while (!this.stopping) {
      try {
        return await attempt();
      } catch (fault) {
        this.logger.error({ err: fault }, `search could not ${what}, trying again`);
        await sleep(1_000, undefined, { ref: false });
      }
    }
  }
}
