import { Type, type TSchema } from '@sinclair/typebox';
import { LARGEST_FEN } from '@chuanliu/money/fen';

/** An object with no other fields than these. */
export const Closed = <P extends Record<string, TSchema>>(fields: P, options: Record<string, unknown> = {}) =>
  Type.Object(fields, { additionalProperties: false, ...options });

export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** 1–64 characters of A–Z a–z 0–9 . _ : - */
export const Id = Type.String({ pattern: '^[A-Za-z0-9._:-]{1,64}$' });

/** Whole fen, 0 … 10¹³. */
export const FenAmount = Type.Integer({ minimum: 0, maximum: LARGEST_FEN });

/** Whole fen of either sign: sums and differences inside the system. */
export const SignedFen = Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER });

/** Whole fen without the doors' bound: refunds are never refused by their amount, so their sums may pass it. */
export const AnyFen = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** Whole basis points, 0 … most (10000 is 100 %). */
export const Bps = (most = 10_000) => Type.Integer({ minimum: 0, maximum: most });

/** Whole hundredths of a point, 0 … 500 (450 is 4.50). */
export const Score = Type.Integer({ minimum: 0, maximum: 500 });

/** RFC 3339 with an offset, at most three decimals, from 1970 to 9998 in UTC. */
export const Instant = Type.String({ format: 'instant' });

/** Inside the system: UTC with exactly three decimals. */
export const Utc = Type.String({ format: 'utc-instant' });

/** A calendar date, YYYY-MM-DD. */
export const CalendarDate = Type.String({ format: 'date' });

/** Number of a line in its order, 1 … 2³¹ − 1. */
export const LineNo = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

/** A name for people. */
export const Name = Type.String({ minLength: 1, maxLength: 200 });

/** 64 lower-case hex digits. */
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

export const Surface = Type.Union(
  (['live', 'short_video', 'showcase', 'shelf', 'search', 'link'] as const).map(surface => Type.Literal(surface)),
);
