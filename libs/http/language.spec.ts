import { languageAsked, languageOf } from './language';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['ZH-hans-cn', 'zh'],
    ['en-GB,en;q=0.9', 'en'],
    ['en;q=0.8, zh;q=0.9', 'zh'],
    ['zh;q=0.8, en;q=0.9', 'en'],
    ['zh, en', 'zh'], // Of equal ones the first.
    ['en, zh', 'en'],
    ['fr, zh;q=0.1', 'zh'],
    ['fr', 'en'],
    ['*', 'en'],
    ['en;q=0, *', 'zh'], // Anything but English.
    ['zh;q=0', 'en'],
    ['zh;q=0.5, *;q=0.9', 'en'],
    ['zh;q=0.000, fr', 'en'],
    ['zh-CN;q=0.3, zh;q=0.7, en;q=0.5', 'zh'],
    ['zh;q=2', 'en'], // Not a weight.
    ['zh;q=1.0 , en ; q = 0.2', 'zh'],
    [';;,zh;q=x,=', 'en'],
    ['zhong', 'en'],
  ])('of %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it.each([
    [undefined, undefined],
    ['', undefined],
    ['*', undefined],
    ['zh-CN', 'zh'],
    ['en, *', 'en'],
    ['fr', 'en'], // A person, whose language is not here.
  ])('is asked for by %j: %s', (header, language) => {
    expect(languageAsked(header)).toBe(language);
  });
});
