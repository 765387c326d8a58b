import { optionsFrom } from './options';

describe('the bench’s command line', () => {
  it('measures everything at the sizes that the figures are quoted at', () => {
    expect(optionsFrom([])).toMatchObject({
      subjects: ['floor', 'ours', 'usual-way'],
      orders: 50_000,
      compareAt: 5_000,
      steady: [
        { rate: 50, seconds: 30 },
        { rate: 200, seconds: 30 },
      ],
    });
  });

  it('is over in a moment when it is only to be tried', () => {
    expect(optionsFrom(['--quick'])).toMatchObject({ orders: 2_000, compareAt: 500, steady: [{ seconds: 5 }, {}] });
  });

  it('never compares at more orders than were asked for', () => {
    expect(optionsFrom(['--orders', '1000']).compareAt).toBe(1_000);
  });

  it('leaves steady load out when no rate is named', () => {
    expect(optionsFrom(['--rates', '']).steady).toEqual([]);
  });

  it.each([
    [['--subjects', 'floor,theirs'], /no subject "theirs"/],
    [['--orders', '1e3'], /--orders takes whole numbers/],
    [['--orders', '0'], /--orders/],
    [['--rates', '50,9999'], /--rates/],
    [['--seconds', '-1'], /seconds/],
    [['--unknown'], /unknown/i],
  ])('refuses %j', (words, problem) => {
    expect(() => optionsFrom(words)).toThrow(problem);
  });
});
