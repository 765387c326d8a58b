import { parseArgs } from 'node:util';
import { chosenFrom, wholeNumber } from '../options';

/** In this order; the start comes before any. */
export const caseNames = ['searches', 'sql', 'rebuild', 'updates', 'picks', 'rates'] as const;
export type CaseName = (typeof caseNames)[number];

export interface PoolBenchOptions {
  cases: CaseName[];
  products: number;
  promoters: number;
  /** Promoters who hold the product whose rate changes. */
  holders: number;
  /** How long each load lasts; the load of all queries together lasts three times as long. */
  seconds: number;
  /** Searches a second. */
  rate: number;
  /** Where CPU profiles of the process go; none are taken when left out. */
  profileFolder?: string;
}

/** Searches come over so many connections. */
export const CONNECTIONS = 20;

const MOST_PRODUCTS = 2_000_000;

/**
 * The command line.
 * @throws on a word or number that makes no sense
 */
export function poolOptionsFrom(words: string[]): PoolBenchOptions {
  const { values } = parseArgs({
    args: words,
    options: {
      quick: { type: 'boolean', default: false },
      products: { type: 'string' },
      promoters: { type: 'string' },
      holders: { type: 'string' },
      seconds: { type: 'string' },
      rate: { type: 'string' },
      cases: { type: 'string', default: caseNames.join(',') },
      profile: { type: 'string' },
    },
  });
  const number = (name: 'products' | 'promoters' | 'holders' | 'seconds' | 'rate', usual: number, quick: number) =>
    wholeNumber(name, values[name] ?? String(values.quick ? quick : usual), least[name], MOST_PRODUCTS);
  return {
    cases: chosenFrom('case', values.cases.split(',').filter(Boolean), caseNames),
    products: number('products', 200_000, 2_000),
    promoters: number('promoters', 2_000, 50),
    holders: number('holders', 10_000, 200),
    seconds: number('seconds', 10, 1),
    rate: number('rate', 50, 50),
    profileFolder: values.profile,
  };
}

/** Fewer products than this have no two hundred pages of anything, and no promoter could pick so many. */
const least = { products: 2_000, promoters: 20, holders: 1, seconds: 1, rate: 1 };
