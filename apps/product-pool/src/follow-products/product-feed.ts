import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';

export interface NotedChange {
  productId: string;
  /** The database's instant, as its column has it. */
  changedAt: string;
}

/** A change is seen when its transaction commits, which may be after later ones: each look goes back this far. */
const LOOK_BACK_MS = 5_000;
/** Now and then one goes back further, for transactions that took long. */
const LOOK_FAR_BACK_MS = 120_000;
const FAR_LOOK_EVERY_MS = 30_000;
const ROWS_A_READ = 2_000;
const CHANGES_AT_ONCE = 2_000;

/** Which products have changed: the table product_change, read from where this instance has got to. */
@Injectable()
export class ProductFeed {
  /** The latest change that was handled. */
  private reached = '';
  private readonly handled = new Map<string, string>();
  private farLookAt = 0;

  constructor(private readonly database: Database) {}

  /** What changed before now is of no interest: all products are about to be read. */
  async begin(): Promise<void> {
    const [row] = await this.database.read<{ now: string }>('SELECT UTC_TIMESTAMP(3) AS now');
    this.reached = row!.now;
  }

  /** Changes that were not handled yet, the earliest first; a few thousand at most. */
  async look(): Promise<NotedChange[]> {
    const isFar = Date.now() >= this.farLookAt;
    const fresh: NotedChange[] = [];
    let after: NotedChange = {
      productId: '',
      changedAt: before(this.reached, isFar ? LOOK_FAR_BACK_MS : LOOK_BACK_MS),
    };
    for (;;) {
      const rows = await this.database.read<NotedChange>(
        `SELECT product_id AS productId, changed_at AS changedAt FROM product_change
         WHERE changed_at >= ? AND (changed_at > ? OR product_id > ?)
         ORDER BY changed_at, product_id LIMIT ${ROWS_A_READ}`,
        [after.changedAt, after.changedAt, after.productId],
      );
      fresh.push(...rows.filter(row => this.handled.get(row.productId) !== row.changedAt));
      if (rows.length < ROWS_A_READ) break;
      if (fresh.length >= CHANGES_AT_ONCE) return fresh;
      after = rows.at(-1)!;
    }
    if (isFar) this.farLookAt = Date.now() + FAR_LOOK_EVERY_MS;
    return fresh;
  }

  /** These have been handled: they are not told again. */
  done(changes: readonly NotedChange[]): void {
    for (const { productId, changedAt } of changes) {
      this.handled.set(productId, changedAt);
      if (changedAt > this.reached) this.reached = changedAt;
    }
    if (changes.length === 0) return;
    const forgotten = before(this.reached, 2 * LOOK_FAR_BACK_MS);
    for (const [productId, changedAt] of this.handled) if (changedAt < forgotten) this.handled.delete(productId);
  }
}

const before = (instant: string, ms: number): string =>
  toColumn(new Date(Date.parse(fromColumn(instant)) - ms).toISOString());
