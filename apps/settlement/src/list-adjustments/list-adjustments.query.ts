import { Injectable } from '@nestjs/common';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import type { AdjustmentState } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { readAdjustment, readAdjustments, type StoredAdjustment } from '../storage/adjustments';
import type { Read } from '../storage/read';
import { andAll, given, spanOfIds, valuesOf, type Condition } from '../storage/span-of-ids';

export interface AdjustmentsFilter {
  state?: AdjustmentState;
  personId?: string;
  appealId?: string;
  updatedFrom?: string;
}

const IDS_AT_ONCE = 5_000;

/** Adjustments in the order in which they were proposed. */
@Injectable()
export class ListAdjustmentsQuery {
  private readonly query: Read;

  constructor(database: Database) {
    this.query = (sql, parameters) => database.read(sql, parameters);
  }

  /** @param after the last one that was shown; '': none */
  async page(filter: AdjustmentsFilter, after: string, limit: number): Promise<StoredAdjustment[]> {
    const conditions = await this.conditionsOf(filter);
    if (!conditions) return [];
    return readAdjustments(this.query, allOf(conditions), [after, ...valuesOf(conditions)], limit);
  }

  one(adjustmentId: string): Promise<StoredAdjustment | null> {
    return readAdjustment(this.query, adjustmentId);
  }

  /** Id and debits of every adjustment of the filtered list. */
  async *whole(filter: AdjustmentsFilter): AsyncGenerator<{ id: string; amountFen: number }> {
    const conditions = await this.conditionsOf(filter);
    if (!conditions) return;
    for (let after = ''; ;) {
      const rows = await this.query<{ adjustment_id: string; amount_fen: number }>(
        `SELECT adjustment_id, amount_fen FROM adjustment WHERE ${allOf(conditions)} ORDER BY adjustment_id LIMIT ?`,
        [after, ...valuesOf(conditions), IDS_AT_ONCE],
      );
      for (const { adjustment_id, amount_fen } of rows) yield { id: adjustment_id, amountFen: amount_fen };
      if (rows.length < IDS_AT_ONCE) return;
      after = rows.at(-1)!.adjustment_id;
    }
  }

  /** Null where nothing can fit. */
  private async conditionsOf(filter: AdjustmentsFilter): Promise<Condition[] | null> {
    const { state, personId, appealId, updatedFrom } = filter;
    const inTime = given(['updated_at >= ?', updatedFrom && toColumn(toUtcInstant(updatedFrom))]);
    const span = await spanOfIds(this.query, { table: 'adjustment', id: 'adjustment_id' }, inTime);
    const ofWhom = given(
      ['state = ?', state],
      ['? IN (proposed_by_person, decided_by_person)', personId],
      ['appeal_id = ?', appealId],
    );
    return span && [...ofWhom, ...inTime, ...span];
  }
}

const allOf = (conditions: readonly Condition[]) => `adjustment_id > ?${andAll(conditions)}`;
