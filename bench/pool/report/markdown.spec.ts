import { asMarkdown } from './markdown';
import type { PoolResults } from './results';

const spread = { p50: 8, p99: 31.26, max: 40 };
const quiet = { cores: { 'product-pool': 0.4 }, othersCores: 0.1, ownCollections: 0 };
const aSearch = { ...quiet, query: 'broad', hits: 27_123, searches: 500, delay: spread };

const results = (change: Partial<PoolResults> = {}): PoolResults => ({
  ...{ takenAt: '2026-11-23T00:00:00.000Z', cores: 2, cpuModel: 'some', memoryGiB: 8, node: 'v20' },
  options: { cases: [], products: 200_000, promoters: 2_000, holders: 10_000, seconds: 10, rate: 50 },
  searches: { each: [aSearch], together: { ...aSearch, query: 'all', byQuery: { broad: spread } } },
  memory: { searches: { residentMiB: 700, peakMiB: 800 } },
  failures: [],
  ...change,
});

describe('the report of the pool', () => {
  it('shows what was measured, and nothing of what was not', () => {
    const text = asMarkdown(results());
    expect(text).toContain('| broad | 27,123 | 500 | 8 | 31.3 | 40 | 8 | 31.3 | 0.40 | 0.10 |');
    expect(text).not.toMatch(/plain SQL|Picks|\*\*/);
  });

  it('says how many times longer SQL takes, and whether it is right at all', () => {
    const sql = [{ query: 'broad', pageP50: 2, allP50: 400, times: 12, isRight: false }];
    expect(asMarkdown(results({ sql }))).toContain('| broad | 2 | 400 | 12 | 8 | 50 × | no |');
  });

  it('warns of strangers, of broken promises and of cases that failed', () => {
    const slow = { ...aSearch, delay: { p50: 20, p99: 51, max: 90 }, othersCores: 0.7, ownCollections: 2, byQuery: {} };
    const text = asMarkdown(
      results({
        searches: { each: [aSearch], together: slow },
        memory: { start: { residentMiB: 900, peakMiB: 1_100 } },
        failures: [{ what: 'picks', failure: 'two were lost\nat somewhere' }],
      }),
    );
    expect(text).toContain('**Disturbed:** other programs used up to 0.7 cores.');
    expect(text).toContain('**Disturbed:** the bench collected its own garbage 2 times in a case.');
    expect(text).toContain('**Too slow:** broad:');
    expect(text).toContain('**Too large:**');
    expect(text).toContain('**Incomplete:** picks: two were lost\n');
  });
});
