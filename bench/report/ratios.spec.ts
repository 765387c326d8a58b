import type { BacklogResult } from '../cases/backlog';
import { ratiosOf } from './ratios';
import type { SubjectResults } from './results';

const aBacklog = (alliance: 'spread' | 'hot', sales: number, salesPerSecond: number, cpuPerThousandTotal: number) =>
  ({ kind: 'backlog', alliance, sales, salesPerSecond, cpuPerThousandTotal }) as BacklogResult;

const aSubject = (subject: SubjectResults['subject'], backlogs: BacklogResult[]): SubjectResults => ({
  subject,
  backlogs,
  steady: [],
  idle: {},
  memory: {},
  sales: 0,
});

describe('ratios', () => {
  it('compares ours with another only where both had the same load', () => {
    const ours = aSubject('ours', [aBacklog('spread', 5_000, 1_000, 1.2), aBacklog('hot', 50_000, 1_500, 1)]);
    const usual = aSubject('usual-way', [aBacklog('spread', 5_000, 40, 36)]);
    expect(ratiosOf([ours, usual])).toEqual([
      { what: 'ours / usual-way, backlog of 5,000 (spread)', speed: 25, cpu: 1.2 / 36 },
    ]);
  });

  it('has nothing to say when ours was not measured', () => {
    expect(ratiosOf([aSubject('floor', [aBacklog('spread', 5_000, 2_000, 0.8)])])).toEqual([]);
  });
});
