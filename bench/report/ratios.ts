import type { SubjectName } from '../subject';
import type { SubjectResults } from './results';

export interface Ratio {
  what: string;
  /** How many times the other's sales a second. */
  speed: number;
  /** How many times the other's CPU seconds a sale. */
  cpu: number;
}

/** Ours against the others, wherever both were measured under one load. */
export function ratiosOf(subjects: readonly SubjectResults[]): Ratio[] {
  const ours = subjects.find(({ subject }) => subject === 'ours');
  if (!ours) return [];
  return (['floor', 'usual-way'] satisfies SubjectName[]).flatMap(name => {
    const other = subjects.find(({ subject }) => subject === name);
    if (!other) return [];
    const ofBacklogs = ours.backlogs.flatMap(mine => {
      const theirs = other.backlogs.find(({ sales, alliance }) => sales === mine.sales && alliance === mine.alliance);
      if (!theirs) return [];
      const what = `ours / ${name}, backlog of ${mine.sales.toLocaleString('en')} (${mine.alliance})`;
      return [{ what, speed: mine.salesPerSecond / theirs.salesPerSecond, cpu: cpuRatio(mine, theirs) }];
    });
    const atRates = ours.steady.flatMap(mine => {
      const theirs = other.steady.find(({ rate }) => rate === mine.rate);
      if (!theirs) return [];
      const speed = mine.finishedPerSecond / theirs.finishedPerSecond;
      return [{ what: `ours / ${name}, ${mine.rate}/s`, speed, cpu: cpuRatio(mine, theirs) }];
    });
    return [...ofBacklogs, ...atRates];
  });
}

const cpuRatio = (mine: { cpuPerThousandTotal: number }, theirs: { cpuPerThousandTotal: number }): number =>
  mine.cpuPerThousandTotal / theirs.cpuPerThousandTotal;
