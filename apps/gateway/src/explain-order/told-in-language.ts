import type { Language } from '@chuanliu/http/language';
import type { Share } from '../read-order/order-parts';
import { formulaIsKept } from './as-a-promoter-sees-it';
import { shownLine, type ExplainedLine, type Explanation } from './explain-order';
import { causeInWords, inWords } from './texts';

/** The explanation with a text for people beside every code; codes are the same in every language. */
export const toldInLanguage = (explanation: Explanation, language: Language) => ({
  ...explanation,
  lines: explanation.lines.map(line => toldLine(line, language)),
});

function toldLine(line: ExplainedLine, language: Language) {
  return {
    ...shownLine(line),
    outcomeText: line.outcome && inWords('outcomes', line.outcome, language),
    ruleText: line.rule && inWords('rules', line.rule, language),
    stateText: inWords('states', line.state, language),
    candidates: line.candidates.map(candidate => ({
      ...candidate,
      ruleText: inWords('rules', candidate.rule, language),
      ...(candidate.reason === undefined ? {} : { reasonText: inWords('reasons', candidate.reason, language) }),
    })),
    shares: line.shares.map(share => ({
      ...share,
      shareText: inWords('shares', share.share, language),
      formulaText: formulaText(line, share, language),
    })),
    river: line.river && {
      ...line.river,
      grants: line.river.grants.map(grant => ({
        ...grant,
        reasonText: grant.reason && inWords('grantReasons', grant.reason, language),
      })),
    },
    postings: line.postings.map(posting => ({ ...posting, causeText: causeInWords(posting.cause, language) })),
    appeals: line.appeals.map(appeal => ({ ...appeal, stateText: inWords('appealStates', appeal.state, language) })),
  };
}

/** How a share's amount comes about, in words beside its figures. */
function formulaText(line: ExplainedLine, { share, formula }: Share, language: Language): string {
  if (share === 'assist' && !formulaIsKept(formula)) return inWords('formulas', 'own-assist', language);
  if (share === 'brand' && line.outcome !== 'distribution') return inWords('formulas', 'brand-alone', language);
  return inWords('formulas', share, language);
}

export type ToldExplanation = ReturnType<typeof toldInLanguage>;
export type ToldLine = ToldExplanation['lines'][number];
