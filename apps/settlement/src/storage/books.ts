import { Injectable } from '@nestjs/common';
import type { Tx } from '@chuanliu/database/tx';
import { AccountIds } from './account-ids';
import type { BooksState } from './books-state';
import { PostingIds } from './posting-ids';
import { recordPostings, type PostingToBook } from './record-postings';

/** The one way into the ledger. */
@Injectable()
export class Books {
  constructor(
    private readonly accountIds: AccountIds,
    private readonly postingIds: PostingIds,
  ) {}

  /**
   * Writes postings with their entries, days' sums and movements of what parties may withdraw. Call it last in a
   * transaction: sums of busy accounts are locked from here to the commit.
   *
   * @param state as read in this same transaction
   * @returns the ids of the postings, in their order
   * @throws RangeError when the entries of a posting do not sum to zero: nothing unbalanced gets into the books
   */
  async post(tx: Tx, postings: readonly PostingToBook[], state: BooksState): Promise<string[]> {
    if (postings.length === 0) return [];
    const names = new Set<string>();
    for (const { posting } of postings) for (const { account } of posting.entries) names.add(account);
    const accountIds = await this.accountIds.of(names);
    const firstId = await this.postingIds.take(postings.length);
    await recordPostings(tx, postings, { firstId, accountIds, sealedThrough: state.sealedThrough });
    return postings.map((_, i) => String(firstId + i));
  }
}
