import type { UtcInstant } from '@chuanliu/contracts/instants';
import { foldPlan, precedence, rateAt, type PlanSpan, type PlanVersion } from './plan';
import { midnightAfter } from './shanghai-midnight';

/** The versions of the plans that one promoter may have of one product, by kind. */
export type PlansOfPromoter = Record<(typeof precedence)[number], readonly PlanVersion[]>;

/** What a promoter has of a product without an activity. */
export const spansOf = (plans: PlansOfPromoter): PlanSpan[] =>
  composePlans(precedence.map(kind => foldPlan(kind, plans[kind])));

/**
 * Whether a promoter has less after a plan's series changed, at an instant or until the midnight that follows it: of the
 * product, or (a cut that another plan hides for now) by the plan itself. An end counts by what is left to the promoter,
 * and a rise that was announced for later that day counts as if it were there.
 */
export function fallsFor(
  plans: PlansOfPromoter,
  kind: keyof PlansOfPromoter,
  versions: readonly PlanVersion[],
  at: UtcInstant,
): boolean {
  const ownRate = rateAt(foldPlan(kind, versions), at);
  if (ownRate >= 0 && ownRate < rateAt(foldPlan(kind, plans[kind]), at)) return true;
  const [before, after] = [spansOf(plans), spansOf({ ...plans, [kind]: versions })];
  const midnight = midnightAfter(at);
  const sameDay = [...before, ...after].map(span => span.from).filter(from => from > at && from < midnight);
  return [at, ...sameDay].some(instant => rateAt(after, instant) < rateAt(before, instant));
}

/**
 * What one promoter has of a product: at every instant the first of the plans that is in force then.
 *
 * A change is told by the plan that brought it: one that opens above the others, or else the one that held before. A
 * version that promises nothing where nothing held, such as one written into the past behind a plan's end, is no change.
 * @param series the plans' spans, the greatest precedence first
 */
export function composePlans(series: ReadonlyArray<readonly PlanSpan[]>): PlanSpan[] {
  const told = series.filter(spans => spans.length > 0);
  if (told.length <= 1) return (told[0] ?? []).filter((span, i, spans) => span.plan || spans[i - 1]?.plan);
  const instants = [...new Set(told.flatMap(spans => spans.map(span => span.from)))].sort();
  const next = told.map(() => 0);
  const current: Array<PlanSpan | undefined> = told.map(() => undefined);
  const composed: PlanSpan[] = [];
  let held = told.length; // The place of the plan that holds; beyond the last: none does.
  for (const from of instants) {
    for (const [i, spans] of told.entries()) {
      for (let span = spans[next[i]!]; span && span.from <= from; span = spans[++next[i]!]) current[i] = span;
    }
    const place = current.findIndex(span => span?.plan);
    const holds = place === -1 ? told.length : place;
    const by = current[Math.min(held, holds)];
    const { plan = null, said = {} } = current[holds] ?? {};
    if (by?.from === from) composed.push({ from, plan, by: by.by, said });
    held = holds;
  }
  return composed;
}
