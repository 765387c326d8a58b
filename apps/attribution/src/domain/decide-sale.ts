import { baseAfter } from './base';
import { pickInForce, refusalOfCode, refusalOfPromoter } from './examine-pick';
import type { Knowledge, Pick } from './knowledge';
import type { Candidate, Decision, RefusalReason, Sale } from './sale';

/** One candidate's examination; `ends` carries the outcome when it ends the search. */
interface Examination {
  candidate: Candidate;
  ends?: { outcome: 'distribution'; pick: Pick } | { outcome: 'self-broadcast' };
}

/** Examines the candidates that one kind of evidence names, in order. */
type Rule = (sale: Sale, known: Knowledge) => Examination[];

/** The evidence, strongest first. Weaker kinds, such as what the buyer clicked before, belong behind these. */
const RULES: readonly Rule[] = [carriedCode, purchaseSurface];

/** Purchases on these surfaces are made on somebody's content; the others belong to no account. */
export const ACCOUNT_SURFACES: ReadonlySet<string> = new Set(['live', 'short_video', 'showcase']);

/**
 * Decides who brought a sale: the first eligible candidate, else nobody (organic).
 *
 * A gift, for which neither the buyer nor the platform paid, is void and examines nobody. Everything is read as of
 * orderedAt, so the decision is the same however late it is made.
 */
export function decideSale(sale: Sale, known: Knowledge): Decision {
  const candidates: Candidate[] = [];
  if (baseAfter(sale, []) === 0) return { outcome: 'void', promoterId: null, pickId: null, candidates };
  for (const rule of RULES) {
    for (const { candidate, ends } of rule(sale, known)) {
      candidates.push(candidate);
      if (ends?.outcome === 'self-broadcast') return { ...ends, promoterId: null, pickId: null, candidates };
      if (ends)
        return { outcome: 'distribution', promoterId: ends.pick.promoterId, pickId: ends.pick.pickId, candidates };
    }
  }
  return { outcome: 'organic', promoterId: null, pickId: null, candidates };
}

/** The order line itself carries a promotion code. */
function carriedCode(sale: Sale, known: Knowledge): Examination[] {
  const { promotionCode } = sale;
  if (promotionCode === null) return [];
  const rule = 'carried-code';
  const pick = known.pickOfCode(promotionCode);
  if (!pick) return [refused({ rule, promotionCode }, 'unknown-code')];
  const examined = { rule, promotionCode, promoterId: pick.promoterId } as const;
  const reason = refusalOfCode(pick, sale, known);
  return [reason ? refused(examined, reason) : won(examined, pick)];
}

/** The purchase was made on the content of an account; whose it was when the order was made decides. */
function purchaseSurface(sale: Sale, known: Knowledge): Examination[] {
  const { accountId } = sale;
  if (accountId === null || !ACCOUNT_SURFACES.has(sale.surface)) return [];
  const rule = 'purchase-surface';
  const owner = known.ownerOf(accountId, sale.orderedAt);
  if (!owner) return [refused({ rule, accountId }, 'unknown-account')];
  if (owner.kind === 'brand') {
    if (owner.id !== sale.brandId) return [refused({ rule, accountId }, 'foreign-brand-account')];
    return [{ candidate: { rule, accountId, verdict: 'won' }, ends: { outcome: 'self-broadcast' } }];
  }
  const examined = { rule, accountId, promoterId: owner.id } as const;
  const pick = pickInForce(known.picksOf(owner.id, sale.productId), sale);
  if (!pick) return [refused(examined, 'not-picked')];
  const reason = refusalOfPromoter(pick, sale, known);
  return [reason ? refused(examined, reason) : won(examined, pick)];
}

type Examined = Omit<Candidate, 'verdict' | 'reason'>;

const refused = (examined: Examined, reason: RefusalReason): Examination => ({
  candidate: { ...examined, verdict: 'refused', reason },
});

const won = (examined: Examined, pick: Pick): Examination => ({
  candidate: { ...examined, verdict: 'won' },
  ends: { outcome: 'distribution', pick },
});
