import { fen } from '@chuanliu/money/fen';
import { accounts } from '../domain/accounts';
import type { Posting } from '../domain/posting';

/**
 * Gives a newcomer a part of the technical fee back, or takes it away again.
 * @param amountFen what the brand gets; negative: what it loses
 */
export function postingOfRebate(brandId: string, amountFen: number, occurredAt: string): Posting {
  return {
    cause: { kind: 'rebate', refundId: null, transactionId: null, occurredAt },
    entries: [
      { account: accounts.newcomerRebate, share: null, amountFen: fen(amountFen) },
      { account: accounts.available('brand', brandId), share: null, amountFen: fen(-amountFen) },
    ],
  };
}
