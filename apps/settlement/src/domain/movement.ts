import { partyOfAvailable } from './accounts';
import type { CauseKind } from './posting';

/** How statements sort what changed a party's `available` besides settled lines. */
export type MovementKind = 'adjustment' | 'rebate' | 'bonus' | 'manual' | 'payout' | 'failed-payout';

/**
 * What an entry is in the party's next statement; null when it is no movement of an `available` account, or one that
 * stands there line by line (a settlement).
 */
export function movementOf(cause: CauseKind, account: string): MovementKind | null {
  if (partyOfAvailable(account) === null) return null;
  switch (cause) {
    case 'settlement':
      return null;
    case 'paid':
    case 'refund':
      return 'adjustment'; // Of a line that was settled before.
    case 'rebate':
      return 'rebate';
    case 'payout':
      return 'payout';
    case 'payout-failed':
      return 'failed-payout';
    case 'payout-confirmed': // Touches no available account; named for completeness.
    case 'manual':
      return 'manual';
  }
}
