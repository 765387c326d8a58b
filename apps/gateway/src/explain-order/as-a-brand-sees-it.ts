import type { Candidate } from '../read-order/order-parts';
import { isOnAccountOf } from './account-of-party';
import { appealsOfParty } from './appeals-of-party';
import type { ExplainedLine, Explanation } from './explain-order';

/**
 * The same explanation for the brand whose order it is. Outcome, winner, shares and amounts are theirs to see, as in
 * the order itself. Who else was examined is told without names: what buyers do with other promoters, and what those
 * are refused for, is not the brand's business.
 */
export function asABrandSeesIt(explanation: Explanation, brandId: string): Explanation {
  return { ...explanation, lines: explanation.lines.map(line => ownPart(line, brandId)) };
}

function ownPart(line: ExplainedLine, brandId: string): ExplainedLine {
  return {
    ...line,
    candidates: line.candidates.map(candidate => (candidate.verdict === 'won' ? candidate : nameless(candidate))),
    river: line.river && {
      ...line.river,
      grants: line.river.grants.filter(grant => grant.party === `brand:${brandId}`),
    },
    postings: line.postings.filter(posting => isOnAccountOf('brand', brandId, posting)),
    statements: line.statements.filter(({ party }) => party === `brand:${brandId}`),
    tooLate: [],
    appeals: appealsOfParty(line.appeals, `brand:${brandId}`),
  };
}

const nameless = ({ rule, occurredAt, verdict, reason }: Candidate): Candidate => ({
  rule,
  ...(occurredAt === undefined ? {} : { occurredAt }),
  verdict,
  ...(reason === undefined ? {} : { reason }),
});
