import type { Span } from '@chuanliu/dated-facts/versions';

/** A span as it is stored: from inclusive, to exclusive, null while it is open. */
export interface StoredSpan extends Span {
  from: string;
  to: string | null;
}

/** Whether the end lies before the beginning. An end at the beginning is allowed: it takes a mistaken span back. */
export const endsTooEarly = (span: StoredSpan): boolean => span.to !== null && span.to < span.from;

/** Whether two spans share an instant. */
export function overlap(one: StoredSpan, other: StoredSpan): boolean {
  return begins(one, other) && begins(other, one) && !isEmpty(one) && !isEmpty(other);
}

const begins = (one: StoredSpan, other: StoredSpan) => other.to === null || one.from < other.to;
const isEmpty = (span: StoredSpan) => span.to !== null && span.to <= span.from;
