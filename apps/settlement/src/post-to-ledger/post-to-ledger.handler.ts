import { Injectable } from '@nestjs/common';
import type { commissionSplit, SplitLine } from '@chuanliu/contracts/commissions/commission-split.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import type { Tx } from '@chuanliu/database/tx';
import { differenceOfPostings } from '../domain/difference-of-postings';
import { postingsOfSteps } from '../domain/postings-of-steps';
import { Books } from '../storage/books';
import { readBooksState } from '../storage/books-state';
import { lineName, revisionsOf, saveLines, type LineId } from '../storage/ledger-lines';
import { postedSoFar } from '../storage/posted-so-far';
import type { PostingToBook } from '../storage/record-postings';

type SplitSale = DataOf<typeof commissionSplit>;

/** A line as its greatest revision has it. */
interface DividedLine extends LineId {
  sale: SplitSale;
  split: SplitLine;
}

/** Brings the ledger to what the splits say: what they add is posted, and what they no longer say is taken back. */
@Injectable()
export class PostToLedgerHandler {
  constructor(private readonly books: Books) {}

  async run(sales: readonly SplitSale[], tx: Tx): Promise<void> {
    const divided = greatestRevisions(sales);
    const known = await revisionsOf(tx, [...new Set(divided.map(line => line.orderId))]);
    const fresh = divided.filter(line => line.split.revision > (known.get(lineName(line)) ?? 0));
    if (fresh.length === 0) return;
    const posted = await postedSoFar(
      tx,
      fresh.filter(line => known.has(lineName(line))),
    );
    const postings = fresh.flatMap(line => postingsFor(line, posted.get(lineName(line)) ?? []));

    const lines = fresh.map(({ channelId, orderId, lineNo, split }) => ({
      channelId,
      orderId,
      lineNo,
      splitRevision: split.revision,
      orderRevision: split.orderRevision,
    }));
    await saveLines(tx, lines);
    if (postings.length > 0) await this.books.post(tx, postings, await readBooksState(tx));
  }
}

/** Of several events about one line only the greatest revision counts, however they arrived. */
function greatestRevisions(sales: readonly SplitSale[]): DividedLine[] {
  const greatest = new Map<string, DividedLine>();
  for (const sale of sales) {
    for (const split of sale.lines) {
      const line = { channelId: sale.channelId, orderId: sale.orderId, lineNo: split.lineNo, sale, split };
      const name = lineName(line);
      const other = greatest.get(name);
      if (!other || other.split.revision < split.revision) greatest.set(name, line);
    }
  }
  return [...greatest.values()];
}

function postingsFor(line: DividedLine, posted: Parameters<typeof differenceOfPostings>[1]): PostingToBook[] {
  const target = postingsOfSteps(line.sale, line.split.steps);
  return differenceOfPostings(target, posted).map(posting => ({ line, posting, reference: null }));
}
