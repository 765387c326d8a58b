import { partyOfAvailable } from '../domain/accounts';
import { debitsOf, type AdjustmentLine, type Purpose } from '../domain/adjustment';
import { moreThanInEscrow, moreThanTheDebt } from '../domain/adjustment.problems';
import { nameOf } from '../domain/party';
import { balanceOfAccount } from '../storage/account-balance';
import type { Read } from '../storage/read';

/**
 * What a write-off or a sweep may take at most, as of now: a party's debt, what a payment channel holds. Asked when it is
 * proposed and once more when it is approved, since either may have become less.
 * @throws Problem `more-than-the-debt` or `more-than-in-escrow` (409)
 */
export async function checkPurpose(
  read: Read,
  { purpose, lines }: { purpose: Purpose; lines: readonly AdjustmentLine[] },
): Promise<void> {
  if (purpose === 'manual') return;
  const { account } = lines.find(line => line.amountFen < 0)!;
  const [balanceFen, amountFen] = [await balanceOfAccount(read, account), debitsOf(lines)];
  if (amountFen <= balanceFen) return;
  if (purpose === 'sweep') throw moreThanInEscrow(account, balanceFen, amountFen);
  throw moreThanTheDebt(nameOf(partyOfAvailable(account)!), Math.max(0, balanceFen), amountFen);
}
