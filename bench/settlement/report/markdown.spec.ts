import type { RunResult } from '../cases/run';
import { asMarkdown, speedOf } from './markdown';
import type { SalesResult, SettlementResults } from './results';

const used = { seconds: 100, cpu: { settlement: 30, MariaDB: 60 }, cpuTotal: 90, othersCores: 0.1 };
const run: RunResult = {
  ...used,
  ...{ linesPerSecond: 10_000, lines: 1_000_000, statements: 10_000, statementsAThousand: 30, rowsWritten: 5_000_000 },
  phases: { settling: 90, posting: 8, sealing: 2 },
  memory: { residentMiB: 200, peakMiB: 300 },
  outcome: {},
};
const floor = {
  ...used,
  seconds: 60,
  settlingSeconds: 50,
  linesPerSecond: 16_667,
  rowsWritten: 5_000_000,
  outcome: {},
};
const sold = (seconds: number, covered?: number): SalesResult => ({
  ...{ kind: 'backlog', alliance: 'spread', sales: 1_000, salesPerSecond: 1_000 / seconds, seconds },
  ...{ cpuPerThousand: {}, cpuPerThousandTotal: 2, otherCpuPerSecond: 0.1, rowsPerSale: 26, statementsPerSale: 1 },
  messagesPerSlice: {},
  meanwhile: covered === undefined ? null : { ...aRun, covered },
});
const aRun = {
  ...{ seconds: 10, phases: {}, lines: 200_000, statements: 100 },
  markedAfter: { attribution: 20, commissions: 30 },
};

const results = (change: Partial<SettlementResults> = {}): SettlementResults => ({
  ...{ takenAt: '2026-11-23T00:00:00.000Z', cores: 2, cpuModel: 'some', memoryGiB: 8, node: 'v20' },
  options: {
    ...{ cases: [], lines: 1_000_000, parties: 10_000, beside: 200_000, orders: 5_000 },
    seconds: 15,
  },
  failures: [],
  ...change,
});

describe('the report of settlement', () => {
  it('sets a run against the floor, and shows nothing of what was not measured', () => {
    const text = asMarkdown(results({ run, floor }));
    expect(text).toContain('The run took 1.67 times the floor’s time');
    expect(text).not.toMatch(/Reads|Sales beside|\*\*/);
  });

  it('sets payouts against their floor', () => {
    const batch = { ...used, payouts: 9_800, payoutsPerSecond: 98, statementsAPayout: 0.5 };
    const text = asMarkdown(results({ payouts: { dry: batch, paid: batch, floor: { ...batch, seconds: 40 } } }));
    expect(text).toContain('9,800 payouts at once\n\nThey took 2.50 times the floor’s time');
  });

  it('sets the path beside a run against all that was sold without one', () => {
    expect(speedOf([sold(4), sold(10, 1), sold(6)])).toBeCloseTo(0.5);
    expect(speedOf([])).toBe(1);
    expect(asMarkdown(results({ sales: [sold(4), sold(10, 1)] }))).toContain(
      'beside a run of 200,000 lines (10.0 s; marked everywhere after 30.0 s)',
    );
  });

  it('warns of strangers, of broken promises, of runs too short and of cases that failed', () => {
    const text = asMarkdown(
      results({
        run: { ...run, othersCores: 0.7, memory: { residentMiB: 200, peakMiB: 601 } },
        floor: { ...floor, seconds: 49 },
        sales: [sold(4), sold(10, 0.5)],
        failures: [{ what: 'reads', failure: 'two were lost\nat somewhere' }],
      }),
    );
    expect(text).toContain('**Disturbed:** other programs used up to 0.7 cores');
    expect(text).toContain('**Too slow:** a run');
    expect(text).toContain('**Too large:**');
    expect(text).toContain('**Too slow:** the sale path');
    expect(text).toContain('**Too short:**');
    expect(text).toContain('**Incomplete:** reads: two were lost\n');
  });
});
