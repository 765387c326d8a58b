import { parseArgs } from 'node:util';
import { chosenFrom, wholeNumber } from '../options';

/** In this order. The first two ask one settlement process alone, the others all services. */
export const caseNames = ['run', 'payouts', 'reads', 'sales'] as const;
export type CaseName = (typeof caseNames)[number];

export interface SettlementBenchOptions {
  cases: CaseName[];
  /** Lines that are due in the run that is compared with bare SQL. */
  lines: number;
  parties: number;
  /** Lines that are due in each run beside which something else is measured. */
  beside: number;
  /** Orders of each backlog that is sold, without a run and beside one. */
  orders: number;
  /** How long reads come, without a run and beside one. */
  seconds: number;
  /** Where CPU profiles of the processes go; none are taken when left out. */
  profileFolder?: string;
}

/**
 * The command line.
 * @throws on a word or number that makes no sense
 */
export function settlementOptionsFrom(words: string[]): SettlementBenchOptions {
  const { values } = parseArgs({
    args: words,
    options: {
      quick: { type: 'boolean', default: false },
      lines: { type: 'string' },
      parties: { type: 'string' },
      beside: { type: 'string' },
      orders: { type: 'string' },
      seconds: { type: 'string' },
      cases: { type: 'string', default: caseNames.join(',') },
      profile: { type: 'string' },
    },
  });
  const number = (name: keyof typeof ranges, usual: number, quick: number) =>
    wholeNumber(name, values[name] ?? String(values.quick ? quick : usual), ...ranges[name]);
  return {
    cases: chosenFrom('case', values.cases.split(',').filter(Boolean), caseNames),
    lines: number('lines', 1_000_000, 10_000),
    parties: number('parties', 10_000, 200),
    beside: number('beside', 200_000, 20_000),
    orders: number('orders', 5_000, 400),
    seconds: number('seconds', 50, 3),
    profileFolder: values.profile,
  };
}

/** Of fewer parties than a hundred there would be no recruiter or no agency. */
const ranges: Record<'lines' | 'parties' | 'beside' | 'orders' | 'seconds', [least: number, most: number]> = {
  lines: [1_000, 20_000_000],
  parties: [100, 100_000],
  beside: [1_000, 10_000_000],
  orders: [80, 100_000],
  seconds: [1, 600],
};
