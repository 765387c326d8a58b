import { Injectable } from '@nestjs/common';
import type { commissionSplit, SplitLine } from '@chuanliu/contracts/commissions/commission-split.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import { revisionRejected } from '@chuanliu/contracts/settlement/revision-rejected.v1';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { differenceOfPostings } from '../domain/difference-of-postings';
import { isTooLate } from '../domain/is-too-late';
import { postingOfSettledLine, type Settled } from '../domain/posting-of-settled-line';
import type { Posting } from '../domain/posting';
import { postingsOfSteps } from '../domain/postings-of-steps';
import { rebatesThatFollow, type ChangedLine } from '../rebate-newcomers/follow-refunds';
import { SettleOnTouch } from '../settle-business-day/settle-on-touch';
import { Books } from '../storage/books';
import { readBooksState } from '../storage/books-state';
import {
  lineName,
  linesOf,
  saveBases,
  saveLines,
  saveRevisions,
  type KnownLine,
  type LedgerLine,
  type LineId,
} from '../storage/ledger-lines';
import { inOrderOfKey, orderName } from '../storage/order-id';
import { deriveDueDays, enterDividedOrders, lockOrders } from '../storage/order-life';
import { postedSoFar } from '../storage/posted-so-far';
import type { PostingToBook } from '../storage/record-postings';
import { saveTooLate, type TooLate } from '../storage/too-late';

type SplitSale = DataOf<typeof commissionSplit>;

/** A line as its greatest revision has it. */
interface DividedLine extends LineId {
  sale: SplitSale;
  split: SplitLine;
  /** undefined: it is heard of for the first time. */
  known?: KnownLine | undefined;
}

/** Brings the ledger to what the splits say: what they add is posted, and what they no longer say is taken back. */
@Injectable()
export class PostToLedgerHandler {
  constructor(
    private readonly books: Books,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settleOnTouch: SettleOnTouch,
  ) {}

  async run(sales: readonly SplitSale[], tx: Tx): Promise<void> {
    const divided = greatestRevisions(sales);
    const state = await readBooksState(tx);
    await this.settleOnTouch.before(tx, state, inOrderOfKey(divided));
    const known = await linesOf(tx, [...new Set(divided.map(line => line.orderId))]);
    const fresh = divided
      .map(line => ({ ...line, known: known.get(lineName(line)) }))
      .filter(line => line.split.revision > (line.known?.splitRevision ?? 0));
    if (fresh.length === 0) return;

    const tooLate = fresh.filter(line => isSettled(line) && isTooLate(line.known!, line.split));
    const settled = fresh.filter(line => isSettled(line) && !tooLate.includes(line));
    const open = fresh.filter(line => !isSettled(line));
    const freightSettled = await this.enterOrders(tx, fresh, { areNew: known.size === 0, openRun: state.openRun });
    await saveLines(tx, open.map(asLedgerLine));
    await saveBases(tx, settled.map(asLedgerLine));
    await saveRevisions(tx, tooLate.map(asLedgerLine));
    await this.reject(tx, [...tooLate.map(asTooLate), ...settled.flatMap(toldAsLate)]);

    const toPost = [...open, ...settled];
    const posted = await postedSoFar(
      tx,
      toPost.filter(line => line.known),
    );
    const postings = toPost.flatMap(line => {
      const whatIsSettled = { line: isSettled(line), freight: freightSettled.has(orderName(line)) };
      return postingsFor(line, posted.get(lineName(line)) ?? [], whatIsSettled);
    });
    const changed = settled.map(line => asChanged(line, posted.get(lineName(line)) ?? []));
    const rebates = await rebatesThatFollow(tx, changed);
    await this.books.post(tx, [...postings, ...rebates], state);
  }

  /**
   * Enters the lines' orders on their way to settlement.
   * @param areNew no line of any of these orders was known: then only a receipt can have been
   * @returns the names of the orders whose freight is settled
   */
  private async enterOrders(
    tx: Tx,
    lines: readonly DividedLine[],
    { areNew, openRun }: { areNew: boolean; openRun: string | null },
  ): Promise<Set<string>> {
    const open = new Set(lines.filter(line => !isSettled(line)).map(orderName));
    const orders = inOrderOfKey(lines).map(line => ({
      channelId: line.channelId,
      orderId: line.orderId,
      brandId: line.sale.brandId,
      isOpen: open.has(orderName(line)),
    }));
    const haveChanged = await enterDividedOrders(tx, orders, openRun);
    if (areNew && !haveChanged) return new Set();
    const lives = await lockOrders(tx, orders);
    await deriveDueDays(tx, lives);
    return new Set(lives.filter(life => life.freightRun !== null).map(orderName));
  }

  /** Keeps what came after its line was settled, for a person to see, and says so. */
  private async reject(tx: Tx, late: readonly TooLateOfLine[]): Promise<void> {
    if (late.length === 0) return;
    const settledBy = new Map(late.map(({ line }) => [lineName(line), line.known!.decisionRevision]));
    const rejected = await saveTooLate(
      tx,
      late.map(one => one.tooLate),
      this.clock.now(),
    );
    await this.outbox.add(
      tx,
      revisionRejected,
      rejected.map(line => ({
        data: {
          channelId: line.channelId,
          orderId: line.orderId,
          lineNo: line.lineNo,
          rejectedDecisionRevision: line.decisionRevision,
          decisionRevision: settledBy.get(lineName(line))!,
        },
      })),
    );
  }
}

/** What came too late for a line, and the line. */
interface TooLateOfLine {
  line: DividedLine;
  tooLate: TooLate;
}

const asTooLate = (line: DividedLine): TooLateOfLine => ({
  line,
  tooLate: { outcome: line.split.outcome, ...asLedgerLine(line) },
});

/**
 * What commissions tells beside a settled line's division: it had heard of the settlement before, so that the line was
 * never divided by what came too late.
 */
function toldAsLate(line: DividedLine): TooLateOfLine[] {
  const { late } = line.split;
  if (!late) return [];
  const { decisionRevision, basis = null, outcome = line.split.outcome } = late;
  return [{ line, tooLate: { outcome, ...asLedgerLine(line), decisionRevision, basis } }];
}

const isSettled = (line: DividedLine): boolean => (line.known?.settledRun ?? null) !== null;

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

function postingsFor(line: DividedLine, posted: readonly Posting[], settled: Settled): PostingToBook[] {
  const target = postingsOfSteps(line.sale, line.split.steps);
  return differenceOfPostings(target, posted).map(posting => ({
    line,
    posting: postingOfSettledLine(posting, settled),
    reference: null,
  }));
}

const asLedgerLine = ({ sale, split, channelId, orderId, lineNo }: DividedLine): LedgerLine => ({
  channelId,
  orderId,
  lineNo,
  splitRevision: split.revision,
  orderRevision: split.orderRevision,
  brandId: sale.brandId,
  baseFen: baseOf(split),
  basis: split.basis ?? null,
  decisionRevision: split.decisionRevision,
  techFeeBps: split.techFeeBps ?? 0,
});

const baseOf = (split: SplitLine): number => split.steps.at(-1)?.baseFen ?? 0;

/** What a line is worth since when. Of one that its payment lacks now, what is taken back happened when it was posted. */
const asChanged = ({ channelId, orderId, lineNo, split }: DividedLine, posted: readonly Posting[]): ChangedLine => ({
  channelId,
  orderId,
  lineNo,
  baseFen: baseOf(split),
  occurredAt: (split.steps.at(-1) ?? posted.at(-1)!.cause).occurredAt,
});
