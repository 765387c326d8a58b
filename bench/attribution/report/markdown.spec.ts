import type { DecisionsResult } from '../cases/decisions';
import { asMarkdown, growthOf } from './markdown';
import type { AttributionResults } from './results';

const used = { seconds: 2, cpu: { attribution: 1, MariaDB: 1 }, cpuTotal: 2, othersCores: 0.1 };
const decided = (store: 'few' | 'many', change: Partial<DecisionsResult> = {}): DecisionsResult => ({
  ...{ touches: 50, store, orders: 5_000, decisionsPerSecond: 2_500, cpuPerThousand: 0.4, statements: 0.2, ...used },
  ...change,
});

const results = (change: Partial<AttributionResults> = {}): AttributionResults => ({
  ...{ takenAt: '2026-11-23T00:00:00.000Z', cores: 2, cpuModel: 'some', memoryGiB: 8, node: 'v20' },
  options: {
    ...{ cases: [], touches: 10_000_000, fewTouches: 100_000, orders: 5_000, late: 50_000 },
    ...{ seconds: 60, rate: 2_000 },
  },
  failures: [],
  ...change,
});

describe('the report of attribution', () => {
  it('sets many touches against few over all backlogs, not over their averages', () => {
    const growth = growthOf(
      [decided('few'), decided('few', { seconds: 4 }), decided('many', { cpuTotal: 5, seconds: 6 }), decided('many')],
      50,
    );
    expect(growth!.speed).toBeCloseTo(0.75);
    expect(growth!.cost).toBeCloseTo(1.75);
    expect(growthOf([decided('few')], 50)).toBeUndefined();
  });

  it('shows what was measured, and nothing of what was not', () => {
    const text = asMarkdown(results({ decisions: [decided('few'), decided('many')] }));
    expect(text).toContain('| 50 | 1.00 × | 1.00 × |');
    expect(text).not.toMatch(/usual way|late|whole path|Explanations|\*\*/);
  });

  it('warns of strangers, of broken promises and of cases that failed', () => {
    const text = asMarkdown(
      results({
        decisions: [decided('few', { othersCores: 0.7 }), decided('many', { cpuTotal: 2.5 })],
        explanations: { ...used, explanations: 500, rate: 20, delay: { p50: 20, p99: 101, max: 120 } },
        failures: [{ what: 'touches', failure: 'two were lost\nat somewhere' }],
      }),
    );
    expect(text).toContain('**Disturbed:** other programs used up to 0.7 cores');
    expect(text).toContain('**Too dear:**');
    expect(text).toContain('**Too slow:** explanations');
    expect(text).toContain('**Incomplete:** touches: two were lost\n');
  });
});
