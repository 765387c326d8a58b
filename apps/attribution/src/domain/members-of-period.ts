import type { UtcInstant } from '@chuanliu/contracts/instants';
import { baseAt } from './base';
import type { BringingSale } from './membership';
import { riverSetting, type RiverFields, type RiverPolicyVersion } from './river-policy';

/** A span of time: `from` belongs to it, `to` does not. */
export interface Period {
  from: UtcInstant;
  to: UtcInstant;
}

const DAY_MS = 86_400_000;

/**
 * Whether a buyer was in a brand's audience, or would have been had they not been held out, at any instant of a period.
 *
 * A sale makes its buyer a member from the millisecond after paidAt until the window's last millisecond, or until the
 * refund that takes its base to 0, exclusive. Like `membershipAt`, the window is the one in force at each instant.
 * @param sales the brand's distribution sales to this one buyer, in any order
 */
export function isMemberWithin(
  sales: readonly BringingSale[],
  period: Period,
  policy: readonly RiverPolicyVersion[],
): boolean {
  return windowsOf(period, policy).some(window => sales.some(sale => bringsWithin(sale, window)));
}

interface Window {
  fromMs: number;
  toMs: number;
  days: number;
}

/** The period, cut wherever the policy changes the window's length. */
function windowsOf({ from, to }: Period, policy: readonly RiverPolicyVersion[]): Window[] {
  const cuts = changesWithin('windowDays', { from, to }, policy);
  const starts = [from, ...cuts];
  return starts.map((start, i) => ({
    fromMs: Date.parse(start),
    toMs: Date.parse(starts[i + 1] ?? to),
    days: riverSetting(policy, 'windowDays', start),
  }));
}

function bringsWithin(sale: BringingSale, { fromMs, toMs, days }: Window): boolean {
  const paidMs = Date.parse(sale.paidAt);
  const first = Math.max(fromMs, paidMs + 1);
  const last = Math.min(toMs - 1, paidMs + days * DAY_MS, endOfBaseMs(sale) - 1);
  return first <= last;
}

/** The instant of the refund that left nothing; Infinity while something is left. */
function endOfBaseMs(sale: BringingSale): number {
  let end = Infinity;
  for (const { occurredAt } of sale.refunds) {
    const ms = Date.parse(occurredAt);
    if (ms < end && baseAt(sale, sale.refunds, occurredAt) === 0) end = ms;
  }
  return end;
}

/** The longest window in force at any instant of the period, in days. */
export const longestWindowWithin = (period: Period, policy: readonly RiverPolicyVersion[]): number =>
  windowsOf(period, policy).reduce((longest, { days }) => Math.max(longest, days), 0);

/**
 * Whether one draw of the control group holds throughout the period. A version that repeats the salt and share in force
 * draws the same buyers, so it is no other draw.
 */
export function hasOneHoldout(period: Period, policy: readonly RiverPolicyVersion[]): boolean {
  const same = (field: 'salt' | 'holdoutBps') =>
    changesWithin(field, period, policy).every(
      at => riverSetting(policy, field, at) === riverSetting(policy, field, period.from),
    );
  return same('salt') && same('holdoutBps');
}

/** The instants inside the period at which a version sets the field, earliest first. */
function changesWithin(
  field: keyof RiverFields,
  { from, to }: Period,
  policy: readonly RiverPolicyVersion[],
): UtcInstant[] {
  return policy
    .filter(version => version[field] !== undefined && from < version.effectiveFrom && version.effectiveFrom < to)
    .map(version => version.effectiveFrom)
    .sort();
}
