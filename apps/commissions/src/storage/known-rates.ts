import { fromColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import type { AgencyContract, DatedSale, KnownRates, PickTerms } from '@chuanliu/split-rules/terms-in-force';

/** A way to run a SELECT: inside a transaction, or outside of any. */
export type Read = Tx['query'];

/** Everything known that the terms of these sales depend on: one read a table for all of them. */
export async function readKnownRates(read: Read, sales: readonly DatedSale[]): Promise<KnownRates> {
  const brought = sales.filter(sale => sale.outcome === 'distribution');
  const picks = await readPicks(read, distinct(brought.map(sale => sale.pickId)));
  const brands = await readBrandFees(read, distinct(sales.map(sale => sale.brandId)));
  const contracts = await readContracts(read, distinct(brought.map(sale => sale.promoterId)));
  const fees = brought.length === 0 ? [] : await readPromotionFees(read);
  return {
    ofPick: pickId => picks.get(pickId),
    ofBrand: brandId => brands.get(brandId) ?? [],
    contractsOf: promoterId => contracts.get(promoterId) ?? [],
    fees,
  };
}

async function readPicks(read: Read, pickIds: string[]): Promise<Map<string, PickTerms[]>> {
  if (pickIds.length === 0) return new Map();
  const rows = await read<{ pick_id: string; terms: string }>(
    'SELECT pick_id, terms FROM pick_terms WHERE pick_id IN (?)',
    [pickIds],
  );
  return new Map(rows.map(row => [row.pick_id, JSON.parse(row.terms) as PickTerms[]]));
}

async function readBrandFees(read: Read, brandIds: string[]) {
  const fees = new Map<string, Array<{ effectiveFrom: string; techFeeBps: number }>>();
  if (brandIds.length === 0) return fees;
  const rows = await read<{ brand_id: string; effective_from: string; tech_fee_bps: number }>(
    'SELECT brand_id, effective_from, tech_fee_bps FROM brand_fee WHERE brand_id IN (?)',
    [brandIds],
  );
  for (const row of rows) {
    append(fees, row.brand_id, { effectiveFrom: fromColumn(row.effective_from), techFeeBps: row.tech_fee_bps });
  }
  return fees;
}

async function readContracts(read: Read, promoterIds: string[]): Promise<Map<string, AgencyContract[]>> {
  const contracts = new Map<string, AgencyContract[]>();
  if (promoterIds.length === 0) return contracts;
  const rows = await read<{
    promoter_id: string;
    from_at: string;
    to_at: string | null;
    agency_id: string;
    agency_bps: number;
  }>('SELECT promoter_id, from_at, to_at, agency_id, agency_bps FROM agency_contract WHERE promoter_id IN (?)', [
    promoterIds,
  ]);
  for (const row of rows) {
    const span = { from: fromColumn(row.from_at), to: fromColumn(row.to_at) };
    append(contracts, row.promoter_id, { agencyId: row.agency_id, agencyBps: row.agency_bps, ...span });
  }
  return contracts;
}

async function readPromotionFees(read: Read) {
  const rows = await read<{ effective_from: string; promotion_fee_bps: number }>(
    'SELECT effective_from, promotion_fee_bps FROM promotion_fee',
  );
  return rows.map(row => ({
    effectiveFrom: fromColumn(row.effective_from),
    promotionFeeBps: row.promotion_fee_bps,
  }));
}

const distinct = (ids: Array<string | null>): string[] => [...new Set(ids.filter(id => id !== null))];

function append<V>(lists: Map<string, V[]>, name: string, value: V): void {
  const list = lists.get(name);
  if (list) list.push(value);
  else lists.set(name, [value]);
}
