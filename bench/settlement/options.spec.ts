import { settlementOptionsFrom } from './options';

describe('the command line of settlement’s bench', () => {
  it('measures at the sizes that the figures are quoted at', () => {
    expect(settlementOptionsFrom([])).toMatchObject({
      cases: ['run', 'payouts', 'reads', 'sales'],
      ...{ lines: 1_000_000, parties: 10_000 },
    });
  });

  it('is over in moments when it is only to be tried', () => {
    expect(settlementOptionsFrom(['--quick'])).toMatchObject({ lines: 10_000, parties: 200, seconds: 3 });
    expect(settlementOptionsFrom(['--quick', '--lines', '30000'])).toMatchObject({ lines: 30_000, parties: 200 });
  });

  it('leaves cases out', () => {
    expect(settlementOptionsFrom(['--cases', 'sales,run']).cases).toEqual(['sales', 'run']);
  });

  it.each([
    [['--cases', 'run,others'], /no case "others"/],
    [['--lines', '999'], /--lines takes whole numbers from 1000/],
    [['--parties', '99'], /--parties/],
    [['--orders', '1e3'], /--orders/],
    [['--unknown'], /unknown/i],
  ])('refuses %j', (words, problem) => {
    expect(() => settlementOptionsFrom(words)).toThrow(problem);
  });
});
