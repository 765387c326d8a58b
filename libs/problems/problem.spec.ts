import { Problem, toProblemJson } from './problem';

describe('a problem over HTTP', () => {
  it('names itself, its status and its facts', () => {
    const problem = new Problem('invalid', 'commissions/terms-exceed-sale', 'The terms promise more than the sale', {
      detail: 'They sum to 105 %.',
      promisedBps: 10_500,
    });
    expect(toProblemJson(problem, 'r-1')).toEqual({
      type: '/problems/commissions/terms-exceed-sale',
      title: 'The terms promise more than the sale',
      status: 422,
      detail: 'They sum to 105 %.',
      promisedBps: 10_500,
      requestId: 'r-1',
    });
  });

  it('does not let a fact pass for its type, title, status or request', () => {
    const facts = { type: 'x', title: 'y', status: 200, requestId: 'z', kind: 'brand' };
    expect(toProblemJson(new Problem('absent', 'no-such-party', 'There is none', facts))).toEqual({
      type: '/problems/no-such-party',
      title: 'There is none',
      status: 404,
      kind: 'brand',
    });
  });

  it('is an error, with the title for a message', () => {
    const problem = new Problem('conflict', 'a/b', 'Two at once');
    expect(problem).toBeInstanceOf(Error);
    expect(problem.message).toBe('Two at once');
  });
});
