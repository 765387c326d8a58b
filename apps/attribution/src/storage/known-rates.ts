import { fromColumn } from '@chuanliu/database/instant';
import {
  areBearable,
  type AgencyContract,
  type KnownRates,
  type PickTerms,
} from '@chuanliu/split-rules/terms-in-force';
import type { Decision } from '../domain/sale';
import { appendTo } from './append-to';
import { compare } from './line';
import { policyVersions } from './policy-versions';
import { readInParts } from './read-in-parts';
import type { Reader } from './reader';

/** A decision, and the brand whose fee its split pays. */
export interface DividedBy {
  brandId: string;
  decision: Pick<Decision, 'promoterId' | 'pickId'>;
}

/**
 * Everything known here that the splits of these decisions depend on, one read a table for all of them. A pick whose
 * terms were told before this service kept them, or that no sale can bear, counts as unknown.
 */
export async function knownRates(reader: Reader, divided: readonly DividedBy[]): Promise<KnownRates> {
  const picks = await termsOfPicks(reader, distinct(divided.map(each => each.decision.pickId)));
  const brands = await feesOfBrands(reader, distinct(divided.map(each => each.brandId)));
  const contracts = await contractsOf(reader, distinct(divided.map(each => each.decision.promoterId)));
  const fees = await policyVersions<{ effectiveFrom: string; promotionFeeBps?: number }>(reader, 'fees');
  return {
    ofPick: pickId => picks.get(pickId),
    ofBrand: brandId => brands.get(brandId) ?? [],
    contractsOf: promoterId => contracts.get(promoterId) ?? [],
    fees: fees.flatMap(({ effectiveFrom, promotionFeeBps }) =>
      promotionFeeBps === undefined ? [] : [{ effectiveFrom, promotionFeeBps }],
    ),
  };
}

async function termsOfPicks(reader: Reader, pickIds: readonly string[]): Promise<Map<string, PickTerms[]>> {
  const rows = await readInParts<{ pick_id: string; terms: string | null }>(
    reader,
    'SELECT pick_id, terms FROM pick WHERE pick_id IN (?)',
    pickIds,
  );
  const picks = new Map<string, PickTerms[]>();
  for (const { pick_id, terms } of rows) {
    const series = terms === null ? null : (JSON.parse(terms) as PickTerms[]);
    if (series?.every(areBearable)) picks.set(pick_id, series);
  }
  return picks;
}

async function feesOfBrands(reader: Reader, brandIds: readonly string[]) {
  const rows = await readInParts<{ brand_id: string; effective_from: string; tech_fee_bps: number | null }>(
    reader,
    'SELECT brand_id, effective_from, tech_fee_bps FROM brand_version WHERE brand_id IN (?)',
    brandIds,
  );
  const fees = new Map<string, Array<{ effectiveFrom: string; techFeeBps: number }>>();
  for (const { brand_id, effective_from, tech_fee_bps: techFeeBps } of rows) {
    if (techFeeBps !== null) appendTo(fees, brand_id, { effectiveFrom: fromColumn(effective_from), techFeeBps });
  }
  return fees;
}

async function contractsOf(reader: Reader, promoterIds: readonly string[]): Promise<Map<string, AgencyContract[]>> {
  const rows = await readInParts<{
    promoter_id: string;
    from_at: string;
    to_at: string | null;
    agency_id: string;
    agency_bps: number;
  }>(
    reader,
    'SELECT promoter_id, from_at, to_at, agency_id, agency_bps FROM agency_contract WHERE promoter_id IN (?)',
    promoterIds,
  );
  const contracts = new Map<string, AgencyContract[]>();
  for (const row of rows) {
    const span = { from: fromColumn(row.from_at), to: fromColumn(row.to_at) };
    appendTo(contracts, row.promoter_id, { agencyId: row.agency_id, agencyBps: row.agency_bps, ...span });
  }
  return contracts;
}

const distinct = (ids: ReadonlyArray<string | null>): string[] =>
  [...new Set(ids.filter(id => id !== null))].sort(compare);
