import { asAvailable } from './accounts';
import type { Posting } from './posting';

/** How much of a line has been settled. */
export interface Settled {
  line: boolean;
  /** Of its order. */
  freight: boolean;
}

/**
 * The posting as it is booked: what is settled already changes what parties may withdraw, at once; what is not changes
 * what they have earned.
 * @param posting on `pending` accounts
 */
export function postingOfSettledLine(posting: Posting, settled: Settled): Posting {
  if (!settled.line && !settled.freight) return posting;
  const entries = posting.entries.map(entry => {
    const isSettled = entry.share === 'freight' ? settled.freight : settled.line;
    return isSettled ? { ...entry, account: asAvailable(entry.account) } : entry;
  });
  return { ...posting, entries };
}
