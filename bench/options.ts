import { parseArgs } from 'node:util';
import { subjectNames, type SubjectName } from './subject';

export interface BenchOptions {
  subjects: SubjectName[];
  /** One-line orders of the large backlog. */
  orders: number;
  /** Orders of the backlog that all subjects are compared at. */
  compareAt: number;
  warmUp: number;
  steady: Array<{ rate: number; seconds: number }>;
  /** Where CPU profiles of our services go; none are taken when left out. */
  profileFolder?: string;
}

const LARGEST_BACKLOG = 1_000_000;
/** One order is one request, and the gateway lets a channel make 500 a second. */
const GREATEST_RATE = 450;

/**
 * The command line.
 * @throws on a word or number that makes no sense
 */
export function optionsFrom(words: string[]): BenchOptions {
  const { values } = parseArgs({
    args: words,
    options: {
      quick: { type: 'boolean', default: false },
      subjects: { type: 'string', default: subjectNames.join(',') },
      orders: { type: 'string' },
      rates: { type: 'string' },
      seconds: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const orders = wholeNumber('orders', values.orders ?? (values.quick ? '2000' : '50000'), 1, LARGEST_BACKLOG);
  const seconds = wholeNumber('seconds', values.seconds ?? (values.quick ? '5' : '30'), 1, 600);
  const rates = (values.rates ?? '50,200').split(',').filter(Boolean);
  return {
    subjects: chosenFrom('subject', values.subjects.split(','), subjectNames),
    orders,
    compareAt: Math.min(orders, values.quick ? 500 : 5_000),
    warmUp: values.quick ? 200 : 2_000,
    steady: rates.map(rate => ({ rate: wholeNumber('rates', rate, 1, GREATEST_RATE), seconds })),
    profileFolder: values.profile,
  };
}

/** @throws on a text that is no whole number in that range */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new Error(`--${option} takes whole numbers from ${least} to ${most}, not "${text}"`);
  return value;
}

/** @throws on a name that is none of those there are */
export function chosenFrom<N extends string>(what: string, asked: string[], known: readonly N[]): N[] {
  const stranger = asked.find(name => !(known as readonly string[]).includes(name));
  if (stranger !== undefined) throw new Error(`no ${what} "${stranger}"; there are ${known.join(', ')}`);
  return asked as N[];
}
