import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { perYuan } from '@chuanliu/money/basis-points';
import type { Fen } from '@chuanliu/money/fen';
import { baseAt } from './base';
import { GRANT_DAYS, riverSetting, type RiverPolicyVersion } from './river-policy';
import type { Refund, Sale } from './sale';

export type NotEligibleReason = 'shop-score-too-low' | 'reputation-too-low';

/** Impressions that a sale earned for a party's streams. Not eligible: recorded with 0 and the reason. */
export interface Grant {
  /** `brand:{id}` or `promoter:{id}`. */
  party: string;
  impressions: number;
  eligible: boolean;
  reason: NotEligibleReason | null;
}

/** What a grant depends on, all of it as of paidAt. */
export interface Standing {
  /** Hundredths of a point. */
  shopScore: number;
  reputation: number;
}

export type GrantKind = 'brand' | 'promoter';

const RATE = { brand: 'brandTrafficPerYuan', promoter: 'promoterTrafficPerYuan' } as const;

/** Why neither party gets traffic from a sale of this brand and promoter; null when they do. */
export function refusalOfGrant(
  { shopScore, reputation }: Standing,
  paidAt: UtcInstant,
  policy: readonly RiverPolicyVersion[],
): NotEligibleReason | null {
  if (shopScore < riverSetting(policy, 'minShopScore', paidAt)) return 'shop-score-too-low';
  if (reputation < riverSetting(policy, 'minReputation', paidAt)) return 'reputation-too-low';
  return null;
}

/** Impressions for a base in fen, at the rate in force at paidAt; a brand's and a promoter's rates differ. */
export const impressionsFor = (
  kind: GrantKind,
  base: Fen,
  paidAt: UtcInstant,
  policy: readonly RiverPolicyVersion[],
): number => perYuan(base, riverSetting(policy, RATE[kind], paidAt));

/** The first instant at which a grant can no longer be used. */
export const expiryOf = (paidAt: UtcInstant): UtcInstant => plusDays(paidAt, GRANT_DAYS);

/**
 * How many impressions a grant had from when on: at paidAt, and at every later refund that changed it, earliest first.
 * @param refunds those that count, in any order
 */
export function sizesOf(
  kind: GrantKind,
  sale: Pick<Sale, 'paidAt' | 'paidFen' | 'platformSubsidyFen'>,
  refunds: readonly Refund[],
  policy: readonly RiverPolicyVersion[],
): Array<{ from: UtcInstant; impressions: number }> {
  const sizeAt = (from: UtcInstant) => ({
    from,
    impressions: impressionsFor(kind, baseAt(sale, refunds, from), sale.paidAt, policy),
  });
  const later = refunds.map(refund => refund.occurredAt).filter(at => at > sale.paidAt);
  return [sale.paidAt, ...new Set(later.sort())].map(sizeAt);
}
