import type { SaleNews } from '@chuanliu/contracts/push/notifications.v1';
import type { SplitLine } from '@chuanliu/contracts/commissions/commission-split.v1';

/** What a party has of a line. */
export type Standing = Pick<SaleNews, 'state' | 'outcome' | 'share' | 'amountFen'>;

/** What a party was told of a line last. */
export interface ToldStanding extends Standing {
  /** Whether the sale still named the party then. */
  named: boolean;
}

export type SaleNewsType = `sale.${SaleNews['state']}` | 'sale.changed';

/**
 * What a party is to be told of a line, or null when it knows that already. A line's state names the news; the same
 * state with another amount, part or outcome is a change. Whoever is told of a line for the first time is told its state.
 */
export function newsOfSale(before: ToldStanding | undefined, now: Standing): SaleNewsType | null {
  if (!before?.named || before.state !== now.state) return `sale.${now.state}`;
  const isSame = before.amountFen === now.amountFen && before.share === now.share && before.outcome === now.outcome;
  return isSame ? null : 'sale.changed';
}

/** What a party has of a line that does not name it any more: the part it had, at 0. */
export function standingOfUnnamed(before: ToldStanding, line: Pick<Standing, 'state' | 'outcome'>): Standing {
  return { state: line.state, outcome: line.outcome, share: before.share, amountFen: 0 };
}

/** The promoters and the brand of a split line, as `promoter:pr-1`, and what each has now. Of a gift nobody has anything. */
export function standingsOfSplit(
  line: Pick<SplitLine, 'outcome' | 'steps'> & { state: Standing['state'] },
  brandId: string,
): Map<string, Standing> {
  const standings = new Map<string, Standing>();
  const { state, outcome, steps } = line;
  if (outcome === 'void' || steps.length === 0) return standings;
  standings.set(`brand:${brandId}`, { state, outcome, share: 'brand', amountFen: 0 });
  // Shares of 0 are left out of a step: whoever had a part of the payment is still named after a full refund.
  for (const step of steps) {
    for (const standing of standings.values()) standing.amountFen = 0;
    for (const { share, partyId, amountFen } of step.shares) {
      if (partyId === null || (share !== 'promoter' && share !== 'assist' && share !== 'brand')) continue;
      standings.set(`${share === 'brand' ? 'brand' : 'promoter'}:${partyId}`, { state, outcome, share, amountFen });
    }
  }
  return standings;
}
