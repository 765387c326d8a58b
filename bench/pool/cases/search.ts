import { sendAtRate } from '../../load/at-rate';
import { spreadOf, type Spread } from '../../measure/percentile';
import { isForSale } from '../data/pool';
import type { FacetCounts } from '../oracle';
import { addressOf, PAGE, pageAsked, queries, type NamedQuery } from '../queries';
import { anyOf, withCores, type Cores, type Stage } from './stage';

interface Counted {
  value: string;
  count: number;
}

interface PoolPage {
  items: Array<{ productId: string }>;
  nextCursor: string | null;
  facets: {
    category: Counted[];
    tier: Counted[];
    belt: Counted[];
    guarantee: Counted[];
    source: Counted[];
    price: Array<{ minPriceFen: number; count: number }>;
    commission: Array<{ minCommissionBps: number; count: number }>;
  };
}

/** Answers are compared for so many promoters. */
const PROMOTERS_CHECKED = 2;
/** Of a long list so many pages are compared, and of a shorter one all. */
const PAGES_CHECKED = 4;
/** A deep page is asked for by so many promoters, who have come to it page by page before. */
const PROMOTERS_THAT_DEEP = 5;

/** One query under load: milliseconds from the instant at which a search was due until its answer was there. */
export interface SearchResult extends Cores {
  query: string;
  hits: number;
  searches: number;
  delay: Spread;
}

export interface TogetherResult extends SearchResult {
  /** p50 and p99 of each query while all were asked. */
  byQuery: Record<string, Spread>;
}

/**
 * Compares the process's answers with brute force: ids, their order, and every count of every facet.
 * @returns how many products each query finds
 * @throws where they differ
 */
export async function checkAnswers({ process, oracle, pool }: Stage): Promise<Record<string, number>> {
  const hits: Record<string, number> = {};
  for (const promoterId of pool.promoters.slice(0, PROMOTERS_CHECKED)) {
    for (const query of queries) {
      const expected = oracle.idsOf(query, promoterId);
      hits[query.name] = expected.length;
      const pages = Math.min(
        Math.ceil(expected.length / PAGE) || 1,
        Math.max(PAGES_CHECKED, pageAsked(query, expected.length)),
      );
      const found: string[] = [];
      let cursor: string | undefined;
      for (let page = 1; page <= pages; page++) {
        const answer: PoolPage = await process.must(promoterId, 'GET', addressOf(promoterId, query, cursor));
        found.push(...answer.items.map(item => item.productId));
        if (page === 1) same(`${query.name}: facets`, countsOf(answer.facets), oracle.facetsOf(query, promoterId));
        if ((answer.nextCursor === null) !== found.length >= expected.length)
          throw new Error(
            `${query.name}: after ${found.length} of ${expected.length} hits, nextCursor is ${answer.nextCursor}`,
          );
        cursor = answer.nextCursor ?? undefined;
      }
      same(`${query.name}: ids`, found, expected.slice(0, pages * PAGE));
    }
  }
  return hits;
}

/** Each query by itself, then all of them by turns for three times as long; random promoters ask. */
export async function runSearches(stage: Stage, hits: Record<string, number>) {
  const { seconds } = stage.options;
  const asking = await Asking.prepare(stage, hits);
  const each: SearchResult[] = [];
  for (const query of queries) {
    const result = await withCores(stage, () => asking.ask(seconds, () => query));
    each.push({ ...result, query: query.name, hits: hits[query.name]! });
  }
  const all = await withCores(stage, () => asking.ask(3 * seconds, byTurns));
  const forSale = stage.pool.products.filter(isForSale).length;
  const together: TogetherResult = { ...all, query: 'all ten by turns', hits: forSale };
  return { each, together };
}

/** Which query the nth search is. */
export const byTurns = (n: number): NamedQuery => queries[n % queries.length]!;

