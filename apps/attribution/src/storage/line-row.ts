import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { fen } from '@chuanliu/money/fen';
import type { Grant, NotEligibleReason } from '../domain/grants';
import type { Candidate, Decision, Refund } from '../domain/sale';
import type { Touch } from '../domain/touch';
import type { Line, LineFacts, RiverMarks, Settled } from './line';

/** A row of `line`, as the driver reads it: instants are texts in UTC. */
export interface LineRow {
  order_id: string;
  channel_id: string;
  line_no: number;
  payment_revision: number;
  order_revision: number;
  revision: number;
  present: number;
  payment_occurred_at: string;
  brand_id: string;
  buyer_key: string | null;
  ordered_at: string;
  paid_at: string;
  payment_channel: string;
  transaction_id: string;
  freight_fen: number;
  product_id: string;
  paid_fen: number;
  subsidy_fen: number;
  surface: string;
  account_id: string | null;
  promotion_code: string | null;
  tag: string | null;
  outcome: Decision['outcome'];
  river_promoter_id: string | null;
  pick_id: string | null;
  candidates: string;
  assistants: string | null;
  touches: string | null;
  held_out: number | null;
  grant_impressions: number | null;
  grant_refusal: NotEligibleReason | null;
  settled: string | null;
  updated_at: string;
}

/** Every column but updated_at, in the order of a row's values. */
export const LINE_COLUMNS = [
  'order_id',
  'channel_id',
  'line_no',
  'payment_revision',
  'order_revision',
  'revision',
  'present',
  'payment_occurred_at',
  'brand_id',
  'buyer_key',
  'ordered_at',
  'paid_at',
  'payment_channel',
  'transaction_id',
  'freight_fen',
  'product_id',
  'paid_fen',
  'subsidy_fen',
  'surface',
  'account_id',
  'promotion_code',
  'tag',
  'outcome',
  'river_promoter_id',
  'pick_id',
  'candidates',
  'assistants',
  'touches',
  'held_out',
  'grant_impressions',
  'grant_refusal',
  'settled',
] as const satisfies ReadonlyArray<keyof LineRow>;

/**
 * The line as a row. One column holds the promoter of the river link, be it the winner of a distribution sale or
 * whoever brought the buyer of a self-broadcast one: nobody is both.
 */
export function rowOf({ facts, decision, touches, river, settled, orderRevision, revision }: Line): unknown[] {
  return [
    facts.orderId,
    facts.channelId,
    facts.lineNo,
    facts.paymentRevision,
    orderRevision,
    revision,
    facts.present ? 1 : 0,
    toColumn(facts.paymentOccurredAt),
    facts.brandId,
    facts.buyerKey,
    toColumn(facts.orderedAt),
    toColumn(facts.paidAt),
    facts.paymentChannel,
    facts.transactionId,
    facts.freightFen,
    facts.productId,
    facts.paidFen,
    facts.platformSubsidyFen,
    facts.surface,
    facts.accountId,
    facts.promotionCode,
    facts.tag,
    decision.outcome,
    decision.promoterId ?? river.returned?.broughtBy ?? null,
    decision.pickId,
    JSON.stringify(decision.candidates),
    // Most sales have no assistant, and most decisions need no touches.
    decision.assistantIds.length === 0 ? null : JSON.stringify(decision.assistantIds),
    touches === null ? null : JSON.stringify(touches),
    river.returned ? Number(river.returned.heldOut) : null,
    river.grant?.impressions ?? null,
    river.grant?.reason ?? null,
    settled && JSON.stringify(settled),
  ];
}

export const storedRow = (row: LineRow): unknown[] => LINE_COLUMNS.map(column => row[column]);

/** The row as a line; its refunds stand in a table of their own. */
export function lineOf(row: LineRow, refunds: Refund[]): Line {
  const decision = decisionIn(row);
  return {
    facts: factsIn(row),
    refunds,
    decision,
    touches: row.touches === null ? null : (JSON.parse(row.touches) as Touch[]),
    river: marksIn(row, decision),
    settled: row.settled === null ? null : (JSON.parse(row.settled) as Settled),
    orderRevision: row.order_revision,
    revision: row.revision,
  };
}

const factsIn = (row: LineRow): LineFacts => ({
  orderId: row.order_id,
  channelId: row.channel_id,
  lineNo: row.line_no,
  paymentRevision: row.payment_revision,
  present: row.present === 1,
  paymentOccurredAt: fromColumn(row.payment_occurred_at),
  brandId: row.brand_id,
  buyerKey: row.buyer_key,
  orderedAt: fromColumn(row.ordered_at),
  paidAt: fromColumn(row.paid_at),
  paymentChannel: row.payment_channel,
  transactionId: row.transaction_id,
  freightFen: fen(row.freight_fen),
  productId: row.product_id,
  paidFen: fen(row.paid_fen),
  platformSubsidyFen: fen(row.subsidy_fen),
  surface: row.surface,
  accountId: row.account_id,
  promotionCode: row.promotion_code,
  tag: row.tag,
});

const decisionIn = (row: LineRow): Decision => ({
  outcome: row.outcome,
  promoterId: row.outcome === 'distribution' ? row.river_promoter_id : null,
  pickId: row.pick_id,
  candidates: JSON.parse(row.candidates) as Candidate[],
  assistantIds: row.assistants === null ? [] : (JSON.parse(row.assistants) as string[]),
});

function marksIn(row: LineRow, { outcome }: Decision): RiverMarks {
  const grant = grantIn(row, outcome);
  if (row.held_out === null) return { returned: null, grant };
  return { returned: { broughtBy: row.river_promoter_id!, heldOut: row.held_out === 1 }, grant };
}

function grantIn(row: LineRow, outcome: Decision['outcome']): Grant | null {
  if (row.grant_impressions === null) return null;
  const party = outcome === 'distribution' ? `brand:${row.brand_id}` : `promoter:${row.river_promoter_id!}`;
  return { party, impressions: row.grant_impressions, eligible: row.grant_refusal === null, reason: row.grant_refusal };
}
