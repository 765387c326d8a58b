import { isSameDecision } from '../domain/sale';
import type { LineAtWork } from '../storage/line';

/**
 * Keeps the decisions that settlement took in force. What was decided of such a line by all facts known, where it
 * differs, is noted as late, under the revision that will tell it.
 *
 * @param learned the lines before they were decided, in the same order
 */
export function keepSettled(learned: readonly LineAtWork[], decided: readonly LineAtWork[]): readonly LineAtWork[] {
  if (learned.every(({ line }) => line.settled === null)) return decided;
  return decided.map(({ stored, line }, i) => {
    const { settled, decision } = learned[i]!.line;
    if (settled === null || !line.facts.present) return { stored, line };
    const isLate = !isSameDecision(line.decision, decision);
    const isKnown = settled.late !== null && isSameDecision(line.decision, settled.late.decision);
    const revision = isKnown ? settled.late!.revision : line.revision + 1;
    const late = isLate ? { revision, decision: line.decision } : null;
    return { stored, line: { ...line, decision, settled: { ...settled, late } } };
  });
}
