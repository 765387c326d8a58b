/** A line's life, as parties see it. */
export type LineState = 'estimated' | 'confirmed' | 'frozen' | 'settled' | 'void';

/** What is known of a line beside its amounts. */
export interface LifeOfLine {
  isReceived: boolean;
  /** A hold lies on it. */
  isHeld: boolean;
  isSettled: boolean;
}

/**
 * A settled line stays settled, whatever is refunded. Before that, one with nothing left is void, received or not, held
 * or not; while a hold lies on it it is frozen; else it is confirmed once its order was received.
 */
export function stateOf(baseFen: number, { isReceived, isHeld, isSettled }: LifeOfLine): LineState {
  if (isSettled) return 'settled';
  if (baseFen === 0) return 'void';
  if (isHeld) return 'frozen';
  return isReceived ? 'confirmed' : 'estimated';
}
