import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { RatesTo } from '../offers/rates-to';

/** Products that change because time passes: a rate, a brand's tier or its name begins to hold that was written before. */
@Injectable()
export class ChangesByTime {
  private reached = '';

  constructor(
    private readonly database: Database,
    private readonly rates: RatesTo,
  ) {}

  begin(now: UtcInstant): void {
    this.reached = now;
  }

  /** Products that changed by time alone since the last look that was done. */
  async look(now: UtcInstant): Promise<string[]> {
    if (now <= this.reached) return [];
    const [rates, brands] = await Promise.all([
      this.rates.nextRateChanges(this.reached, now),
      this.brandsChanging(now),
    ]);
    return [...new Set([...rates, ...brands])];
  }

  done(now: UtcInstant): void {
    this.reached = now; // A clock may be set back, too.
  }

  private async brandsChanging(now: UtcInstant): Promise<string[]> {
    const span = [toColumn(this.reached), toColumn(now)];
    const brands = await this.database.read<{ id: string }>(
      `SELECT brand_id AS id FROM brand_tier WHERE effective_from > ? AND effective_from <= ?
       UNION SELECT brand_id FROM brand_name WHERE effective_from > ? AND effective_from <= ?`,
      [...span, ...span],
    );
    if (brands.length === 0) return [];
    const products = await this.database.read<{ id: string }>(
      'SELECT product_id AS id FROM product WHERE brand_id IN (?)',
      [brands.map(({ id }) => id)],
    );
    return products.map(({ id }) => id);
  }
}
