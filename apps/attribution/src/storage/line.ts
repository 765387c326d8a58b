import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Grant } from '../domain/grants';
import type { Decision, Refund, Sale } from '../domain/sale';
import type { Touch } from '../domain/touch';

/** What the payment in force says of a line, its order's header included. */
export interface LineFacts extends Sale {
  /** The order's revision that carried this payment. */
  paymentRevision: number;
  /** False: the payment in force lacks the line. Its amounts are then 0 and its decision stays as it was. */
  present: boolean;
  paymentOccurredAt: UtcInstant;
  paymentChannel: string;
  transactionId: string;
  /** The whole order's freight on its first line, 0 on the others (fen). */
  freightFen: number;
  tag: string | null;
}

/** What the river makes of a sale. */
export interface RiverMarks {
  /** A self-broadcast sale to a member of the audience: by whom they were brought, and whether they were held out. */
  returned: { broughtBy: string; heldOut: boolean } | null;
  grant: Grant | null;
}

export const NO_MARKS: RiverMarks = { returned: null, grant: null };

/** What all facts known by now would decide of a settled line, and the first revision that told it. */
export interface LateDecision {
  revision: number;
  decision: Decision;
}

/** What settlement fixed: the line's decision is that of this revision, its river mark the one that it had. */
export interface Settled {
  decisionRevision: number;
  returned: RiverMarks['returned'];
  /** null: what all facts would decide is what was settled. */
  late: LateDecision | null;
}

/** All that is known and derived of one order line. */
export interface Line {
  facts: LineFacts;
  /** Refunds that count, by (occurredAt, refundId). */
  refunds: Refund[];
  /** The decision in force: what all facts say, or what was settled. */
  decision: Decision;
  /** null: not settled. */
  settled: Settled | null;
  /** The touches that the decision looked at, newest first; null: it needed none. Kept, since touches themselves are not kept for ever. */
  touches: readonly Touch[] | null;
  river: RiverMarks;
  /** The order's revision that the line has caught up with. */
  orderRevision: number;
  /** Counts the line's announcements; 0: not announced yet. */
  revision: number;
}

/** A line under derivation: as it was stored, and as it becomes. */
export interface LineAtWork {
  /** null: the line is new. */
  stored: { line: Line; row: readonly unknown[] } | null;
  line: Line;
}

export interface LineId {
  orderId: string;
  channelId: string;
  lineNo: number;
}

/** How sales are named to the outside: `{channelId}/{orderId}/{lineNo}`. */
export const saleId = ({ channelId, orderId, lineNo }: LineId): string => `${channelId}/${orderId}/${lineNo}`;

/** The order of primary keys, in which rows are locked and written. */
export function byKey(a: LineId, b: LineId): number {
  return compare(a.orderId, b.orderId) || compare(a.channelId, b.channelId) || a.lineNo - b.lineNo;
}

/** Byte order, for ids: they are ASCII. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
