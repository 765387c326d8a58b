import { fen, type Fen } from '@chuanliu/money/fen';
import { splitCommission, type Share } from '@chuanliu/split-rules/split-commission';
import { termsInForce, type KnownRates } from '@chuanliu/split-rules/terms-in-force';
import type { Decision, Sale } from './sale';

/** In which way a sale is decided otherwise. */
export const CHANGES = [
  'organic-to-distribution',
  'distribution-to-organic',
  'promoter-to-promoter',
  'distribution-to-self-broadcast',
  'self-broadcast-to-distribution',
  'organic-to-self-broadcast',
  'self-broadcast-to-organic',
  'same-promoter-other-pick',
  'assists-only',
] as const;
export type Change = (typeof CHANGES)[number];

/** What a sale comes to under one policy. */
export interface Division {
  decision: Decision;
  /** Everybody's share, at 0 as well; null: terms that it is divided by are not known here. */
  shares: Share[] | null;
}

/** A party of a split; the platform is one, without an id. */
export interface Party {
  kind: 'promoter' | 'agency' | 'recruiter' | 'brand' | 'platform';
  id: string | null;
}

const KIND_OF: Record<Share['share'], Party['kind']> = {
  promoter: 'promoter',
  assist: 'promoter',
  agency: 'agency',
  recruiter: 'recruiter',
  'second-recruiter': 'recruiter',
  'tech-fee': 'platform',
  'promotion-fee': 'platform',
  brand: 'brand',
};

export const partyOf = ({ share, partyId }: Share): Party => ({ kind: KIND_OF[share], id: partyId });

/**
 * Divides what a sale is worth as a decision says, by the rates in force when it was ordered.
 * @param base after all refunds, in fen
 */
export function divide(
  base: Fen,
  { brandId, orderedAt }: Pick<Sale, 'brandId' | 'orderedAt'>,
  decision: Decision,
  rates: KnownRates,
): Division {
  if (decision.outcome === 'void') return { decision, shares: [] };
  const terms = termsInForce({ brandId, orderedAt, ...decision }, rates);
  return { decision, shares: terms ? splitCommission(base, { brandId, ...decision }, terms) : null };
}

/** null: nothing changes, neither who brought the sale and who helped nor what anybody gets of it. */
export function changeBetween(before: Division, after: Division): Change | null {
  const [was, is] = [before.decision, after.decision];
  if (was.outcome !== is.outcome) return `${was.outcome}-to-${is.outcome}` as Change; // No policy makes a sale void.
  if (was.promoterId !== is.promoterId) return 'promoter-to-promoter';
  if (was.pickId !== is.pickId) return 'same-promoter-other-pick';
  if (was.assistantIds.join() !== is.assistantIds.join()) return 'assists-only';
  return movesOf(before, after).length > 0 ? 'assists-only' : null;
}

/** What each party gains or loses, in fen, where that is not 0: the moves sum to 0. None where terms are not known. */
export function movesOf(before: Division, after: Division): Array<{ party: Party; movedFen: Fen }> {
  if (!before.shares || !after.shares) return [];
  const moves = new Map<string, { party: Party; movedFen: Fen }>();
  const add = (share: Share, amount: number) => {
    const party = partyOf(share);
    const name = `${party.kind}:${party.id}`;
    moves.set(name, { party, movedFen: fen((moves.get(name)?.movedFen ?? 0) + amount) });
  };
  for (const share of before.shares) add(share, -1 * share.amountFen);
  for (const share of after.shares) add(share, share.amountFen);
  return [...moves.values()].filter(({ movedFen }) => movedFen !== 0);
}

/** How much changes hands: what some lose and others gain. */
export const changingHands = (moves: ReadonlyArray<{ movedFen: Fen }>): Fen =>
  fen(moves.reduce((sum, { movedFen }) => sum + Math.max(0, movedFen), 0));
