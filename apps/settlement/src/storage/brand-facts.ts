import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { inLists } from './order-id';

/** A version of what settlement reads of a brand. */
export interface BrandFacts {
  brandId: string;
  effectiveFrom: string;
  shopScore?: number;
  joinedAt?: string;
}

/** A version that is known already is left as it is: partners never says two things of one instant. */
export async function saveBrandFacts(tx: Tx, facts: readonly BrandFacts[]): Promise<void> {
  await insertRows(
    tx,
    'brand_fact',
    ['brand_id', 'effective_from', 'shop_score', 'joined_at'],
    facts.map(fact => [
      fact.brandId,
      toColumn(fact.effectiveFrom),
      fact.shopScore ?? null,
      toColumn(fact.joinedAt ?? null),
    ]),
    { ignore: true },
  );
}

interface FactRow {
  brand_id: string;
  effective_from: string;
  shop_score: number | null;
  joined_at: string | null;
}

/** The versions of these brands, by brand; brands of which nothing is known are missing. */
export async function brandFactsOf(tx: Pick<Tx, 'query'>, brandIds: string[]): Promise<Map<string, BrandFacts[]>> {
  const facts = new Map<string, BrandFacts[]>();
  for (const some of inLists(brandIds)) {
    const rows = await tx.query<FactRow>(
      'SELECT brand_id, effective_from, shop_score, joined_at FROM brand_fact WHERE brand_id IN (?)',
      [some],
    );
    addTo(facts, rows);
  }
  return facts;
}

/** The versions of all brands that ever said when they joined. */
export async function brandsThatJoined(tx: Pick<Tx, 'query'>): Promise<Map<string, BrandFacts[]>> {
  const facts = new Map<string, BrandFacts[]>();
  addTo(
    facts,
    await tx.query<FactRow>(
      'SELECT brand_id, effective_from, shop_score, joined_at FROM brand_fact WHERE joined_at IS NOT NULL',
    ),
  );
  return facts;
}

function addTo(facts: Map<string, BrandFacts[]>, rows: readonly FactRow[]): void {
  for (const row of rows) {
    const fact: BrandFacts = { brandId: row.brand_id, effectiveFrom: fromColumn(row.effective_from) };
    if (row.shop_score !== null) fact.shopScore = row.shop_score;
    if (row.joined_at !== null) fact.joinedAt = fromColumn(row.joined_at);
    const ofBrand = facts.get(row.brand_id);
    if (ofBrand) ofBrand.push(fact);
    else facts.set(row.brand_id, [fact]);
  }
}
