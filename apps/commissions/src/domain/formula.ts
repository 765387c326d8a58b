import { fen, type Fen } from '@chuanliu/money/fen';
import { portionsOf, splitCommission, type SaleParties, type Share } from '@chuanliu/split-rules/split-commission';
import type { SplitTerms } from '@chuanliu/split-rules/split-terms';

/** A share, and how its amount came about. */
export interface ExplainedShare extends Share {
  /** Such as `⌊20400 × 2000 / 10000⌋ = 4080`; steps are separated by `; `. */
  formula: string;
}

/** The whole split, each share with the arithmetic that a person can follow and do again. All amounts in fen. */
export function explainSplit(base: Fen, sale: SaleParties, terms: SplitTerms): ExplainedShare[] {
  const p = portionsOf(base, sale, terms);
  const commission = portion(`${base}`, terms.commissionBps, p.commission);
  const service = portion(`${base}`, terms.serviceBps, p.service);
  const assistants = sale.assistantIds.length;
  const formulas: Record<Share['share'], (share: Share) => string> = {
    promoter: ({ amountFen }) =>
      `${commission}; ${minus(p.commission, p.promotionFee, p.assists, p.agency)} = ${amountFen}`,
    assist: ({ amountFen }) =>
      `${portion(`(${minus(p.commission, p.promotionFee)})`, terms.assistBps, p.assists)}; ${equalPart(p.assists, assistants, amountFen)}`,
    agency: ({ amountFen }) =>
      portion(`(${minus(p.commission, p.promotionFee, p.assists)})`, terms.agencyBps, amountFen),
    recruiter: ({ amountFen }) =>
      terms.secondRecruiterId === null ? service : `${service}; ${minus(p.service, p.secondService)} = ${amountFen}`,
    'second-recruiter': ({ amountFen }) => portion(`${base}`, terms.secondServiceBps, amountFen),
    'tech-fee': ({ amountFen }) => portion(`${base}`, terms.techFeeBps, amountFen),
    'promotion-fee': ({ amountFen }) => portion(`${p.commission}`, terms.promotionFeeBps, amountFen),
    brand: ({ amountFen }) =>
      sale.outcome === 'distribution'
        ? `${minus(base, p.commission, p.service, p.techFee)} = ${amountFen}`
        : `${minus(base, p.techFee)} = ${amountFen}`,
  };
  return splitCommission(base, sale, terms).map(share => ({ ...share, formula: formulas[share.share](share) }));
}

const portion = (of: string, rateBps: number, amount: number) => `⌊${of} × ${rateBps} / 10000⌋ = ${amount}`;

const minus = (...amounts: number[]) => amounts.join(' − ');

function equalPart(whole: Fen, receivers: number, part: Fen): string {
  const each = fen(Math.floor(whole / receivers));
  return `⌊${whole} / ${receivers}⌋${part > each ? ' + 1' : ''} = ${part}`;
}
