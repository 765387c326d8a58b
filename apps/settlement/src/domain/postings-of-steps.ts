import { fen } from '@chuanliu/money/fen';
import { accounts } from './accounts';
import { EntrySums } from './entry-sums';
import type { Posting, ShareName } from './posting';
import { inWords } from './posting';
import { splitDoesNotBalance, stepsOutOfOrder } from './settlement.problems';

/** The sale after its payment, or after one more refund. Amounts in fen, none negative. */
export interface Step {
  /** null: the payment. */
  refundId: string | null;
  transactionId: string | null;
  occurredAt: string;
  /** What this step itself moved through escrow, and the freight that it moved besides. */
  movedFen: number;
  freightFen: number;
  /** Subsidy that remains, and what was refunded beyond the payment, both after this step. */
  subsidyFen: number;
  excessFen: number;
  /** The whole split after this step. */
  shares: ReadonlyArray<{ share: ShareName; partyId: string | null; amountFen: number }>;
}

/** Who is on the paying side of a sale. */
export interface SaleParties {
  brandId: string;
  paymentChannel: string;
}

/**
 * What the ledger should hold of a sale: for its payment and each refund, the change against the step before.
 *
 * @throws Problem `settlement/steps-out-of-order`, or `settlement/split-does-not-balance` when the shares do not change
 * by what was moved
 */
export function postingsOfSteps(sale: SaleParties, steps: readonly Step[]): Posting[] {
  return steps.map((step, i) => {
    const isPayment = step.refundId === null;
    if (isPayment !== (i === 0)) throw stepsOutOfOrder(i);
    return isPayment ? postingBetween(sale, null, step) : postingBetween(sale, steps[i - 1]!, step);
  });
}

function postingBetween(sale: SaleParties, before: Step | null, after: Step): Posting {
  const direction = before === null ? 1 : -1; // A payment moves money in, a refund out.
  const sums = new EntrySums();
  sums.add(accounts.escrow(sale.paymentChannel), null, direction * (after.movedFen + after.freightFen));
  sums.add(accounts.platformSubsidy, null, after.subsidyFen - (before?.subsidyFen ?? 0));
  sums.add(accounts.excessRefund(sale.brandId), null, after.excessFen - (before?.excessFen ?? 0));
  for (const { share, partyId, amountFen } of after.shares) sums.add(accountOf(share, partyId), share, -amountFen);
  for (const { share, partyId, amountFen } of before?.shares ?? [])
    sums.add(accountOf(share, partyId), share, amountFen);
  // Freight is the brand's from the first fen, whatever becomes of the goods.
  sums.add(accounts.pending('brand', sale.brandId), 'freight', -direction * after.freightFen);

  const { refundId, transactionId, occurredAt } = after;
  const cause = { kind: before === null ? 'paid' : 'refund', refundId, transactionId, occurredAt } as const;
  const differenceFen = sums.total();
  if (differenceFen !== 0) throw splitDoesNotBalance(inWords(cause), fen(differenceFen));
  return { cause, entries: sums.entries() };
}

function accountOf(share: ShareName, partyId: string | null): string {
  switch (share) {
    case 'tech-fee':
      return accounts.techFee;
    case 'promotion-fee':
      return accounts.promotionFee;
    case 'assist':
      return accounts.pending('promoter', known(share, partyId));
    case 'second-recruiter':
      return accounts.pending('recruiter', known(share, partyId));
    case 'promoter':
    case 'agency':
    case 'recruiter':
    case 'brand':
      return accounts.pending(share, known(share, partyId));
  }
}

function known(share: ShareName, partyId: string | null): string {
  if (partyId === null) throw new RangeError(`nobody is named for the share ${share}`);
  return partyId;
}
