import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Language } from '@chuanliu/http/language';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000; // No daylight saving since 1991.

/** `2026-11-06T12:00:03.250Z` → `2026-11-06 20:00:03.250`; whole seconds without decimals. */
export function inShanghai(instant: UtcInstant): string {
  const local = new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 23)}`.replace(/\.000$/, '');
}

/** Whole fen as yuan with fen beside it: `204.00 yuan (20,400 fen)`, `204.00 元（20,400 分）`. */
export function money(fen: number, language: Language): string {
  const size = Math.abs(fen);
  const sign = fen < 0 ? '−' : '';
  const yuan = `${sign}${grouped(Math.trunc(size / 100))}.${String(size % 100).padStart(2, '0')}`;
  const whole = `${sign}${grouped(size)}`;
  return language === 'zh' ? `${yuan} 元（${whole} 分）` : `${yuan} yuan (${whole} fen)`;
}

/** A rate in basis points: 2000 → `20%`, 1250 → `12.5%`. */
export function percent(bps: number): string {
  const decimals = String(bps % 100).padStart(2, '0').replace(/0+$/, ''); // prettier-ignore
  return `${Math.trunc(bps / 100)}${decimals && `.${decimals}`}%`;
}

export const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * How a line's base comes about, in fen: what was paid less what was refunded, and what is left of the subsidy;
 * neither falls below 0.
 */
export function baseFormula(line: {
  paidFen: number;
  platformSubsidyFen: number;
  refundedFen: number;
  baseFen: number;
}): string {
  const { paidFen, platformSubsidyFen, refundedFen, baseFen } = line;
  const paidLeft = Math.max(0, paidFen - refundedFen);
  const subsidyBack = platformSubsidyFen - (baseFen - paidLeft);
  const steps = [refundedFen > paidFen ? `max(0, ${paidFen} − ${refundedFen})` : `${paidFen} − ${refundedFen}`];
  if (platformSubsidyFen > 0) steps.push(`+ ${platformSubsidyFen}`);
  if (subsidyBack > 0) steps.push(`− ${subsidyBack}`);
  return `${steps.join(' ')} = ${baseFen}`;
}
