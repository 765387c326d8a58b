import { byLine, type OrderPart, type SplitPart } from './order-parts';

/** An order with what everybody gets of it; a line that has not been divided yet has no outcome and no shares. */
export function orderAnswer(order: OrderPart, splits: readonly SplitPart[]) {
  const splitOf = byLine(splits);
  const { channelId, orderId, brandId, orderedAt, paidAt, payment, state, refunds } = order;
  return {
    channelId,
    orderId,
    brandId,
    orderedAt,
    paidAt,
    payment,
    state,
    lines: order.lines.map(({ lineNo, productId, paidFen, platformSubsidyFen, refundedFen, baseFen, state }) => {
      const split = splitOf.get(lineNo);
      const { outcome = null, promoterId = null, shares = [] } = split ?? {};
      const amounts = { paidFen, platformSubsidyFen, refundedFen, baseFen };
      return { lineNo, productId, ...amounts, outcome, promoterId, state: split?.state ?? state, shares };
    }),
    refunds,
  };
}
