import { EntrySums } from './entry-sums';
import type { Cause, Posting } from './posting';

/**
 * What has to be posted so that the ledger holds of one sale exactly what it should.
 *
 * Nothing posted is ever touched: each cause gets what is missing, or gives back what is too much, at the instant at
 * which it happened. A cause that should not be there any more is taken back whole; so one whose instant changed is taken
 * back at the old instant and posted at the new one. Every posting of the answer balances, because both sides do.
 *
 * @param target one posting for each cause
 * @param posted any number for each cause
 */
export function differenceOfPostings(target: readonly Posting[], posted: readonly Posting[]): Posting[] {
  if (posted.length === 0) return target.filter(posting => posting.entries.length > 0);
  const differences = new Map<string, { cause: Cause; sums: EntrySums }>();
  const count = (postings: readonly Posting[], sign: 1 | -1) => {
    for (const { cause, entries } of postings) {
      const name = identityOf(cause);
      let difference = differences.get(name);
      if (!difference) differences.set(name, (difference = { cause, sums: new EntrySums() }));
      for (const { account, share, amountFen } of entries) difference.sums.add(account, share, sign * amountFen);
    }
  };
  count(posted, -1);
  count(target, 1);
  return [...differences.values()]
    .map(({ cause, sums }) => ({ cause, entries: sums.entries() }))
    .filter(posting => posting.entries.length > 0);
}

// No id holds a blank, so parts cannot run into each other.
const identityOf = ({ kind, refundId, transactionId, occurredAt }: Cause): string =>
  `${kind} ${refundId ?? ''} ${transactionId ?? ''} ${occurredAt}`;
