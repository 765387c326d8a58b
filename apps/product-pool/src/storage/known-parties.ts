import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { fromColumn } from '@chuanliu/database/instant';
import type { Promoter } from '../domain/gates-of-picking';

const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 100;

/** What this service has heard of brands and promoters. */
@Injectable()
export class KnownParties {
  constructor(private readonly database: Database) {}

  /** Those of the brands that are known, after waiting for the others. */
  async awaitBrands(brandIds: readonly string[]): Promise<Set<string>> {
    if (brandIds.length === 0) return new Set();
    let known = new Set<string>();
    await untilFound(async () => {
      const rows = await this.database.read<{ id: string }>(
        'SELECT brand_id AS id FROM known_brand WHERE brand_id IN (?)',
        [brandIds],
      );
      known = new Set(rows.map(row => row.id));
      return brandIds.every(id => known.has(id));
    });
    return known;
  }

  awaitPromoter(promoterId: string): Promise<boolean> {
    return untilFound(async () => {
      const sql = 'SELECT 1 AS known FROM promoter WHERE promoter_id = ?';
      return (await this.database.read(sql, [promoterId])).length > 0;
    });
  }

  /** Those of the promoters that are known, after waiting for the others. */
  async awaitPromoters(promoterIds: readonly string[]): Promise<Set<string>> {
    let known = new Set<string>();
    await untilFound(async () => {
      const sql = 'SELECT promoter_id AS id FROM promoter WHERE promoter_id IN (?)';
      known = new Set((await this.database.read<{ id: string }>(sql, [promoterIds])).map(row => row.id));
      return promoterIds.every(id => known.has(id));
    });
    return known;
  }

  async awaitProduct(productId: string): Promise<boolean> {
    return (await this.awaitProducts([productId])).has(productId);
  }

  /** Those of the products that are known, after waiting for the others. */
  async awaitProducts(productIds: readonly string[]): Promise<Set<string>> {
    const ids = [...new Set(productIds)];
    let known = new Set<string>();
    await untilFound(async () => {
      const sql = 'SELECT product_id AS id FROM product WHERE product_id IN (?)';
      const rows = await this.database.read<{ id: string }>(sql, [ids]);
      known = new Set(rows.map(row => row.id));
      return known.size === ids.length;
    });
    return known;
  }

  async promoter(promoterId: string): Promise<Promoter> {
    const versions = await this.database.read<{ effective_from: string; reputation: number | null }>(
      'SELECT effective_from, reputation FROM promoter_version WHERE promoter_id = ?',
      [promoterId],
    );
    const suspensions = await this.database.read<{ holds_from: string; holds_to: string | null }>(
      'SELECT holds_from, holds_to FROM promoter_suspension WHERE promoter_id = ?',
      [promoterId],
    );
    const contracts = await this.database.read<{
      holds_from: string;
      holds_to: string | null;
      agency_id: string;
      agency_bps: number;
    }>('SELECT holds_from, holds_to, agency_id, agency_bps FROM agency_contract WHERE promoter_id = ?', [promoterId]);
    return {
      promoterId,
      versions: versions.map(row => ({
        effectiveFrom: fromColumn(row.effective_from),
        ...(row.reputation === null ? {} : { reputation: row.reputation }),
      })),
      suspensions: suspensions.map(row => ({ from: fromColumn(row.holds_from), to: fromColumn(row.holds_to) })),
      contracts: contracts.map(row => ({
        ...{ from: fromColumn(row.holds_from), to: fromColumn(row.holds_to) },
        ...{ agencyId: row.agency_id, agencyBps: row.agency_bps },
      })),
    };
  }
}

/** A party or product that a write names may still be on its way here: looks again until it is there, up to 5 s. */
async function untilFound(look: () => Promise<boolean>): Promise<boolean> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    if (await look()) return true;
    if (Date.now() >= until) return false;
    await sleep(LOOK_EVERY_MS);
  }
}
