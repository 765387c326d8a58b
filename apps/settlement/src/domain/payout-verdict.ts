import type { Fen } from '@chuanliu/money/fen';
import type { Party } from './party';

/** What a batch did about one party. */
export interface PayoutVerdict {
  party: Party;
  /** When it was judged. */
  availableFen: Fen;
  /** What was sent, or would have been in a dry run; null where something kept it. */
  paid: { payoutId: string | null; grossFen: Fen; taxFen: Fen; netFen: Fen } | null;
  /** The type of the problem that kept the party from being paid. */
  problem: string | null;
}
