import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { fromColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { insertRows } from '@chuanliu/database/insert-rows';
import { becomesTrue } from '@chuanliu/messaging/on-its-way';
import type { Promoter } from '../domain/gates-of-picking';
import { namedPartyUnknown, type NamedParty } from '../domain/plan.problems';

/** Notes that these recruiters and agencies exist, in the order in which every slice does. */
export async function saveKnownParties(tx: Tx, kind: 'recruiter' | 'agency', partyIds: string[]): Promise<void> {
  const rows = [...new Set(partyIds)].sort().map(id => [kind, id]);
  await insertRows(tx, 'known_party', ['party_kind', 'party_id'], rows, { ignore: true });
}

/** What this service has heard of brands, promoters, recruiters and agencies. */
@Injectable()
export class KnownParties {
  constructor(private readonly database: Database) {}

  /** Those of the brands that are known, after waiting for the others. */
  async awaitBrands(brandIds: readonly string[]): Promise<Set<string>> {
    if (brandIds.length === 0) return new Set();
    let known = new Set<string>();
    await becomesTrue(async () => {
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
    return becomesTrue(async () => {
      const sql = 'SELECT 1 AS known FROM promoter WHERE promoter_id = ?';
      return (await this.database.read(sql, [promoterId])).length > 0;
    });
  }

  /**
   * Waits for all the promoters, recruiters and agencies that a body names, at once.
   * @throws Problem named-promoter-unknown, named-recruiter-unknown or named-agency-unknown (422), which points to each
   */
  async requireNamed(named: readonly NamedParty[]): Promise<void> {
    let strangers = named;
    const look = async () => {
      strangers = await this.strangersAmong(strangers);
      return strangers.length === 0;
    };
    if (!(await becomesTrue(look))) throw namedPartyUnknown(strangers);
  }

  private async strangersAmong(named: readonly NamedParty[]): Promise<NamedParty[]> {
    const idsOf = (kinds: string[]) => [
      ...new Set(named.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)),
    ];
    const [promoters, others] = [idsOf(['promoter']), idsOf(['recruiter', 'agency'])];
    const known = new Set<string>();
    const ask = async (ids: string[], sql: string) => {
      if (ids.length === 0) return;
      for (const { kind, id } of await this.database.read<{ kind: string; id: string }>(sql, [ids])) {
        known.add(`${kind}:${id}`);
      }
    };
    await ask(promoters, `SELECT 'promoter' AS kind, promoter_id AS id FROM promoter WHERE promoter_id IN (?)`);
    await ask(
      others,
      `SELECT party_kind AS kind, party_id AS id FROM known_party
       WHERE party_kind IN ('agency', 'recruiter') AND party_id IN (?)`,
    );
    return named.filter(({ kind, id }) => !known.has(`${kind}:${id}`));
  }

  async awaitProduct(productId: string): Promise<boolean> {
    return (await this.awaitProducts([productId])).has(productId);
  }

  /** Those of the products that are known, after waiting for the others. */
  async awaitProducts(productIds: readonly string[]): Promise<Set<string>> {
    const ids = [...new Set(productIds)];
    let known = new Set<string>();
    await becomesTrue(async () => {
      const sql = 'SELECT product_id AS id FROM product WHERE product_id IN (?)';
      const rows = await this.database.read<{ id: string }>(sql, [ids]);
      known = new Set(rows.map(row => row.id));
      return known.size === ids.length;
    });
    return known;
  }

  /** What is known of a promoter, in one statement. */
  async promoter(promoterId: string): Promise<Promoter> {
    const rows = await this.database.read<PromoterFact>(PROMOTER_FACTS, [promoterId, promoterId, promoterId]);
    const spanOf = (row: PromoterFact) => ({ from: fromColumn(row.holds_from), to: fromColumn(row.holds_to) });
    return {
      promoterId,
      versions: rows
        .filter(({ fact }) => fact === 'version')
        .map(({ holds_from, figure }) => ({
          effectiveFrom: fromColumn(holds_from),
          ...(figure === null ? {} : { reputation: figure }),
        })),
      suspensions: rows.filter(({ fact }) => fact === 'suspension').map(spanOf),
      contracts: rows
        .filter(({ fact }) => fact === 'contract')
        .map(row => ({ agencyId: row.agency_id!, agencyBps: row.figure!, ...spanOf(row) })),
    };
  }
}

interface PromoterFact {
  fact: 'version' | 'suspension' | 'contract';
  holds_from: string;
  holds_to: string | null;
  /** Of a version the reputation, of a contract the agency's part in basis points. */
  figure: number | null;
  agency_id: string | null;
}

const PROMOTER_FACTS = `
  SELECT 'contract' AS fact, holds_from, holds_to, agency_bps AS figure, agency_id FROM agency_contract
  WHERE promoter_id = ?
  UNION ALL SELECT 'suspension', holds_from, holds_to, NULL, NULL FROM promoter_suspension WHERE promoter_id = ?
  UNION ALL SELECT 'version', effective_from, NULL, reputation, NULL FROM promoter_version WHERE promoter_id = ?`;
