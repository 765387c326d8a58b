import { Injectable } from '@nestjs/common';
import { businessDayOf, plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { readKnownPlans, type KnownPlans } from '../storage/known-plans';
import { pickOf, SELECT_PICK, type Pick, type PickRow } from '../storage/picks';

export interface PicksFilter {
  promoterId: string;
  productId: string | undefined;
  /** Whether the pick is open at `now`; both kinds unless told. */
  open: boolean | undefined;
  updatedFrom: UtcInstant | undefined;
  now: UtcInstant;
}

/** A promoter's picks in the order in which they were made. */
@Injectable()
export class ListPicksQuery {
  constructor(private readonly database: Database) {}

  /** The ids of the whole filtered list. */
  async ids(filter: PicksFilter): Promise<string[]> {
    const { where, parameters } = conditions(filter);
    const rows = await this.database.read<{ id: string }>(
      `SELECT pick_id AS id FROM pick WHERE ${where} ORDER BY pick_id`,
      parameters,
    );
    return rows.map(row => row.id);
  }

  async page(filter: PicksFilter, afterPickId: string, limit: number): Promise<Pick[]> {
    const { where, parameters } = conditions(filter);
    const sql = `${SELECT_PICK} WHERE ${where} AND pick_id > ? ORDER BY pick_id LIMIT ?`;
    return (await this.database.read<PickRow>(sql, [...parameters, afterPickId, limit])).map(pickOf);
  }

  async one(promoterId: string, pickId: string): Promise<Pick | null> {
    const sql = `${SELECT_PICK} WHERE pick_id = ? AND promoter_id = ?`;
    const [row] = await this.database.read<PickRow>(sql, [pickId, promoterId]);
    return row ? pickOf(row) : null;
  }

  /** How often the short links of these picks were opened in the last 30 business days, today among them, by pick. */
  async clicksOf(picks: readonly Pick[], now: UtcInstant): Promise<Map<string, number>> {
    if (picks.length === 0) return new Map();
    const rows = await this.database.read<{ id: string; clicks: string }>(
      `SELECT pick_id AS id, SUM(clicks) AS clicks FROM pick_click
       WHERE pick_id IN (?) AND business_day > ? GROUP BY pick_id`,
      [picks.map(pick => pick.pickId), businessDayOf(plusDays(now, -30))],
    );
    return new Map(rows.map(row => [row.id, Number(row.clicks)]));
  }

  plansOf(picks: readonly Pick[]): Promise<KnownPlans> {
    return readKnownPlans((sql, parameters) => this.database.read(sql, parameters), picks);
  }
}

function conditions({ promoterId, productId, open, updatedFrom, now }: PicksFilter) {
  const given: Array<[string, unknown]> = [['promoter_id = ?', promoterId]];
  if (productId !== undefined) given.push(['product_id = ?', productId]);
  if (open === true) given.push(['(picked_to IS NULL OR picked_to > ?)', toColumn(now)]);
  if (open === false) given.push(['picked_to <= ?', toColumn(now)]);
  if (updatedFrom !== undefined) given.push(['updated_at >= ?', toColumn(updatedFrom)]);
  return { where: given.map(([condition]) => condition).join(' AND '), parameters: given.map(([, value]) => value) };
}
