import type { UtcInstant } from '@chuanliu/contracts/instants';
import { holdsAt, valueInForce } from '@chuanliu/dated-facts/versions';
import type { Knowledge, Pick } from './knowledge';
import type { RefusalReason, Sale } from './sale';

/** Why a promoter may not earn from this sale although they hold the pick; null when they may. The first reason counts. */
export function refusalOfPromoter(pick: Pick, sale: Sale, known: Knowledge): RefusalReason | null {
  if (known.isSuspended(pick.promoterId, sale.orderedAt)) return 'promoter-suspended';
  // An anonymous buyer cannot be recognised as the promoter.
  if (sale.buyerKey !== null && known.isBuyerOf(pick.promoterId, sale.buyerKey)) return 'self-purchase';
  if (pick.termsFrom === null || pick.termsFrom > sale.orderedAt) return 'no-terms-in-force';
  if (pick.withoutTerms.some(span => holdsAt(span, sale.orderedAt))) return 'no-terms-in-force';
  return null;
}

/** Why a code that names this pick does not win the sale; null when it does. The first reason counts. */
export function refusalOfCode(pick: Pick, sale: Sale, known: Knowledge): RefusalReason | null {
  if (pick.productId !== sale.productId) return 'code-for-other-product';
  if (pick.from > sale.orderedAt) return 'code-not-started';
  if (pick.to !== null && pick.to <= sale.orderedAt) return 'code-ended';
  return refusalOfPromoter(pick, sale, known);
}

/** Of several picks in force when the order was made, the latest start wins, then the greater pickId in byte order. */
export function pickInForce(picks: readonly Pick[], sale: Sale): Pick | undefined {
  let found: Pick | undefined;
  for (const pick of picks) {
    if (!holdsAt(pick, sale.orderedAt)) continue;
    if (!found || pick.from > found.from || (pick.from === found.from && pick.pickId > found.pickId)) found = pick;
  }
  return found;
}

/** The part of the winner's commission that assistants share under the terms in force, in basis points. */
export const assistBpsAt = (pick: Pick, at: UtcInstant): number => valueInForce(pick.assistRates, 'assistBps', at, 0);
