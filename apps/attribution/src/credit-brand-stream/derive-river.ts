import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Tx } from '@chuanliu/database/tx';
import { baseAfter } from '../domain/base';
import { impressionsFor, refusalOfGrant, type Grant, type GrantKind } from '../domain/grants';
import { isHeldOut, membershipAt, type BringingSale } from '../domain/membership';
import type { RiverPolicyVersion } from '../domain/river-policy';
import { NO_MARKS, saleId, type Line, type LineAtWork, type LineId, type RiverMarks } from '../storage/line';
import { riverPolicy } from '../storage/policy-versions';
import { StandingOfParties } from '../storage/standing-of-parties';
import { bringingSaleOf, lockPairs, pairName, pairOf, type RiverPair } from './river-pair';
import { bringingSales, linesReturningAfter } from './sales-of-pairs';

type Returned = RiverMarks['returned'];

/**
 * Derives what the river makes of decided lines: who returned to the brand's own stream, and who earned traffic.
 * @returns the lines with their marks, and other lines whose marks may change because these did
 */
export async function deriveRiver(
  tx: Tx,
  lines: readonly LineAtWork[],
): Promise<{ lines: LineAtWork[]; concerned: LineId[] }> {
  const policy = await riverPolicy(tx);
  // A settled line keeps its mark.
  const returning = lines.filter(({ line }) => pairOf(line, 'self-broadcast') !== null && !line.settled);
  const changed = changedBringers(lines);
  await lockPairs(tx, [...changed.pairs, ...returning.map(({ line }) => pairOf(line, 'self-broadcast')!)]);

  const sales = await bringingSales(tx, returning, lines);
  const returned = new Map<LineAtWork, Returned>(returning.map(work => [work, returnOf(work.line, sales, policy)]));
  for (const work of lines) if (work.line.settled) returned.set(work, work.line.settled.returned);
  const standing = await standingOf(tx, lines, returned);
  const marked = lines.map((work): LineAtWork => {
    const river = marksOf(work.line, returned.get(work) ?? null, standing, policy);
    return { stored: work.stored, line: { ...work.line, river } };
  });

  const worked = new Set(lines.map(({ line }) => saleId(line.facts)));
  const returningAfter = await linesReturningAfter(tx, changed.pairs, changed.since);
  return { lines: marked, concerned: returningAfter.filter(id => !worked.has(saleId(id))) };
}

/** The pairs of lines that bring their buyers otherwise than they did, with the earliest payment concerned. */
function changedBringers(lines: readonly LineAtWork[]): { pairs: RiverPair[]; since: Map<string, UtcInstant> } {
  const pairs: RiverPair[] = [];
  const since = new Map<string, UtcInstant>();
  for (const { stored, line } of lines) {
    if (stored && bringing(stored.line) === bringing(line)) continue;
    for (const side of stored ? [stored.line, line] : [line]) {
      const pair = pairOf(side, 'distribution');
      if (!pair) continue;
      pairs.push(pair);
      const name = pairName(pair);
      const earliest = since.get(name);
      if (!earliest || side.facts.paidAt < earliest) since.set(name, side.facts.paidAt);
    }
  }
  return { pairs, since };
}

/** All by which a line can matter to its pair, as a text to compare. */
function bringing(line: Line): string {
  const pair = pairOf(line, 'distribution');
  return pair ? JSON.stringify([pair, bringingSaleOf(line)]) : '';
}

/** Whether the buyer of a self-broadcast sale was in the audience when they ordered. */
function returnOf(
  line: Line,
  sales: ReadonlyMap<string, BringingSale[]>,
  policy: readonly RiverPolicyVersion[],
): Returned {
  const pair = pairOf(line, 'self-broadcast')!;
  const { orderedAt } = line.facts;
  const membership = membershipAt(sales.get(pairName(pair)) ?? [], orderedAt, policy);
  if (!membership) return null;
  return { broughtBy: membership.broughtBy, heldOut: isHeldOut(pair.brandId, pair.buyerKey, orderedAt, policy) };
}

async function standingOf(
  tx: Tx,
  lines: readonly LineAtWork[],
  returned: ReadonlyMap<LineAtWork, Returned>,
): Promise<StandingOfParties> {
  const brands = new Set<string>();
  const promoters = new Set<string>();
  for (const work of lines) {
    const promoterId = work.line.decision.promoterId ?? returned.get(work)?.broughtBy;
    if (!promoterId) continue;
    brands.add(work.line.facts.brandId);
    promoters.add(promoterId);
  }
  return StandingOfParties.read(tx, brands, promoters);
}

/** A distribution sale earns the brand traffic; a member's self-broadcast sale earns it for who brought them. */
function marksOf(
  line: Line,
  returned: Returned,
  standing: StandingOfParties,
  policy: readonly RiverPolicyVersion[],
): RiverMarks {
  const { facts, decision } = line;
  if (!facts.present) return NO_MARKS;
  if (decision.outcome === 'distribution') {
    return { returned: null, grant: grantOf('brand', line, decision.promoterId!, standing, policy) };
  }
  if (!returned) return NO_MARKS;
  return { returned, grant: grantOf('promoter', line, returned.broughtBy, standing, policy) };
}

function grantOf(
  kind: GrantKind,
  { facts, refunds }: Line,
  promoterId: string,
  standing: StandingOfParties,
  policy: readonly RiverPolicyVersion[],
): Grant {
  const { brandId, paidAt } = facts;
  const reason = refusalOfGrant(standing.at(brandId, promoterId, paidAt), paidAt, policy);
  const impressions = reason ? 0 : impressionsFor(kind, baseAfter(facts, refunds), paidAt, policy);
  return {
    party: kind === 'brand' ? `brand:${brandId}` : `promoter:${promoterId}`,
    impressions,
    eligible: !reason,
    reason,
  };
}
