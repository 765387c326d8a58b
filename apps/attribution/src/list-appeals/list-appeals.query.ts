import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { AdjustmentState } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import type { Appellant, ReadState } from '../domain/appeal';
import { appealOf, SELECT_APPEAL, type AppealRow, type StoredAppeal } from '../storage/appeals';

export interface AppealsFilter {
  /** Only this party's; everybody's, when it is left out. */
  party?: Appellant;
  /** As of `at`. */
  state?: ReadState;
  orderId?: string;
  /** Only those that an adjustment in a state told makes good, or only the others. */
  adjusted?: boolean;
  told: readonly AdjustmentState[];
  updatedFrom?: UtcInstant;
  at: UtcInstant;
}

/** Appeals in the order in which they were filed. */
@Injectable()
export class AppealsListed {
  constructor(private readonly database: Database) {}

  /** The ids of the whole filtered list. */
  async ids(filter: AppealsFilter): Promise<string[]> {
    const { where, parameters } = conditions(filter);
    const sql = `SELECT appeal_id AS id FROM appeal WHERE ${where} ORDER BY appeal_id`;
    return (await this.database.read<{ id: string }>(sql, parameters)).map(row => row.id);
  }

  async page(filter: AppealsFilter, afterAppealId: string, limit: number): Promise<StoredAppeal[]> {
    const { where, parameters } = conditions(filter);
    const sql = `${SELECT_APPEAL} WHERE ${where} AND appeal_id > ? ORDER BY appeal_id LIMIT ?`;
    return (await this.database.read<AppealRow>(sql, [...parameters, afterAppealId, limit])).map(appealOf);
  }
}

const HAS_ADJUSTMENT =
  'EXISTS (SELECT 1 FROM appeal_adjustment d WHERE d.appeal_id = appeal.appeal_id AND d.state IN (?))';

function conditions({ party, state, orderId, adjusted, told, updatedFrom, at }: AppealsFilter) {
  const given: Array<[string, unknown[]]> = [['1 = 1', []]];
  if (party) given.push(['party_kind = ? AND party_id = ?', [party.kind, party.id]]);
  if (orderId !== undefined) given.push(['order_id = ?', [orderId]]);
  if (state === 'open') given.push([`state = 'open' AND due_at > ?`, [toColumn(at)]]);
  else if (state === 'overdue') given.push([`state = 'open' AND due_at <= ?`, [toColumn(at)]]);
  else if (state !== undefined) given.push(['state = ?', [state]]);
  if (adjusted !== undefined) given.push([`${adjusted ? '' : 'NOT '}${HAS_ADJUSTMENT}`, [told]]);
  if (updatedFrom !== undefined) given.push(['updated_at >= ?', [toColumn(updatedFrom)]]);
  return {
    where: given.map(([condition]) => condition).join(' AND '),
    parameters: given.flatMap(([, values]) => values),
  };
}
