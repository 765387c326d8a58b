import type { Tx } from '@chuanliu/database/tx';
import { asksForTouches, decideSale } from '../domain/decide-sale';
import type { Knowledge } from '../domain/knowledge';
import { touchesInWindow, touchesOutside, type Touch } from '../domain/touch';
import { AS_IN_FORCE, knowledgeUnder, windowsUnder, type TriedPolicy } from '../domain/tried-policy';
import { hoursBefore, longestWindowHours } from '../domain/windows';
import { knowledgeOf, type Inquiry } from '../storage/knowledge-of-sales';
import type { Line, LineAtWork } from '../storage/line';
import { attributionPolicy } from '../storage/policy-versions';
import { buyerAndProduct, touchesGoneBefore, touchesOf } from '../storage/touches';

/**
 * Decides every line that the payment in force has; the others keep the decision that they had.
 * @param tried decides as this policy would; unless told, as the one in force does
 */
export async function decideLines(
  tx: Tx,
  lines: readonly LineAtWork[],
  tried: TriedPolicy = AS_IN_FORCE,
): Promise<LineAtWork[]> {
  const present = lines.filter(({ line }) => line.facts.present);
  const known = await knowledgeFor(
    tx,
    present.map(({ line }) => ({ sale: line.facts, touches: [] })),
    tried,
  );
  const asking: LineAtWork[] = [];
  const decided = lines.map((work): LineAtWork => {
    const { stored, line } = work;
    if (!line.facts.present) return work;
    const decision = decideSale(line.facts, known, []);
    const asks = asksForTouches(line.facts, decision, known);
    if (asks) asking.push(work);
    return { stored, line: { ...line, decision, touches: asks ? [] : null } };
  });
  if (asking.length === 0) return decided;
  const byTouches = await decideByTouches(tx, asking, tried);
  return decided.map((work, i) => byTouches.get(lines[i]!) ?? work);
}

/** Decides again, with the touches of their buyers, those lines whose buyers have any that count. */
async function decideByTouches(
  tx: Tx,
  asking: readonly LineAtWork[],
  tried: TriedPolicy,
): Promise<ReadonlyMap<LineAtWork, LineAtWork>> {
  const inquiries = (await touchesFor(tx, asking, tried)).filter(({ touches }) => touches.length > 0);
  if (inquiries.length === 0) return new Map();
  const known = await knowledgeFor(
    tx,
    inquiries.map(({ work, touches }) => ({ sale: work.line.facts, touches })),
    tried,
  );
  return new Map(
    inquiries.map(({ work, touches }) => {
      const decision = decideSale(work.line.facts, known, touches);
      return [work, { stored: work.stored, line: { ...work.line, decision, touches } }];
    }),
  );
}

const knowledgeFor = async (tx: Tx, inquiries: readonly Inquiry[], tried: TriedPolicy): Promise<Knowledge> =>
  knowledgeUnder(tried, await knowledgeOf(tx, inquiries));

async function touchesFor(
  tx: Tx,
  asking: readonly LineAtWork[],
  tried: TriedPolicy,
): Promise<Array<{ work: LineAtWork; touches: readonly Touch[] }>> {
  const inForce = await attributionPolicy(tx);
  const windows = windowsUnder(tried, inForce);
  const goneBefore = await touchesGoneBefore(tx);
  const hours = longestWindowHours(inForce);
  const sales = asking.map(({ line }) => line.facts);
  const first = sales.reduce((least, { orderedAt }) => (orderedAt < least ? orderedAt : least), sales[0]!.orderedAt);
  const stored = await touchesOf(tx, sales, hoursBefore(first, Math.max(hours, longestWindowHours(windows))));
  return asking.map(work => {
    const { facts } = work.line;
    const isKept = goneBefore === null || hoursBefore(facts.orderedAt, hours) >= goneBefore;
    const kept = stored.get(buyerAndProduct(facts.buyerKey!, facts.productId)) ?? [];
    const seen = isKept ? null : seenBefore(work.stored?.line);
    const touches = seen ? [...seen, ...touchesOutside(kept, facts, inForce)] : kept;
    return { work, touches: touchesInWindow(touches, facts, windows) };
  });
}

/** What the line saw, inside the windows in force, while all touches were still kept. */
const seenBefore = (line: Line | undefined): readonly Touch[] | null => line?.touches ?? null;
