import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { planInForce } from '../domain/fold-terms';
import { openPlansOf } from '../storage/open-plans';

export interface OpenRate {
  /** What anybody gets; null without an open plan. */
  openRateBps: number | null;
  /** Whether an exclusive plan shuts out those whom no plan of the product itself names. */
  isExclusive: boolean;
}

/** What products pay to promoters whom no plan names. */
@Injectable()
export class OpenRates {
  private readonly read = <T>(sql: string, parameters: unknown[]) => this.database.read<T>(sql, parameters);

  constructor(private readonly database: Database) {}

  async of(productIds: readonly string[], at: UtcInstant): Promise<Map<string, OpenRate>> {
    const plans = await openPlansOf(this.read, productIds);
    return new Map(
      [...plans].map(([productId, plan]) => [
        productId,
        { openRateBps: planInForce(plan, at)?.commissionBps ?? null, isExclusive: false },
      ]),
    );
  }

  /** Products whose rate changes after one instant, until another (included), by time alone. */
  async changing(after: UtcInstant, until: UtcInstant): Promise<string[]> {
    const sql =
      'SELECT DISTINCT product_id AS id FROM open_plan_version WHERE effective_from > ? AND effective_from <= ?';
    return (await this.read<{ id: string }>(sql, [toColumn(after), toColumn(until)])).map(row => row.id);
  }
}
