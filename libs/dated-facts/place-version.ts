import { BEGINNING_OF_TIME, type Version } from './versions';

/** What a written version is to those that are known already. */
export interface Placement {
  /** `new` joins the series; `repeated` is there already, word for word; `conflict` says something else of an instant that is taken. */
  verdict: 'new' | 'repeated' | 'conflict';
  effectiveFrom: string;
}

/**
 * Where a version that somebody writes belongs in its series.
 *
 * Without an instant, the first version holds from the beginning of time and a later one from now. Two writers in one
 * millisecond both mean "from now": the second one's version follows a millisecond later rather than contradict the first.
 * @param fields the version's own contents, without its instant; a field that is undefined counts as left out
 * @param given the instant that the writer named, if any
 */
export function placeVersion<V extends Version>(
  versions: readonly V[],
  fields: Omit<V, 'effectiveFrom'>,
  given: string | undefined,
  now: string,
): Placement {
  if (given !== undefined) return placeAt(versions, fields, given);
  if (versions.length === 0) return { verdict: 'new', effectiveFrom: BEGINNING_OF_TIME };
  let at = now;
  let placement = placeAt(versions, fields, at);
  while (placement.verdict === 'conflict') {
    at = new Date(Date.parse(at) + 1).toISOString();
    placement = placeAt(versions, fields, at);
  }
  return placement;
}

function placeAt<V extends Version>(versions: readonly V[], fields: object, effectiveFrom: string): Placement {
  const there = versions.find(version => version.effectiveFrom === effectiveFrom);
  if (!there) return { verdict: 'new', effectiveFrom };
  const { effectiveFrom: _, ...contents } = there;
  return { verdict: sameContents(contents, fields) ? 'repeated' : 'conflict', effectiveFrom };
}

/** Whether two values say the same: the order of an object's fields does not count, nor does a field that is undefined. */
export function sameContents(one: unknown, other: unknown): boolean {
  return ordered(one) === ordered(other);
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
