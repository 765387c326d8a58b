import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { foldPlan, planAt } from '../domain/plan';
import { openPlansOf } from '../storage/open-plans';
import { exclusivelyHeld } from '../storage/plan-for-pick';

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
    const exclusive = await exclusivelyHeld(this.read, productIds, at);
    return new Map(
      [...plans].map(([productId, versions]) => {
        const openRateBps = planAt(foldPlan('open', versions), at)?.commissionBps ?? null;
        return [productId, { openRateBps, isExclusive: exclusive.has(productId) }];
      }),
    );
  }

  /** Products whose rate changes after one instant, until another (included), by time alone. */
  async changing(after: UtcInstant, until: UtcInstant): Promise<string[]> {
    const span = [toColumn(after), toColumn(until)];
    const rows = await this.read<{ id: string }>(
      `SELECT product_id AS id FROM open_plan_version WHERE effective_from > ? AND effective_from <= ?
       UNION SELECT subject_id AS id FROM promoter_plan_version
       WHERE kind = 'exclusive' AND effective_from > ? AND effective_from <= ?`,
      [...span, ...span],
    );
    return rows.map(row => row.id);
  }
}