/** Searches of random promoters at a fixed rate. */
export class Asking {
  private constructor(
    private readonly stage: Stage,
    private readonly cursors: Map<string, Map<string, string>>,
  ) {}

  /** Goes to the deep pages, one after the other, so that their cursors are known. */
  static async prepare(stage: Stage, hits: Record<string, number>): Promise<Asking> {
    const cursors = new Map<string, Map<string, string>>();
    for (const query of queries.filter(({ page }) => page !== undefined)) {
      const byPromoter = new Map<string, string>();
      for (const promoterId of stage.pool.promoters.slice(0, PROMOTERS_THAT_DEEP)) {
        let cursor: string | undefined;
        for (let page = 1; page < pageAsked(query, hits[query.name]!); page++) {
          const path = addressOf(promoterId, query, cursor);
          cursor = (await stage.process.must<PoolPage>(promoterId, 'GET', path)).nextCursor!;
        }
        if (cursor !== undefined) byPromoter.set(promoterId, cursor);
      }
      cursors.set(query.name, byPromoter);
    }
    return new Asking(stage, cursors);
  }

  /**
   * Asks for so many seconds.
   * @throws when any answer is a refusal
   */
  ask(seconds: number, queryAt: (n: number) => NamedQuery) {
    const searches = seconds * this.stage.options.rate;
    return this.askUntil(asked => asked === searches, queryAt);
  }

  /** As `ask`, until told. @param isOver is asked before each search, with how many there were */
  async askUntil(isOver: (asked: number) => boolean, queryAt: (n: number) => NamedQuery) {
    const { process, options, pool } = this.stage;
    const anyone = anyOf(pool.promoters, 3);
    const { dueAt, answeredAt } = await sendAtRate(options.rate, isOver, n => {
      const query = queryAt(n);
      const cursors = [...(this.cursors.get(query.name) ?? [])];
      const [promoterId, cursor] = cursors[n % cursors.length] ?? [anyone(), undefined];
      return process.search(promoterId, addressOf(promoterId, query, cursor));
    });
    const delays = answeredAt.map((at, n) => at - dueAt(n));
    const byQuery = Object.fromEntries(
      queries.map(({ name }) => [name, spreadOf(delays.filter((_, n) => queryAt(n).name === name))]),
    );
    return { searches: delays.length, delay: spreadOf(delays), byQuery };
  }
}

function countsOf(facets: PoolPage['facets']): FacetCounts {
  const named = (counts: Counted[]) => Object.fromEntries(counts.map(({ value, count }) => [value, count]));
  const { category, tier, belt, guarantee, source, price, commission } = facets;
  return {
    category: named(category),
    tier: named(tier),
    belt: named(belt),
    guarantee: named(guarantee),
    source: named(source),
    price: withoutZeros(price.map(({ minPriceFen, count }) => [String(minPriceFen), count])),
    commission: withoutZeros(commission.map(({ minCommissionBps, count }) => [String(minCommissionBps), count])),
  };
}

const withoutZeros = (counts: Array<[string, number]>): Record<string, number> =>
  Object.fromEntries(counts.filter(([, count]) => count > 0));

/** @throws an error that shows where two answers part */
function same(what: string, found: string[] | FacetCounts, expected: string[] | FacetCounts): void {
  const [ours, theirs] = [inOrder(found), inOrder(expected)];
  const at = theirs.findIndex((line, n) => line !== ours[n]);
  if (at < 0 && ours.length === theirs.length) return;
  const n = at < 0 ? theirs.length : at;
  throw new Error(`${what}: at ${n} of ${theirs.length} (found ${ours.length}): ${ours[n]} instead of ${theirs[n]}`);
}

/** A list as it is; counts by name. */
function inOrder(answer: string[] | FacetCounts): string[] {
  if (Array.isArray(answer)) return answer;
  return Object.entries(answer)
    .flatMap(([facet, counts]) => Object.entries(counts).map(([value, count]) => `${facet} ${value} ${count}`))
    .sort();
}
