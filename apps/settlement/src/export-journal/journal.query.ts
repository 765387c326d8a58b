import { Injectable } from '@nestjs/common';
import type { BusinessDate, UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fromColumn } from '@chuanliu/database/instant';
import { fen, type Fen } from '@chuanliu/money/fen';
import { inWords, type Cause, type EntryShare } from '../domain/posting';

/** A posting as books show it. */
export interface JournalPosting {
  postingId: string;
  occurredAt: UtcInstant;
  bookedOn: BusinessDate;
  cause: string;
  transactionId: string | null;
  /** What it belongs to besides or instead of an order: a run, a payout, an adjustment. */
  reference: string | null;
  /** Null in postings that belong to no order. */
  channelId: string | null;
  orderId: string | null;
  lineNo: number | null;
  /** Debit positive, credit negative. */
  entries: Array<{ account: string; share: EntryShare; amountFen: Fen }>;
}

/** Days by bookedOn: `from` inclusive, `to` exclusive. */
export interface JournalFilter {
  from?: BusinessDate;
  to?: BusinessDate;
  orderId?: string;
}

type Days = Pick<JournalFilter, 'from' | 'to'> & { after?: BusinessDate };

interface HeadRow {
  posting_id: number;
  occurred_at: string;
  booked_on: BusinessDate;
  cause: Cause['kind'];
  refund_id: string | null;
  transaction_id: string | null;
  reference: string | null;
  channel_id: string | null;
  order_id: string | null;
  line_no: number | null;
}

const HEAD =
  'SELECT posting_id, occurred_at, booked_on, cause, refund_id, transaction_id, reference, channel_id, order_id, line_no FROM posting';
const POSTINGS_A_PAGE = 500;

/** Reads the journal page by page, in the order of (bookedOn, postingId); a posting always comes whole. */
@Injectable()
export class Journal {
  constructor(private readonly database: Database) {}

  /** A page is read when it is asked for, so a journal of any length takes the memory of one page. */
  async *pages({ orderId, ...days }: JournalFilter): AsyncGenerator<JournalPosting[]> {
    const heads = orderId === undefined ? this.headsByDay(days) : this.headsOfOrder(orderId, days);
    for await (const page of heads) yield await this.withEntries(page);
  }

  private async *headsByDay(days: Days): AsyncGenerator<HeadRow[]> {
    let day = await this.firstDay(days);
    while (day !== null) {
      let page: HeadRow[];
      let after = 0;
      do {
        page = await this.database.read<HeadRow>(
          `${HEAD} WHERE booked_on = ? AND posting_id > ? ORDER BY booked_on, posting_id LIMIT ${POSTINGS_A_PAGE}`,
          [day, after],
        );
        if (page.length > 0) yield page;
        after = page.at(-1)?.posting_id ?? after;
      } while (page.length === POSTINGS_A_PAGE);
      day = await this.firstDay({ ...days, after: day });
    }
  }

  /** The first day on which something is booked; null when there is none. */
  private async firstDay(days: Days): Promise<BusinessDate | null> {
    const { condition, parameters } = bookedIn(days);
    const [row] = await this.database.read<{ day: BusinessDate | null }>(
      `SELECT MIN(booked_on) AS day FROM posting WHERE ${condition}`,
      parameters,
    );
    return row!.day;
  }

  /** An order has few postings; its heads are read at once, through the order's own index. */
  private async *headsOfOrder(orderId: string, days: Days): AsyncGenerator<HeadRow[]> {
    const { condition, parameters } = bookedIn(days);
    const heads = await this.database.read<HeadRow>(
      `${HEAD} WHERE order_id = ? AND ${condition} ORDER BY booked_on, posting_id`,
      [orderId, ...parameters],
    );
    for (let i = 0; i < heads.length; i += POSTINGS_A_PAGE) yield heads.slice(i, i + POSTINGS_A_PAGE);
  }

  private async withEntries(heads: HeadRow[]): Promise<JournalPosting[]> {
    const rows = await this.database.read<{ posting_id: number; name: string; share: EntryShare; amount_fen: number }>(
      `SELECT e.posting_id, a.name, e.share, e.amount_fen
       FROM posting_entry e JOIN account a ON a.account_id = e.account_id
       WHERE e.posting_id IN (?) ORDER BY e.posting_id, e.entry_no`,
      [heads.map(head => head.posting_id)],
    );
    const postings = new Map(heads.map(head => [head.posting_id, postingOf(head)]));
    for (const { posting_id, name, share, amount_fen } of rows) {
      postings.get(posting_id)!.entries.push({ account: name, share, amountFen: fen(amount_fen) });
    }
    return [...postings.values()];
  }
}

function bookedIn({ from, after, to }: Days): { condition: string; parameters: BusinessDate[] } {
  const limits = [
    ['booked_on >= ?', from],
    ['booked_on > ?', after],
    ['booked_on < ?', to],
  ].filter((limit): limit is [string, BusinessDate] => limit[1] !== undefined);
  return {
    condition: limits.length === 0 ? 'TRUE' : limits.map(([condition]) => condition).join(' AND '),
    parameters: limits.map(([, day]) => day),
  };
}

const postingOf = (head: HeadRow): JournalPosting => ({
  postingId: String(head.posting_id),
  occurredAt: fromColumn(head.occurred_at),
  bookedOn: head.booked_on,
  cause: inWords({ kind: head.cause, refundId: head.refund_id, reference: head.reference }),
  transactionId: head.transaction_id,
  reference: head.reference,
  channelId: head.channel_id,
  orderId: head.order_id,
  lineNo: head.line_no,
  entries: [],
});
