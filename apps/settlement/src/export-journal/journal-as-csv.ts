import { stringify } from 'csv-stringify/sync';
import { debitOrCredit } from '../domain/debit-or-credit';
import type { JournalPosting } from './journal.query';

const columns = [
  'postingId',
  'bookedOn',
  'occurredAt',
  'cause',
  'transactionId',
  'reference',
  'channelId',
  'orderId',
  'lineNo',
  'account',
  'share',
  'debitFen',
  'creditFen',
];

/** A row for each entry, with its posting's head; RFC 4180, one header row. */
export async function* journalAsCsv(pages: AsyncIterable<JournalPosting[]>): AsyncGenerator<string> {
  yield stringify([], { header: true, columns });
  for await (const page of pages) {
    const rows = page.flatMap(({ entries, ...head }) =>
      entries.map(({ account, share, amountFen }) => ({ ...head, account, share, ...debitOrCredit(amountFen) })),
    );
    yield stringify(rows, { columns });
  }
}
