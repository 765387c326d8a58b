import type { StatementHead, StatementsQuery } from './statements.query';

/** One JSON document, written page by page: a brand's statement may have a million lines. */
export async function* statementAsJson(statements: StatementsQuery, statement: StatementHead): AsyncGenerator<string> {
  const { id, party, businessDate, runId, openingFen, lineCount: _, ...sums } = statement.head;
  yield `${JSON.stringify({ id, party, businessDate, runId, openingFen }).slice(0, -1)},"lines":[`;
  yield* joined(statements.lines(statement));
  yield `],${JSON.stringify(sums).slice(1, -1)},"movements":[`;
  yield* joined(statements.movements(statement));
  yield ']}';
}

async function* joined(pages: AsyncIterable<readonly object[]>): AsyncGenerator<string> {
  let before = '';
  for await (const page of pages) {
    let text = '';
    for (const item of page) {
      text += before + JSON.stringify(item);
      before = ',\n';
    }
    yield text;
  }
}
