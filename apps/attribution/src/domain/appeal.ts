import type { AppealState } from '@chuanliu/contracts/attribution/appeal-changed.v1';
import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { holdsAt } from '@chuanliu/dated-facts/versions';
import type { Pick } from './knowledge';
import type { Decision, Sale } from './sale';

/** How long parties and staff have; whole days of 24 hours. */
export interface AppealTimes {
  /** From paidAt: until then an appeal may be filed. */
  filingDays: number;
  /** From its filing: until then an appeal is to be resolved. */
  resolutionDays: number;
}

/** Who appeals. */
export interface Appellant {
  kind: 'promoter' | 'brand';
  id: string;
}

/** How an appeal reads: one that nobody resolved in time is overdue. */
export type ReadState = AppealState | 'overdue';

/** The first instant at which it is too late to appeal. */
export const filingEndsAt = ({ paidAt }: { paidAt: UtcInstant }, { filingDays }: AppealTimes): UtcInstant =>
  plusDays(paidAt, filingDays);

/** The instant from which an appeal that is still open is overdue. */
export const dueAt = (filedAt: UtcInstant, { resolutionDays }: AppealTimes): UtcInstant =>
  plusDays(filedAt, resolutionDays);

/** The state as of an instant: no timer moves it. */
export const stateAt = (appeal: { state: AppealState; dueAt: UtcInstant }, at: UtcInstant): ReadState =>
  appeal.state === 'open' && at >= appeal.dueAt ? 'overdue' : appeal.state;

/**
 * Whether a sale is a party's business, so that it may dispute its outcome: a brand's own sales; of a promoter those
 * that they won, helped with or were examined for, and those of a product that they were promoting when it was ordered.
 *
 * @param picks the promoter's picks of the product
 */
export function mayAppeal(
  { kind, id }: Appellant,
  sale: Sale,
  { promoterId, assistantIds, candidates }: Decision,
  picks: readonly Pick[],
): boolean {
  if (kind === 'brand') return sale.brandId === id;
  if (promoterId === id || assistantIds.includes(id)) return true;
  if (candidates.some(candidate => candidate.promoterId === id)) return true;
  return picks.some(pick => holdsAt(pick, sale.orderedAt));
}
