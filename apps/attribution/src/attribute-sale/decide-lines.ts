import type { Tx } from '@chuanliu/database/tx';
import { asksForTouches, decideSale } from '../domain/decide-sale';
import { touchesInWindow, type Touch } from '../domain/touch';
import { hoursBefore, longestWindowHours } from '../domain/windows';
import { knowledgeOf } from '../storage/knowledge-of-sales';
import type { Line, LineAtWork } from '../storage/line';
import { attributionPolicy } from '../storage/policy-versions';
import { buyerAndProduct, touchesGoneBefore, touchesOf } from '../storage/touches';

/** Decides every line that the payment in force has; the others keep the decision that they had. */
export async function decideLines(tx: Tx, lines: readonly LineAtWork[]): Promise<LineAtWork[]> {
  const present = lines.filter(({ line }) => line.facts.present);
  const known = await knowledgeOf(
    tx,
    present.map(({ line }) => ({ sale: line.facts, touches: [] })),
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
  const byTouches = await decideByTouches(tx, asking);
  return decided.map((work, i) => byTouches.get(lines[i]!) ?? work);
}

/** Decides again, with the touches of their buyers, those lines whose buyers have any that count. */
async function decideByTouches(tx: Tx, asking: readonly LineAtWork[]): Promise<ReadonlyMap<LineAtWork, LineAtWork>> {
  const inquiries = (await touchesFor(tx, asking)).filter(({ touches }) => touches.length > 0);
  if (inquiries.length === 0) return new Map();
  const known = await knowledgeOf(
    tx,
    inquiries.map(({ work, touches }) => ({ sale: work.line.facts, touches })),
  );
  return new Map(
    inquiries.map(({ work, touches }) => {
      const decision = decideSale(work.line.facts, known, touches);
      return [work, { stored: work.stored, line: { ...work.line, decision, touches } }];
    }),
  );
}

async function touchesFor(
  tx: Tx,
  asking: readonly LineAtWork[],
): Promise<Array<{ work: LineAtWork; touches: readonly Touch[] }>> {
  const policy = await attributionPolicy(tx);
  const goneBefore = await touchesGoneBefore(tx);
  const hours = longestWindowHours(policy);
  const sales = asking.map(({ line }) => line.facts);
  const first = sales.reduce((least, { orderedAt }) => (orderedAt < least ? orderedAt : least), sales[0]!.orderedAt);
  const stored = await touchesOf(tx, sales, hoursBefore(first, hours));
  return asking.map(work => {
    const { facts } = work.line;
    const isKept = goneBefore === null || hoursBefore(facts.orderedAt, hours) >= goneBefore;
    const touches =
      (isKept ? null : seenBefore(work.stored?.line)) ??
      stored.get(buyerAndProduct(facts.buyerKey!, facts.productId)) ??
      [];
    return { work, touches: touchesInWindow(touches, facts, policy) };
  });
}

/** What the line saw while all touches were still kept. */
const seenBefore = (line: Line | undefined): readonly Touch[] | null => line?.touches ?? null;
