import { waterfall } from './waterfall';

/** The worked example: base 20,400 with two assistants, an agency and two recruiters. */
const shares = {
  promoter: 2571,
  assist: 408,
  agency: 1101,
  'promotion-fee': 0,
  recruiter: 612,
  'second-recruiter': 408,
  'tech-fee': 1020,
  brand: 14_280,
} as const;
const stepsOf = (role: Parameters<typeof waterfall>[0]['role']) =>
  waterfall({ role, baseFen: 20_400, shares }).map(({ step, amountFen }) => `${step} ${amountFen}`);

describe('how a party’s shares follow from the whole', () => {
  it('leads a brand from the base to what is left of it', () => {
    expect(stepsOf('brand')).toEqual([
      'base 20400',
      'commission -4080',
      'service-fee -1020',
      'tech-fee -1020',
      'yours 14280',
    ]);
  });

  it('leads a promoter from the commission, past everybody who shares in it', () => {
    expect(stepsOf('promoter')).toEqual([
      'commission 4080',
      'promotion-fee 0',
      'assists -408',
      'agency -1101',
      'yours 2571',
    ]);
  });

  it('leads a recruiter from the service fee', () => {
    expect(stepsOf('recruiter')).toEqual(['service-fee 1020', 'second-recruiter -408', 'yours 612']);
  });

  it.each([
    ['assist', 'assist-share 408'],
    ['agency', 'agency-share 1101'],
    ['second-recruiter', 'second-recruiter-share 408'],
  ] as const)('begins with itself for a share cut out of another’s: %s', (role, own) => {
    expect(stepsOf(role)).toEqual([own, `yours ${own.split(' ')[1]}`]);
  });
});
