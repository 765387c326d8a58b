/**
 * Dated facts: whatever may change over time is a set of versions, each with the instant from which it holds.
 * A version is sparse: a field that it leaves out keeps the value of the version before it by effectiveFrom.
 * Instants are UTC texts of fixed width (`2026-11-06T12:00:03.000Z`), so text order is time order.
 */
export interface Version {
  effectiveFrom: string;
}

/** The instant of a version that holds from the beginning of time. */
export const BEGINNING_OF_TIME = '1000-01-01T00:00:00.000Z';

/** Versions by effectiveFrom, earliest first; a copy. */
export function inOrder<V extends Version>(versions: readonly V[]): V[] {
  return [...versions].sort((a, b) =>
    a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : 0,
  );
}

/** The value of a field in force at an instant: that of the latest version not after it which has the field, else the fallback. */
export function valueInForce<V extends Version, F extends keyof V>(
  versions: readonly V[] | undefined,
  field: F,
  at: string,
  fallback: NonNullable<V[F]>,
): NonNullable<V[F]> {
  let found: V | undefined;
  for (const version of versions ?? []) {
    if (version[field] === undefined || version[field] === null || version.effectiveFrom > at) continue;
    if (!found || version.effectiveFrom >= found.effectiveFrom) found = version;
  }
  return found ? (found[field] as NonNullable<V[F]>) : fallback;
}

/** The latest version not after the instant, as it was written (sparse), or undefined. */
export function versionInForce<V extends Version>(versions: readonly V[] | undefined, at: string): V | undefined {
  let found: V | undefined;
  for (const version of versions ?? []) {
    if (version.effectiveFrom <= at && (!found || version.effectiveFrom >= found.effectiveFrom)) found = version;
  }
  return found;
}

/** Every version with the fields that it left out filled in from those before it, earliest first. */
export function filledIn<V extends Version>(versions: readonly V[]): V[] {
  let before = {} as V;
  return inOrder(versions).map(version => {
    const given = Object.fromEntries(
      Object.entries(version).filter(([, value]) => value !== undefined && value !== null),
    );
    before = { ...before, ...given };
    return before;
  });
}

/** A span of time, from inclusive, to exclusive; no end: still open. */
export interface Span {
  from: string;
  to?: string | null;
}

/** Whether the instant lies in [from, to). */
export const holdsAt = (span: Span, at: string): boolean => span.from <= at && (!span.to || at < span.to);
