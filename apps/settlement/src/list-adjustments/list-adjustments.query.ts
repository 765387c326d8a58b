import { Injectable } from '@nestjs/common';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import type { AdjustmentState } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { readAdjustment, readAdjustments, type StoredAdjustment } from '../storage/adjustments';
import type { Read } from '../storage/read';

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
  page(filter: AdjustmentsFilter, after: string, limit: number): Promise<StoredAdjustment[]> {
    const { where, parameters } = conditionsOf(filter, after);
    return readAdjustments(this.query, where, parameters, limit);
  }

  one(adjustmentId: string): Promise<StoredAdjustment | null> {
    return readAdjustment(this.query, adjustmentId);
  }

  /** Id and debits of every adjustment of the filtered list. */
  async *whole(filter: AdjustmentsFilter): AsyncGenerator<{ id: string; amountFen: number }> {
    for (let after = ''; ;) {
      const { where, parameters } = conditionsOf(filter, after);
      const rows = await this.query<{ adjustment_id: string; amount_fen: number }>(
        `SELECT adjustment_id, amount_fen FROM adjustment WHERE ${where} ORDER BY adjustment_id LIMIT ?`,
        [...parameters, IDS_AT_ONCE],
      );
      for (const { adjustment_id, amount_fen } of rows) yield { id: adjustment_id, amountFen: amount_fen };
      if (rows.length < IDS_AT_ONCE) return;
      after = rows.at(-1)!.adjustment_id;
    }
  }
}

function conditionsOf({ state, personId, appealId, updatedFrom }: AdjustmentsFilter, after: string) {
  const given: Array<[string, unknown[]]> = [['adjustment_id > ?', [after]]];
  if (state !== undefined) given.push(['state = ?', [state]]);
  if (personId !== undefined) given.push(['(proposed_by_person = ? OR decided_by_person = ?)', [personId, personId]]);
  if (appealId !== undefined) given.push(['appeal_id = ?', [appealId]]);
  if (updatedFrom !== undefined) given.push(['updated_at >= ?', [toColumn(toUtcInstant(updatedFrom))]]);
  return {
    where: given.map(([condition]) => condition).join(' AND '),
    parameters: given.flatMap(([, values]) => values),
  };
}
