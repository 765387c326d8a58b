/**
 * What one sale brings, for orders alone: beyond 2⁵³ it may be a fen off, where nobody sees it.
 * @param rateBps negative for none, and then so is the commission
 */
export const commissionOf = (priceFen: number, rateBps: number): number =>
  rateBps < 0 ? -1 : Math.floor((priceFen * rateBps) / 10_000);
