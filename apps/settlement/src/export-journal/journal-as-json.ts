import { debitOrCredit } from '../domain/debit-or-credit';
import type { JournalPosting } from './journal.query';

/** One JSON document, `{"postings":[…]}`, a posting a line. */
export async function* journalAsJson(pages: AsyncIterable<JournalPosting[]>): AsyncGenerator<string> {
  let before = '{"postings":[\n';
  for await (const page of pages) {
    let text = '';
    for (const posting of page) {
      text += before + JSON.stringify(withSides(posting));
      before = ',\n';
    }
    yield text;
  }
  yield before.startsWith('{') ? '{"postings":[]}\n' : '\n]}\n';
}

const withSides = ({ entries, ...posting }: JournalPosting) => ({
  ...posting,
  entries: entries.map(({ account, share, amountFen }) => ({ account, share, ...debitOrCredit(amountFen) })),
});
