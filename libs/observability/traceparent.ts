import { randomBytes } from 'node:crypto';

/** One hop of a trace, as W3C Trace Context writes it: `00-{traceId}-{spanId}-{flags}`. */
export interface TraceParent {
  /** 32 hexadecimal digits, the same all along the way. */
  traceId: string;
  /** 16 hexadecimal digits, this hop's own. */
  spanId: string;
  /** Two hexadecimal digits; bit 0 says that the trace is recorded. */
  flags: string;
}

const shape = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** Reads a header; undefined when it is not one, since a broken trace must never refuse a request. */
export function parseTraceparent(text: string | undefined): TraceParent | undefined {
  const [, version, traceId, spanId, flags, more] = shape.exec(text ?? '') ?? [];
  if (!version || !traceId || !spanId || !flags) return undefined;
  if (version === 'ff' || (version === '00' && more !== undefined)) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return { traceId, spanId, flags };
}

export function formatTraceparent({ traceId, spanId, flags }: TraceParent): string {
  return `00-${traceId}-${spanId}-${flags}`;
}

/** The next hop of the trace that `text` belongs to, or the first hop of a new one. */
export function continueTraceparent(text: string | undefined): string {
  const parent = parseTraceparent(text);
  const spanId = randomBytes(8).toString('hex');
  return formatTraceparent({ traceId: parent?.traceId ?? newTraceId(), spanId, flags: parent?.flags ?? '01' });
}

function newTraceId(): string {
  return randomBytes(16).toString('hex');
}
