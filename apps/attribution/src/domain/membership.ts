import { createHash } from 'node:crypto';
import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { baseAt } from './base';
import { riverSetting, type RiverPolicyVersion } from './river-policy';
import type { Refund, Sale } from './sale';

/** A distribution sale to a known buyer: it brings the buyer into the brand's river audience. */
export interface BringingSale extends Pick<
  Sale,
  'channelId' | 'orderId' | 'lineNo' | 'paidAt' | 'paidFen' | 'platformSubsidyFen'
> {
  promoterId: string;
  refunds: readonly Refund[];
}

export interface Membership<S extends BringingSale = BringingSale> {
  broughtBy: string;
  /** When the sale that brought the buyer was paid. */
  since: UtcInstant;
  /** The last instant of membership, unless another sale prolongs it. */
  until: UtcInstant;
  sale: S;
}

/**
 * Whether a buyer is in a brand's river audience at an instant, and who brought them.
 * @param sales the brand's distribution sales to this one buyer, in any order
 * @param at the instant; a sale paid at this very instant has not brought anyone yet
 * @returns the latest bringing sale's membership, or null
 */
export function membershipAt<S extends BringingSale>(
  sales: readonly S[],
  at: UtcInstant,
  policy: readonly RiverPolicyVersion[],
): Membership<S> | null {
  const windowDays = riverSetting(policy, 'windowDays', at);
  let latest: S | undefined;
  for (const sale of sales) {
    if (sale.paidAt >= at || at > plusDays(sale.paidAt, windowDays)) continue;
    if (latest && !isLater(sale, latest)) continue;
    if (baseAt(sale, sale.refunds, at) > 0) latest = sale;
  }
  if (!latest) return null;
  return {
    broughtBy: latest.promoterId,
    since: latest.paidAt,
    until: plusDays(latest.paidAt, windowDays),
    sale: latest,
  };
}

/** By (paidAt, orderId, lineNo); two channels may share an orderId, so the channel has the last word. */
function isLater(a: BringingSale, b: BringingSale): boolean {
  if (a.paidAt !== b.paidAt) return a.paidAt > b.paidAt;
  if (a.orderId !== b.orderId) return a.orderId > b.orderId;
  if (a.lineNo !== b.lineNo) return a.lineNo > b.lineNo;
  return a.channelId > b.channelId;
}

/**
 * Whether a buyer belongs to the brand's control group at an instant: never recommended to the brand's streams, so that
 * what the river adds can be measured. The draw depends on nothing but salt, brand and buyer.
 */
export function isHeldOut(
  brandId: string,
  buyerKey: string,
  at: UtcInstant,
  policy: readonly RiverPolicyVersion[],
): boolean {
  const salt = riverSetting(policy, 'salt', at);
  const digest = createHash('sha256').update(`${salt}:${brandId}:${buyerKey}`).digest('hex');
  return parseInt(digest.slice(0, 8), 16) % 10_000 < riverSetting(policy, 'holdoutBps', at);
}
