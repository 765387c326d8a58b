import type { Tx } from '@chuanliu/database/tx';
import { decideLines } from '../attribute-sale/decide-lines';
import { baseAfter } from '../domain/base';
import { changeBetween, changingHands, divide, movesOf, partyOf, type Division } from '../domain/effect-of-policy';
import { mayLackTouches, ratesUnder, windowsUnder, type TriedPolicy } from '../domain/tried-policy';
import { knownRates } from '../storage/known-rates';
import { compare, type Line } from '../storage/line';
import { attributionPolicy } from '../storage/policy-versions';
import type { ChangedLine, ShareTotal } from '../storage/simulation-results';
import type { PlaceOfLine } from '../storage/simulations';
import { touchesGoneBefore } from '../storage/touches';

/** What a policy that is tried makes of some lines. */
export interface SimulatedLines {
  /** By party and share, in the order of their rows' keys. */
  totals: ShareTotal[];
  changed: ChangedLine[];
  /** In fen, of the lines whose terms are known under both policies. */
  baseFen: number;
  linesWithoutTerms: number;
  linesWithoutTouches: number;
}

interface SimulatedLine {
  line: Line;
  baseFen: ReturnType<typeof baseAfter>;
  before: Division;
  after: Division;
}

/**
 * Decides and divides lines under the policy in force and under one that is tried, by the same facts and on the same
 * road as sales are decided. Nothing of it is written; what other facts are about to change does not count as a change.
 */
export async function simulateLines(tx: Tx, lines: readonly Line[], tried: TriedPolicy): Promise<SimulatedLines> {
  const works = lines.map(line => ({ stored: { line, row: [] }, line }));
  const before = await decideLines(tx, works);
  const after = await decideLines(tx, works, tried);
  const divided = [...before, ...after].map(({ line }) => ({ brandId: line.facts.brandId, decision: line.decision }));
  const rates = await knownRates(tx, divided);
  const simulated = lines.map((line, i): SimulatedLine => {
    const baseFen = baseAfter(line.facts, line.refunds);
    return {
      line,
      baseFen,
      before: divide(baseFen, line.facts, before[i]!.line.decision, rates),
      after: divide(baseFen, line.facts, after[i]!.line.decision, ratesUnder(tried, rates)),
    };
  });
  const known = simulated.filter(each => each.before.shares && each.after.shares);
  return {
    totals: totalsOf(known),
    changed: simulated.flatMap(changedLine),
    baseFen: known.reduce((sum, each) => sum + each.baseFen, 0),
    linesWithoutTerms: simulated.length - known.length,
    linesWithoutTouches: await countWithoutTouches(tx, lines, after, tried),
  };
}

function changedLine({ line: { facts }, baseFen, before, after }: SimulatedLine): ChangedLine[] {
  const change = changeBetween(before, after);
  if (!change) return [];
  const { brandId, productId } = facts;
  const moves = movesOf(before, after);
  const movedFen = changingHands(moves);
  return [{ place: placeOf(facts), change, brandId, productId, baseFen, movedFen, before, after, moves }];
}

/** Where a line stands in the order in which simulations pass lines. */
export const placeOf = ({ orderedAt, orderId, channelId, lineNo }: PlaceOfLine): PlaceOfLine => ({
  orderedAt,
  orderId,
  channelId,
  lineNo,
});

function totalsOf(lines: readonly SimulatedLine[]): ShareTotal[] {
  const totals = new Map<string, ShareTotal>();
  const totalOf = (share: NonNullable<Division['shares']>[number]): ShareTotal => {
    const party = partyOf(share);
    const name = `${party.kind} ${party.id ?? ''} ${share.share}`;
    const none = { linesBefore: 0, linesAfter: 0, beforeFen: 0, afterFen: 0 };
    const total = totals.get(name) ?? { party, share: share.share, ...none };
    totals.set(name, total);
    return total;
  };
  for (const { before, after } of lines) {
    for (const share of before.shares!) {
      const total = totalOf(share);
      total.linesBefore += 1;
      total.beforeFen += share.amountFen;
    }
    for (const share of after.shares!) {
      const total = totalOf(share);
      total.linesAfter += 1;
      total.afterFen += share.amountFen;
    }
  }
  return [...totals].sort(([a], [b]) => compare(a, b)).map(([, total]) => total);
}

/** Lines that asked for touches of which some may no longer be kept. */
async function countWithoutTouches(
  tx: Tx,
  lines: readonly Line[],
  decided: ReadonlyArray<{ line: Line }>,
  tried: TriedPolicy,
): Promise<number> {
  const goneBefore = await touchesGoneBefore(tx);
  const inForce = await attributionPolicy(tx);
  const windows = windowsUnder(tried, inForce);
  return lines.filter(({ facts: { orderedAt }, touches }, i) => {
    const hasAsked = decided[i]!.line.touches !== null;
    return hasAsked && mayLackTouches({ orderedAt, keptTouches: touches !== null }, windows, inForce, goneBefore);
  }).length;
}
