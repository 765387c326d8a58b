import { portionOf } from '@chuanliu/money/basis-points';
import { fen, type Fen } from '@chuanliu/money/fen';

/** What the platform keeps of the technical fee, in basis points of the base: the rest is given back to newcomers. */
const KEPT_BPS = 100;

/**
 * What a newcomer is given back of a line.
 * @param rebatedBaseFen the part of the settled base that the quota covers
 * @param baseFen what the line is worth now, after its refunds
 */
export function newcomerRebate(rebatedBaseFen: number, baseFen: number, techFeeBps: number): Fen {
  return portionOf(fen(Math.min(rebatedBaseFen, baseFen)), Math.max(0, techFeeBps - KEPT_BPS));
}
