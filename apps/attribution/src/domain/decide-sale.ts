import { baseAfter } from './base';
import { assistBpsAt, pickInForce, refusalOfCode, refusalOfPromoter } from './examine-pick';
import type { Knowledge, Pick } from './knowledge';
import type { Candidate, Decision, RefusalReason, Sale } from './sale';
import type { Touch } from './touch';

/** One candidate's examination; `ends` carries the outcome when it ends the search. */
interface Examination {
  candidate: Candidate;
  ends?: { outcome: 'distribution'; pick: Pick } | { outcome: 'self-broadcast' };
}

/** Examines the candidates that one kind of evidence names, in order. */
type Rule = (sale: Sale, known: Knowledge, touches: readonly Touch[]) => Iterable<Examination>;

/** The evidence, strongest first. */
const RULES: readonly Rule[] = [carriedCode, purchaseSurface, lastClick];

/** Purchases on these surfaces are made on somebody's content; the others belong to no account. */
export const ACCOUNT_SURFACES: ReadonlySet<string> = new Set(['live', 'short_video', 'showcase']);

/**
 * Decides who brought a sale, and who helped: the first eligible candidate, else nobody (organic).
 *
 * A gift, for which neither the buyer nor the platform paid, is void and examines nobody. Everything is read as of
 * orderedAt, so the decision is the same however late it is made.
 *
 * @param touches the buyer's touches of the product inside their windows, newest first (`touchesInWindow`)
 */
export function decideSale(sale: Sale, known: Knowledge, touches: readonly Touch[]): Decision {
  const candidates: Candidate[] = [];
  const nobody = { promoterId: null, pickId: null, candidates, assistantIds: [] };
  if (baseAfter(sale, []) === 0) return { outcome: 'void', ...nobody };
  for (const rule of RULES) {
    for (const { candidate, ends } of rule(sale, known, touches)) {
      candidates.push(candidate);
      if (ends?.outcome === 'self-broadcast') return { ...ends, ...nobody };
      if (ends) {
        const { promoterId, pickId } = ends.pick;
        const assistantIds = assistantsOf(ends.pick, sale, known, touches);
        return { outcome: 'distribution', promoterId, pickId, candidates, assistantIds };
      }
    }
  }
  return { outcome: 'organic', ...nobody };
}

/** Whether the buyer's touches could change or complete a decision that was made without them. */
export function asksForTouches(sale: Sale, { outcome, pickId }: Decision, known: Knowledge): boolean {
  if (sale.buyerKey === null) return false;
  if (outcome === 'organic') return true;
  const pick = pickId === null ? undefined : known.pick(pickId);
  return pick !== undefined && assistBpsAt(pick, sale.orderedAt) > 0;
}

/** The order line itself carries a promotion code. */
function carriedCode(sale: Sale, known: Knowledge): Examination[] {
  return sale.promotionCode === null ? [] : [examineCode({ rule: 'carried-code' }, sale.promotionCode, sale, known)];
}

/** The purchase was made on the content of an account; whose it was when the order was made decides. */
function purchaseSurface(sale: Sale, known: Knowledge): Examination[] {
  const { accountId } = sale;
  if (accountId === null || !ACCOUNT_SURFACES.has(sale.surface)) return [];
  return [examineAccount({ rule: 'purchase-surface' }, accountId, sale.orderedAt, sale, known)];
}

/** What the buyer clicked before the order, newest first. */
function* lastClick(sale: Sale, known: Knowledge, touches: readonly Touch[]): Iterable<Examination> {
  for (const touch of touches) if (touch.kind === 'click') yield* examineTouch(touch, sale, known);
}

/** A touch's code, then its account as it was owned at the touch. */
function examineTouch(touch: Touch, sale: Sale, known: Knowledge): Examination[] {
  const { touchId, occurredAt, promotionCode, accountId } = touch;
  const examined = { rule: 'last-click', touchId, occurredAt } as const;
  const ofCode = promotionCode === null ? [] : [examineCode(examined, promotionCode, sale, known)];
  if (ofCode[0]?.ends) return ofCode;
  if (accountId !== null) return [...ofCode, examineAccount(examined, accountId, occurredAt, sale, known)];
  return ofCode.length > 0 ? ofCode : [refused(examined, 'names-nobody')];
}

/** Every other promoter whom a click or cart touch names, and who might have won: they share the assist part, in byte order. */
function assistantsOf(winner: Pick, sale: Sale, known: Knowledge, touches: readonly Touch[]): string[] {
  if (touches.length === 0 || assistBpsAt(winner, sale.orderedAt) === 0) return [];
  const promoters = new Set<string>();
  for (const touch of touches) {
    const ends = examineTouch(touch, sale, known).at(-1)?.ends;
    if (ends?.outcome === 'distribution') promoters.add(ends.pick.promoterId);
  }
  promoters.delete(winner.promoterId);
  return [...promoters].sort();
}

type Examined = Omit<Candidate, 'verdict' | 'reason'>;

function examineCode(examined: Examined, promotionCode: string, sale: Sale, known: Knowledge): Examination {
  const pick = known.pickOfCode(promotionCode);
  if (!pick) return refused({ ...examined, promotionCode }, 'unknown-code');
  return verdictOn({ ...examined, promotionCode, promoterId: pick.promoterId }, pick, refusalOfCode(pick, sale, known));
}

/** @param ownedAt when it must have been whose account it was */
function examineAccount(
  examined: Examined,
  accountId: string,
  ownedAt: string,
  sale: Sale,
  known: Knowledge,
): Examination {
  const owner = known.ownerOf(accountId, ownedAt);
  if (!owner) return refused({ ...examined, accountId }, 'unknown-account');
  if (owner.kind === 'brand') {
    if (owner.id !== sale.brandId) return refused({ ...examined, accountId }, 'foreign-brand-account');
    return { candidate: { verdict: 'won', ...examined, accountId }, ends: { outcome: 'self-broadcast' } };
  }
  const named = { ...examined, accountId, promoterId: owner.id };
  const pick = pickInForce(known.picksOf(owner.id, sale.productId), sale);
  if (!pick) return refused(named, 'not-picked');
  return verdictOn(named, pick, refusalOfPromoter(pick, sale, known));
}

const verdictOn = (examined: Examined, pick: Pick, reason: RefusalReason | null): Examination =>
  reason
    ? refused(examined, reason)
    : { candidate: { verdict: 'won', ...examined }, ends: { outcome: 'distribution', pick } };

const refused = (examined: Examined, reason: RefusalReason): Examination => ({
  candidate: { verdict: 'refused', reason, ...examined },
});
