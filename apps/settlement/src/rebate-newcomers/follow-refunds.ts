import type { Tx } from '@chuanliu/database/tx';
import { newcomerRebate } from '../domain/newcomer-rebate';
import { lineName, type LineId } from '../storage/ledger-lines';
import { lockRebatedLines, rebatesPosted } from '../storage/newcomer-rebates';
import type { PostingToBook } from '../storage/record-postings';
import { postingOfRebate } from './posting-of-rebate';

/** A settled line whose worth changed. */
export interface ChangedLine extends LineId {
  /** What it is worth now. */
  baseFen: number;
  /** When what changed it happened. */
  occurredAt: string;
}

/**
 * What rebates of settled lines have to follow: the rebate is derived anew from what a line is worth now, and the difference
 * to what was posted is to be booked. Lines whose quota is not portioned out yet are left to their run.
 */
export async function rebatesThatFollow(tx: Tx, lines: readonly ChangedLine[]): Promise<PostingToBook[]> {
  if (lines.length === 0) return [];
  const changed = new Map(lines.map(line => [lineName(line), line]));
  const rebated = (await lockRebatedLines(tx, lines)).filter(line => line.rebatedBaseFen !== null);
  if (rebated.length === 0) return [];
  const posted = await rebatesPosted(tx, rebated);
  return rebated.flatMap(line => {
    const { baseFen, occurredAt } = changed.get(lineName(line))!;
    const difference =
      newcomerRebate(line.rebatedBaseFen!, baseFen, line.techFeeBps) - (posted.get(lineName(line)) ?? 0);
    if (difference === 0) return [];
    return [{ line, posting: postingOfRebate(line.brandId, difference, occurredAt), reference: null }];
  });
}
