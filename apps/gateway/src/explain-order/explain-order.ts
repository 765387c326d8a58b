import type { UtcInstant } from '@chuanliu/contracts/instants';
import {
  byLine,
  type Appeal,
  type Candidate,
  type DecisionPart,
  type LineStatement,
  type OrderPart,
  type OrderParts,
  type Posting,
  type PostingsPart,
  type River,
  type Share,
  type SplitPart,
} from '../read-order/order-parts';

/** What became known after the line was settled, and did not change it. */
export interface TooLate {
  /** Another decision, or other rates for the same one. */
  kind: 'decision' | 'rates';
  decisionRevision: number;
  outcome: string;
  rule: string | null;
  promoterId: string | null;
  pickId: string | null;
  assistantIds: string[];
  at: UtcInstant;
}

/** A line's whole story; what does not apply, or is not known yet, is null or empty. */
export interface ExplainedLine {
  lineNo: number;
  productId: string;
  outcome: string | null;
  rule: string | null;
  promoterId: string | null;
  pickId: string | null;
  accountId: string | null;
  revision: number | null;
  policyVersion: string | null;
  candidates: Candidate[];
  terms: Record<string, unknown> | null;
  paidFen: number | null;
  platformSubsidyFen: number | null;
  refundedFen: number | null;
  baseFen: number | null;
  shares: Share[];
  river: River | null;
  state: string;
  postings: Posting[];
  statements: LineStatement[];
  tooLate: TooLate[];
  appeals: Appeal[];
}

export interface Explanation {
  channelId: string;
  orderId: string;
  complete: boolean;
  lines: ExplainedLine[];
}

/** Puts together what the services know of an order: who brought each line, who gets what, what was posted. */
export function explainOrder(parts: OrderParts): Explanation {
  const { order } = parts;
  const decisionOf = byLine(parts.decisions);
  const splitOf = byLine(parts.splits);
  const postedOf = byLine(parts.postings);
  const lines = order.lines.map(line =>
    explainLine(line, decisionOf.get(line.lineNo), splitOf.get(line.lineNo), postedOf.get(line.lineNo)),
  );
  return { channelId: order.channelId, orderId: order.orderId, complete: isComplete(parts), lines };
}

function explainLine(
  line: OrderPart['lines'][number],
  decision: DecisionPart | undefined,
  split: SplitPart | undefined,
  posted: PostingsPart | undefined,
): ExplainedLine {
  const { lineNo, productId, paidFen, platformSubsidyFen, refundedFen, baseFen, state } = line;
  return {
    lineNo,
    productId,
    outcome: decision?.outcome ?? null,
    rule: decision?.rule ?? null,
    promoterId: decision?.promoterId ?? null,
    pickId: decision?.pickId ?? null,
    accountId: decision?.accountId ?? null,
    revision: decision?.revision ?? null,
    policyVersion: decision?.policyVersion ?? null,
    candidates: decision?.candidates ?? [],
    terms: split?.terms ?? null,
    paidFen,
    platformSubsidyFen,
    refundedFen,
    baseFen,
    shares: split?.shares ?? [],
    river: decision?.river ?? null,
    state: split?.state ?? state,
    postings: posted?.postings ?? [],
    statements: posted?.statementIds ?? [],
    tooLate: (posted?.tooLate ?? []).map(record => tooLate(record, decision)),
    appeals: decision?.appeals ?? [],
  };
}

/** A line as it is shown: of its statements the ids. */
export function shownLine({ statements, ...line }: ExplainedLine) {
  return { ...line, statementIds: statements.map(({ statementId }) => statementId) };
}

/** The explanation as it is shown, with nothing but codes. */
export const inCodes = (explanation: Explanation) => ({ ...explanation, lines: explanation.lines.map(shownLine) });

/** Settlement knows that something came too late, attribution whom it would have named. */
function tooLate(
  { decisionRevision, outcome, at }: PostingsPart['tooLate'][number],
  decision: DecisionPart | undefined,
): TooLate {
  // A late decision is told again with every change of amounts, under a greater revision.
  const late = decision?.late.findLast(({ revision }) => revision <= decisionRevision);
  const inForce = {
    rule: decision?.rule,
    promoterId: decision?.promoterId,
    pickId: decision?.pickId,
    assistantIds: [],
  };
  const { rule = null, promoterId = null, pickId = null, assistantIds } = late ?? inForce;
  return { kind: late ? 'decision' : 'rates', decisionRevision, outcome, rule, promoterId, pickId, assistantIds, at };
}

/**
 * Whether every service has caught up with the order's last event: each has heard of the order's revision, on
 * whichever line that changed, and each line was divided and posted as it was last decided.
 */
export function isComplete({ order, decisions, splits, postings }: OrderParts): boolean {
  const heardOf = (lines: ReadonlyArray<{ orderRevision: number }>) =>
    lines.reduce((most, line) => Math.max(most, line.orderRevision), 0) === order.orderRevision;
  if (!heardOf(decisions) || !heardOf(splits) || !heardOf(postings)) return false;
  const decisionOf = byLine(decisions);
  const splitOf = byLine(splits);
  const postedOf = byLine(postings);
  return order.lines.every(({ lineNo, baseFen }) => {
    const decision = decisionOf.get(lineNo);
    const split = splitOf.get(lineNo);
    const posted = postedOf.get(lineNo);
    if (!decision || !split || !posted) return false;
    // A payment and the refunds that waited for it share a revision; the base tells whether both have arrived.
    if (split.baseFen !== baseFen) return false;
    return split.decisionRevision === decision.revision && posted.splitRevision === split.revision;
  });
}
