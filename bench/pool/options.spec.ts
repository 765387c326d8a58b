import { poolOptionsFrom } from './options';

describe('the command line of the pool’s bench', () => {
  it('measures at the sizes that the figures are quoted at', () => {
    expect(poolOptionsFrom([])).toMatchObject({ products: 200_000, promoters: 2_000, holders: 10_000, rate: 50 });
  });

  it('is over in moments when it is only to be tried', () => {
    expect(poolOptionsFrom(['--quick'])).toMatchObject({ products: 2_000, promoters: 50, holders: 200, seconds: 1 });
    expect(poolOptionsFrom(['--quick', '--products', '5000'])).toMatchObject({ products: 5_000, promoters: 50 });
  });

  it('leaves cases out', () => {
    expect(poolOptionsFrom([]).cases).toEqual(['searches', 'sql', 'rebuild', 'updates', 'picks', 'rates']);
    expect(poolOptionsFrom(['--cases', 'picks,searches']).cases).toEqual(['picks', 'searches']);
  });

  it.each([
    [['--cases', 'picks,others'], /no case "others"/],
    [['--products', '1999'], /--products takes whole numbers from 2000/],
    [['--promoters', '1e3'], /--promoters/],
    [['--seconds', '0'], /--seconds/],
    [['--unknown'], /unknown/i],
  ])('refuses %j', (words, problem) => {
    expect(() => poolOptionsFrom(words)).toThrow(problem);
  });
});
