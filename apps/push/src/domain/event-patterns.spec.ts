import { eventPatterns, wants } from './event-patterns';

describe('what a webhook asks for', () => {
  it.each([
    [['*'], true],
    [['sale.*'], true],
    [['sale.confirmed'], true],
    [['sale.void', 'sample.*', 'sale.confirmed'], true],
    [['sale.void'], false],
    [['sample.*'], false],
    [[], false],
  ])('%j: told of a confirmed sale is %s', (patterns, told) => {
    expect(wants(patterns, 'sale.confirmed')).toBe(told);
  });

  it('may be a family or everything, but nobody asks for tests', () => {
    expect(eventPatterns).toEqual(expect.arrayContaining(['*', 'pick.*', 'rate-change.*', 'sale.*', 'sample.overdue']));
    expect(eventPatterns.filter(pattern => pattern.startsWith('webhook'))).toEqual([]);
  });
});
