import { attributionOptionsFrom } from './options';

describe('the command line of attribution’s bench', () => {
  it('measures at the sizes that the figures are quoted at', () => {
    expect(attributionOptionsFrom([])).toMatchObject({
      cases: ['decisions', 'usual', 'late', 'sales', 'explanation', 'touches'],
      ...{ touches: 10_000_000, fewTouches: 100_000, late: 50_000, seconds: 60, rate: 2_000 },
    });
  });

  it('is over in moments when it is only to be tried', () => {
    expect(attributionOptionsFrom(['--quick'])).toMatchObject({ touches: 300_000, fewTouches: 10_000, seconds: 5 });
    expect(attributionOptionsFrom(['--quick', '--orders', '800'])).toMatchObject({ orders: 800, late: 2_000 });
  });

  it('leaves cases out', () => {
    expect(attributionOptionsFrom(['--cases', 'late,decisions']).cases).toEqual(['late', 'decisions']);
  });

  it.each([
    [['--cases', 'late,others'], /no case "others"/],
    [['--touches', '99999'], /--touches takes whole numbers from 100000/],
    [['--orders', '1e3'], /--orders/],
    [['--rate', '50000'], /--rate/],
    [['--unknown'], /unknown/i],
  ])('refuses %j', (words, problem) => {
    expect(() => attributionOptionsFrom(words)).toThrow(problem);
  });
});
