import { businessDayOf, endOfBusinessDay, type BusinessDate } from '@chuanliu/contracts/instants';
import type { Tx } from '@chuanliu/database/tx';
import { valueInForce } from '@chuanliu/dated-facts/versions';
import { brandsThatJoined } from '../storage/brand-facts';
import { versionsOfPolicy } from '../storage/policy-versions';

/** The settled base of a newcomer that gets a rebate, where no policy says it: 100,000 yuan. */
const DEFAULT_QUOTA_FEN = 10_000_000;

/** A brand in the newcomers' programme, and what is left of its quota. */
export interface Newcomer {
  brandId: string;
  quotaLeftFen: number;
}

/**
 * Which brands are newcomers for the settlement of a day, by the programme in force at its end, and have some of their quota
 * left. Without a programme nobody is.
 */
export async function newcomersAtCut(tx: Pick<Tx, 'query'>, businessDate: BusinessDate): Promise<Newcomer[]> {
  const at = endOfBusinessDay(businessDate);
  const policies = await versionsOfPolicy(tx, 'newcomer');
  const joinedFrom = valueInForce(policies, 'joinedFrom', at, '');
  const joinedTo = valueInForce(policies, 'joinedTo', at, '');
  if (joinedFrom === '' || joinedTo === '') return [];
  const quotaFen = valueInForce(policies, 'quotaFen', at, DEFAULT_QUOTA_FEN);
  const used = await usedQuotas(tx);
  const newcomers: Newcomer[] = [];
  for (const [brandId, facts] of await brandsThatJoined(tx)) {
    const joinedAt = valueInForce(facts, 'joinedAt', at, '');
    if (joinedAt === '') continue;
    const joinedOn = businessDayOf(joinedAt);
    const quotaLeftFen = quotaFen - (used.get(brandId) ?? 0);
    if (joinedFrom <= joinedOn && joinedOn <= joinedTo && quotaLeftFen > 0) newcomers.push({ brandId, quotaLeftFen });
  }
  return newcomers;
}

async function usedQuotas(tx: Pick<Tx, 'query'>): Promise<Map<string, number>> {
  const rows = await tx.query<{ brand_id: string; used_fen: number }>('SELECT brand_id, used_fen FROM newcomer_quota');
  return new Map(rows.map(row => [row.brand_id, row.used_fen]));
}
