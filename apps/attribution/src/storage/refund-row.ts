import type { EffectiveRefund } from '@chuanliu/contracts/orders/order-refunded.v1';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { fen } from '@chuanliu/money/fen';
import type { Refund } from '../domain/sale';
import { compare } from './line';

export const REFUND_COLUMNS = [
  'order_id',
  'channel_id',
  'refund_id',
  'line_no',
  'occurred_at',
  'refund_fen',
  'subsidy_fen',
  'freight_fen',
  'transaction_id',
  'withdrawn',
  'order_revision',
] as const satisfies ReadonlyArray<keyof RefundRow>;

export interface RefundRow {
  order_id: string;
  channel_id: string;
  refund_id: string;
  line_no: number;
  occurred_at: string;
  refund_fen: number;
  subsidy_fen: number;
  freight_fen: number;
  transaction_id: string | null;
  withdrawn: number;
  order_revision: number;
}

/** A refund as announced, with the order's revision that announced it. */
export function refundRowOf(
  order: { orderId: string; channelId: string; orderRevision: number },
  refund: EffectiveRefund & { withdrawn: boolean },
): RefundRow {
  return {
    order_id: order.orderId,
    channel_id: order.channelId,
    refund_id: refund.refundId,
    line_no: refund.lineNo,
    occurred_at: toColumn(refund.occurredAt),
    refund_fen: refund.refundFen,
    subsidy_fen: refund.subsidyFen,
    freight_fen: refund.freightFen,
    transaction_id: refund.transactionId,
    withdrawn: refund.withdrawn ? 1 : 0,
    order_revision: order.orderRevision,
  };
}

/** The refunds of one line that count, by (occurredAt, refundId). */
export function refundsOfLine(rows: readonly RefundRow[] | undefined, lineNo: number): Refund[] {
  if (!rows || rows.length === 0) return [];
  return rows
    .filter(row => row.line_no === lineNo && row.withdrawn === 0)
    .map(row => ({
      refundId: row.refund_id,
      occurredAt: fromColumn(row.occurred_at),
      refundFen: fen(row.refund_fen),
      subsidyFen: fen(row.subsidy_fen),
      freightFen: fen(row.freight_fen),
      transactionId: row.transaction_id,
    }))
    .sort((a, b) => compare(a.occurredAt, b.occurredAt) || compare(a.refundId, b.refundId));
}
