import type { BusinessDate } from '@chuanliu/contracts/instants';
import { withEncodedId } from '../domain/accounts';
import type { JournalPosting } from './journal.query';

const HEAD = `; Chuanliu's journal. Dates are the business days (Asia/Shanghai) on which postings are booked.
decimal-mark .
commodity 1000. fen
`;

/** What accounts came to before a period, debit positive; all of them together come to nothing. */
export interface Openings {
  /** The period's first day. */
  day: BusinessDate;
  balances: ReadonlyArray<{ account: string; balanceFen: number }>;
}

/** The journal in hledger's format: whole amounts in the commodity `fen`, debit positive. */
export async function* journalAsHledger(
  pages: AsyncIterable<JournalPosting[]>,
  openings: Openings | null = null,
): AsyncGenerator<string> {
  yield HEAD;
  if (openings) yield openingTransaction(openings);
  for await (const page of pages) yield page.map(transactionOf).join('');
}

/** Tagged as hledger's own `close --clopen` does, so that `not:tag:clopen` leaves it out. */
function openingTransaction({ day, balances }: Openings): string {
  const open = balances.filter(({ balanceFen }) => balanceFen !== 0);
  if (open.length === 0) return '';
  const entries = open.map(({ account, balanceFen }) => entryOf(account, balanceFen));
  return `\n${day} opening balances  ; clopen:${day}\n${entries.join('')}`;
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
  return head + entries.map(({ account, amountFen }) => entryOf(account, amountFen)).join('');
}

/** Two blanks end an account's name. */
const entryOf = (account: string, amountFen: number) => `    ${withEncodedId(account)}  ${amountFen} fen\n`;
