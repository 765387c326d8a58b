import { faultInWords } from './fault-in-words';

describe('a fault in words', () => {
  it.each([
    [new Error('the statement of promoter pr-1 closes with 7 fen, the ledger has 8'), 'the statement of promoter pr-1 closes with 7 fen, the ledger has 8'], // prettier-ignore
    [Object.assign(new Error("near 'SELECT secret FROM payee'"), { code: 'ER_PARSE_ERROR' }), 'A step failed with ER_PARSE_ERROR'], // prettier-ignore
    [new Error('one line\n    at somewhere (file.ts:1:2)'), 'one line'],
    [new Error('x'.repeat(1_000)), 'x'.repeat(300)],
    ['torn', 'torn'],
    [undefined, 'undefined'],
  ])('is one short line without statements or a stack', (fault, words) => {
    expect(faultInWords(fault)).toBe(words);
  });
});
