import type { Posting, River, Share } from '../read-order/order-parts';
import { appealsOfParty } from './appeals-of-party';
import { isOnAccountOf } from './account-of-party';
import type { ExplainedLine, Explanation, TooLate } from './explain-order';

/**
 * The same explanation with nothing in it but one promoter's own candidacy and share: nobody else's identity, no
 * amounts of a line that they get nothing of, and nothing from which another's share could be worked out.
 *
 * @returns undefined when no line concerns them: for them there is no such order.
 */
export function asAPromoterSeesIt(explanation: Explanation, promoterId: string): Explanation | undefined {
  const lines = explanation.lines.filter(line => concerns(line, promoterId)).map(line => ownPart(line, promoterId));
  return lines.length === 0 ? undefined : { ...explanation, lines };
}

function concerns(line: ExplainedLine, promoterId: string): boolean {
  const party = `promoter:${promoterId}`;
  return (
    line.promoterId === promoterId ||
    line.candidates.some(candidate => candidate.promoterId === promoterId) ||
    line.shares.some(share => isTheirs(share, promoterId)) ||
    line.river?.return?.broughtBy === promoterId ||
    line.river?.grants.some(grant => grant.party === party) === true ||
    line.appeals.some(appeal => appeal.party === party) ||
    line.tooLate.some(late => names(late, promoterId)) ||
    // A sale that was theirs once: their account shows it come and go.
    line.postings.some(posting => isOn(posting, promoterId))
  );
}

function ownPart(line: ExplainedLine, promoterId: string): ExplainedLine {
  const won = line.promoterId === promoterId;
  const shares = line.shares.filter(share => isTheirs(share, promoterId)).map(ownShare);
  const earns = won || shares.length > 0;
  return {
    ...line,
    rule: won ? line.rule : null,
    promoterId: won ? promoterId : null,
    pickId: won ? line.pickId : null,
    accountId: won ? line.accountId : null,
    candidates: line.candidates.filter(candidate => candidate.promoterId === promoterId),
    terms: won && line.terms ? ownTerms(line.terms) : null,
    paidFen: earns ? line.paidFen : null,
    platformSubsidyFen: earns ? line.platformSubsidyFen : null,
    refundedFen: earns ? line.refundedFen : null,
    baseFen: earns ? line.baseFen : null,
    shares,
    river: line.river && ownRiver(line.river, promoterId, won),
    postings: line.postings.filter(posting => isOn(posting, promoterId)),
    statements: line.statements.filter(({ party }) => party === `promoter:${promoterId}`),
    tooLate: line.tooLate.filter(late => names(late, promoterId)).map(late => ownLate(late, promoterId)),
    appeals: appealsOfParty(line.appeals, `promoter:${promoterId}`),
  };
}

/** What came too late for the line would have given them a part of it. */
const names = ({ kind, promoterId, assistantIds }: TooLate, id: string): boolean =>
  promoterId === id || (kind === 'decision' && assistantIds.includes(id));

function ownLate(late: TooLate, id: string): TooLate {
  const assistantIds = late.assistantIds.filter(assistant => assistant === id);
  return late.promoterId === id
    ? { ...late, assistantIds }
    : { ...late, rule: null, promoterId: null, pickId: null, assistantIds };
}

/** What the promoter agreed to. What recruiters and the platform take is between them and the brand. */
const ownTerms = (terms: Record<string, unknown>) => ({
  ...terms,
  serviceBps: null,
  secondServiceBps: null,
  techFeeBps: null,
  agencyId: null,
});

/**
 * The winner's own formula names what is taken out of their commission. An assistant's is made of the winner's
 * commission and of how many others helped: of theirs only the result is left.
 */
const ownShare = (share: Share): Share =>
  share.share === 'assist' ? { ...share, formula: `${LEFT_OUT} = ${share.amountFen}` } : share;

const LEFT_OUT = '…';

/** Whether a formula is told, and not only what comes of it. */
export const formulaIsKept = (formula: string): boolean => !formula.startsWith(LEFT_OUT);

function ownRiver({ joined, return: returned, grants }: River, promoterId: string, won: boolean): River {
  return {
    joined: won && joined,
    return: returned?.broughtBy === promoterId ? returned : null,
    grants: grants.filter(grant => grant.party === `promoter:${promoterId}`),
  };
}

const isOn = (posting: Posting, promoterId: string): boolean => isOnAccountOf('promoter', promoterId, posting);

/** A brand may bear the same id as a promoter: only a promoter's kinds of share are meant. */
function isTheirs({ share, partyId }: { share: string; partyId: string | null }, promoterId: string): boolean {
  return partyId === promoterId && (share === 'promoter' || share === 'assist');
}
