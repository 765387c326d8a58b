/** A line's life as far as this service can tell: settlement adds what comes after. */
export type LineState = 'estimated' | 'confirmed' | 'void';

/** A line with nothing left is void, received or not; another is confirmed once its order was received. */
export function stateOf(baseFen: number, isReceived: boolean): LineState {
  if (baseFen === 0) return 'void';
  return isReceived ? 'confirmed' : 'estimated';
}
