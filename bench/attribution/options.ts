import { parseArgs } from 'node:util';
import { chosenFrom, wholeNumber } from '../options';

/** In this order. The first three ask one attribution process alone, the others the whole system. */
export const caseNames = ['decisions', 'usual', 'late', 'sales', 'explanation', 'touches'] as const;
export type CaseName = (typeof caseNames)[number];

export interface AttributionBenchOptions {
  cases: CaseName[];
  /** Touches in the large store, and in the small one. */
  touches: number;
  fewTouches: number;
  /** Orders of each backlog; the usual way gets a fifth of them. */
  orders: number;
  /** Past lines that the account registered late concerns. */
  late: number;
  /** How long touches come at their rate. */
  seconds: number;
  /** Touches a second. */
  rate: number;
  /** Where CPU profiles of the processes go; none are taken when left out. */
  profileFolder?: string;
}

/**
 * The command line.
 * @throws on a word or number that makes no sense
 */
export function attributionOptionsFrom(words: string[]): AttributionBenchOptions {
  const { values } = parseArgs({
    args: words,
    options: {
      quick: { type: 'boolean', default: false },
      touches: { type: 'string' },
      orders: { type: 'string' },
      late: { type: 'string' },
      seconds: { type: 'string' },
      rate: { type: 'string' },
      cases: { type: 'string', default: caseNames.join(',') },
      profile: { type: 'string' },
    },
  });
  const number = (name: keyof typeof ranges, usual: number, quick: number) =>
    wholeNumber(name, values[name] ?? String(values.quick ? quick : usual), ...ranges[name]);
  return {
    cases: chosenFrom('case', values.cases.split(',').filter(Boolean), caseNames),
    touches: number('touches', 10_000_000, 300_000),
    fewTouches: values.quick ? 10_000 : 100_000,
    orders: number('orders', 5_000, 400),
    late: number('late', 50_000, 2_000),
    seconds: number('seconds', 60, 5),
    rate: number('rate', 2_000, 2_000),
    profileFolder: values.profile,
  };
}

/** A hundred touches go in one request, and a channel may make 500 of those a second. */
const ranges: Record<'touches' | 'orders' | 'late' | 'seconds' | 'rate', [least: number, most: number]> = {
  touches: [100_000, 100_000_000],
  orders: [80, 6_000],
  late: [100, 1_000_000],
  seconds: [1, 3_600],
  rate: [100, 40_000],
};
