import { code, plain, quoted, table } from './markdown';

describe('a text in markdown', () => {
  it.each([
    ['nothing special: 100%, (so) it is.', 'nothing special: 100%, (so) it is.'],
    ['**bold** _it_ ~~no~~ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\`code\\`'],
    ['<script>&lt;', '\\<script\\>\\&lt;'],
    ['[x](javascript:1) ![y](z)', '\\[x\\](javascript:1) !\\[y\\](z)'],
    ['a | b', 'a \\| b'],
    ['\\', '\\\\'],
    ['# a', '\\# a'],
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['1. a', '1\\. a'],
    ['23) a', '23\\) a'],
    ['=== a', '\\=== a'],
    ['a - b # c 1. d', 'a - b # c 1. d'],
    ['https://a.example WWW.a.example a@b.example', 'https:\\/\\/a.example WWW\\.a.example a\\@b.example'],
    ['one\r\ntwo\tthree', 'one two three'],
    ['pay\u202e001\u0000\u200b', 'pay001'],
    ['不是他带来的', '不是他带来的'],
  ])('is %j as it stands', (text, shown) => {
    expect(plain(text)).toBe(shown);
  });

  it('is quoted line by line', () => {
    expect(quoted(' one\n\n> two\r\n# three ')).toEqual(['> one', '>', '> \\> two', '> \\# three']);
  });

  it('of ours is code', () => {
    expect(code('pr-1')).toBe('`pr-1`');
  });

  it('stands in tables', () => {
    expect(table(['a', 'b'], '-:', [['1', '2']])).toEqual(['| a | b |', '| --- | ---: |', '| 1 | 2 |']);
  });
});
