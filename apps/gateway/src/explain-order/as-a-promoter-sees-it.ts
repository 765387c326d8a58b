import type { River } from '../read-order/order-parts';
import type { ExplainedLine, Explanation } from './explain-order';

/**
 * The same explanation with nothing in it but one promoter's own candidacy and share: nobody else's identity, and no
 * amounts of a line that they get nothing of.
 *
 * @returns undefined when no line concerns them: for them there is no such order.
 */
export function asAPromoterSeesIt(explanation: Explanation, promoterId: string): Explanation | undefined {
  const lines = explanation.lines.filter(line => concerns(line, promoterId)).map(line => ownPart(line, promoterId));
  return lines.length === 0 ? undefined : { ...explanation, lines };
}

function concerns(line: ExplainedLine, promoterId: string): boolean {
  return (
    line.promoterId === promoterId ||
    line.candidates.some(candidate => candidate.promoterId === promoterId) ||
    line.shares.some(share => isTheirs(share, promoterId)) ||
    line.river?.return?.broughtBy === promoterId ||
    line.river?.grants.some(grant => grant.party === `promoter:${promoterId}`) === true
  );
}

function ownPart(line: ExplainedLine, promoterId: string): ExplainedLine {
  const won = line.promoterId === promoterId;
  const shares = line.shares.filter(share => isTheirs(share, promoterId));
  const earns = won || shares.length > 0;
  const account = `liability:promoter:${promoterId}:`;
  return {
    ...line,
    rule: won ? line.rule : null,
    promoterId: won ? promoterId : null,
    pickId: won ? line.pickId : null,
    accountId: won ? line.accountId : null,
    candidates: line.candidates.filter(candidate => candidate.promoterId === promoterId),
    terms: won && line.terms ? { ...line.terms, agencyId: null } : null,
    paidFen: earns ? line.paidFen : null,
    platformSubsidyFen: earns ? line.platformSubsidyFen : null,
    refundedFen: earns ? line.refundedFen : null,
    baseFen: earns ? line.baseFen : null,
    shares,
    river: line.river && ownRiver(line.river, promoterId, won),
    postings: line.postings.filter(posting => posting.account.startsWith(account)),
    statementIds: [],
    tooLate: [],
  };
}

function ownRiver({ joined, return: returned, grants }: River, promoterId: string, won: boolean): River {
  return {
    joined: won && joined,
    return: returned?.broughtBy === promoterId ? returned : null,
    grants: grants.filter(grant => grant.party === `promoter:${promoterId}`),
  };
}

/** A brand may bear the same id as a promoter: only a promoter's kinds of share are meant. */
function isTheirs({ share, partyId }: { share: string; partyId: string | null }, promoterId: string): boolean {
  return partyId === promoterId && (share === 'promoter' || share === 'assist');
}
