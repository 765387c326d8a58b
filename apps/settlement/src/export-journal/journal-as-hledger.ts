import { withEncodedId } from '../domain/accounts';
import type { JournalPosting } from './journal.query';

const HEAD = `; Chuanliu's journal. Dates are the business days (Asia/Shanghai) on which postings are booked.
decimal-mark .
commodity 1000. fen
`;

/** The journal in hledger's format: whole amounts in the commodity `fen`, debit positive. */
export async function* journalAsHledger(pages: AsyncIterable<JournalPosting[]>): AsyncGenerator<string> {
  yield HEAD;
  for await (const page of pages) yield page.map(transactionOf).join('');
}

function transactionOf({
  postingId,
  bookedOn,
  cause,
  channelId,
  orderId,
  lineNo,
  occurredAt,
  entries,
}: JournalPosting) {
  const sale = orderId === null ? '' : ` ${channelId}/${orderId}/${lineNo}`;
  const head = `\n${bookedOn} (${postingId}) ${cause}${sale}  ; occurred-at:${occurredAt}\n`;
  // Two blanks end an account's name.
  return head + entries.map(entry => `    ${withEncodedId(entry.account)}  ${entry.amountFen} fen\n`).join('');
}
