import { Type, type Static } from '@sinclair/typebox';
import { Outcome } from '../attribution/sale-attributed.v1';
import { defineEvent } from '../define-event';
import { AnyFen, Bps, Closed, FenAmount, Id, LineNo, Nullable, Utc } from '../shapes';
import { topics } from '../topics';

export const ShareName = Type.Union(
  (
    ['promoter', 'assist', 'agency', 'recruiter', 'second-recruiter', 'tech-fee', 'promotion-fee', 'brand'] as const
  ).map(share => Type.Literal(share)),
);
export type ShareName = Static<typeof ShareName>;

/** What one party has of a sale; partyId is null for the platform's own shares. Shares of 0 may be left out. */
export const Share = Closed({ share: ShareName, partyId: Nullable(Id), amountFen: FenAmount });
export type Share = Static<typeof Share>;

/** A line's life as parties see it; `frozen` and `settled` come with settlement. */
export const SaleState = Type.Union(
  (['estimated', 'confirmed', 'frozen', 'settled', 'void'] as const).map(state => Type.Literal(state)),
);
export type SaleState = Static<typeof SaleState>;

/**
 * The sale after its payment, or after one more refund: sums so far, and the whole split of the base that remains.
 * Σ shares = baseFen = max(0, paidFen − refundedFen) + subsidyFen.
 */
export const SplitStep = Closed({
  /** null: the payment; else the refund that makes this step. */
  refundId: Nullable(Id),
  occurredAt: Utc,
  transactionId: Nullable(Id),
  /** What this step itself moves through escrow: what was paid, or refunded (fen, ≥ 0). */
  movedFen: FenAmount,
  /** Freight that this step itself moves: charged by the payment, or given back by the refund (fen, ≥ 0). */
  freightFen: FenAmount,
  /** The platform's subsidy that remains after this step. */
  subsidyFen: FenAmount,
  /** Refunded so far beyond what was paid. */
  excessFen: AnyFen,
  baseFen: FenAmount,
  shares: Type.Array(Share),
});
export type SplitStep = Static<typeof SplitStep>;

export const SplitLine = Closed({
  lineNo: LineNo,
  /** Counts this line's announcements by commissions; the greatest is in force. */
  revision: Type.Integer({ minimum: 1 }),
  orderRevision: Type.Integer({ minimum: 1 }),
  /** The revision of the decision (attribution) that was split. */
  decisionRevision: Type.Integer({ minimum: 1 }),
  outcome: Outcome,
  productId: Type.Optional(Id),
  /**
   * Digest of what the line was divided by: outcome, winner, pick, assistants, and every rate. Equal digests divide equal
   * amounts alike, so settlement knows by it whether a revision only follows amounts. Missing while no terms are known.
   */
  basis: Type.Optional(Type.String({ maxLength: 64 })),
  /** The technical fee's rate among those rates. */
  techFeeBps: Type.Optional(Bps(1000)),
  /**
   * Of a settled line alone: a decision or rates that came after its settlement and would divide it by something else.
   * The line is not divided by them; settlement records them as too late. basis is missing while those rates are not known.
   */
  late: Type.Optional(
    Closed({
      decisionRevision: Type.Integer({ minimum: 1 }),
      outcome: Type.Optional(Outcome),
      basis: Type.Optional(Type.String({ maxLength: 64 })),
    }),
  ),
  /** The line's state when this was said; a change of state alone is told by `sale-state-changed`. */
  state: Type.Optional(SaleState),
  /** The payment first, then the refunds by (occurredAt, refundId). Empty: the payment in force lacks the line. */
  steps: Type.Array(SplitStep),
});
export type SplitLine = Static<typeof SplitLine>;

/** Lines of a sale were divided between those who earned from them, or are divided differently now. */
export const commissionSplit = defineEvent({
  stream: topics.splitEvents.name,
  type: 'commission-split.v1',
  key: split => split.orderId,
  keyName: 'orderId',
  title: 'A sale was divided between those who earned from it',
  data: Closed({
    channelId: Id,
    orderId: Id,
    brandId: Id,
    paymentChannel: Id,
    lines: Type.Array(SplitLine, { minItems: 1 }),
  }),
});
