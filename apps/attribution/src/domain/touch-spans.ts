import type { UtcInstant } from '@chuanliu/contracts/instants';

/** A span of time in which touches are stored together, and dropped together. */
export interface TouchSpan {
  /** Its first instant; null: it begins with time. */
  from: UtcInstant | null;
  /** The first instant after it; null: it has no end. */
  until: UtcInstant | null;
  hasTouches: boolean;
}

const DAY_MS = 86_400_000;
/**
 * Fourteen days. A sale looks into every span of the last fifteen days, so shorter ones cost it more; longer ones keep
 * touches longer than needed.
 */
const SPAN_MS = 14 * DAY_MS;
/** The Monday after 1970 began: spans are fortnights from there. */
const FIRST_MONDAY_MS = 4 * DAY_MS;
/** So many spans are made ahead of their time: none is missing though nobody looks for a while. */
const AHEAD = 2;

const startOfSpan = (ms: number): number => FIRST_MONDAY_MS + Math.floor((ms - FIRST_MONDAY_MS) / SPAN_MS) * SPAN_MS;
const instantAt = (ms: number): UtcInstant => new Date(ms).toISOString();

/**
 * Where the span without an end is to be cut: at every fortnight from the last end (or from as far back as touches are
 * kept) to some ahead.
 * @param lastEnd the last span's end that there is; null: nothing was cut yet
 */
export function endsToAdd(lastEnd: UtcInstant | null, now: UtcInstant, keptDays: number): UtcInstant[] {
  const nowMs = Date.parse(now);
  const first = lastEnd === null ? startOfSpan(nowMs - keptDays * DAY_MS) : Date.parse(lastEnd) + SPAN_MS;
  const ends: UtcInstant[] = [];
  for (let end = first; end <= startOfSpan(nowMs) + AHEAD * SPAN_MS; end += SPAN_MS) ends.push(instantAt(end));
  return ends;
}

/**
 * The spans to drop: those that ended so many days before the newest touches. Touches tell how far time has come, since
 * a history may be told long after it happened; one that is dated ahead of now tells nothing.
 * @param spans in order of time
 */
export function spansToDrop(spans: readonly TouchSpan[], now: UtcInstant, keptDays: number): TouchSpan[] {
  const newest = spans.findLast(span => span.hasTouches && (span.from === null || span.from <= now));
  if (!newest?.from) return [];
  const keptSince = instantAt(Date.parse(newest.from) - keptDays * DAY_MS);
  return spans.filter(span => span.until !== null && span.until <= keptSince);
}
