import { percentile } from '../../measure/percentile';
import { PlainSql } from '../plain-sql';
import { PAGE, pageAsked, queries } from '../queries';
import { anyOf, type Stage } from './stage';

const LEAST_TIMES = 3;
const MOST_TIMES = 30;
const MILLISECONDS_A_QUERY = 5_000;

/** One query as SQL, one caller, nobody else: milliseconds of the page alone, and of the page with its facets. */
export interface SqlResult {
  query: string;
  pageP50: number;
  allP50: number;
  times: number;
  /** Whether it found what brute force finds; of relevance it knows nothing, so there the count has to do. */
  isRight: boolean;
}

export async function runSql({ pool, oracle, process, servers }: Stage): Promise<SqlResult[]> {
  const sql = await PlainSql.load(pool, servers.databaseUrl, process.namespace.schemaOf('plain'));
  try {
    const results: SqlResult[] = [];
    for (const query of queries) {
      const first = pool.promoters[0]!;
      const expected = oracle.idsOf(query, first);
      const page = pageAsked(query, expected.length);
      const ids = await sql.page(query, first, page);
      const { tier } = await sql.facets({ ...query, filter: { ...query.filter } }, first);
      const counted = Object.values(tier!).reduce((sum, count) => sum + count, 0);
      const isRight =
        (query.filter.tier !== undefined || counted === expected.length) &&
        (query.sort === undefined || ids.join() === expected.slice((page - 1) * PAGE, page * PAGE).join());

      const anyone = anyOf(pool.promoters, 7);
      const [pages, all]: [number[], number[]] = [[], []];
      const until = performance.now() + MILLISECONDS_A_QUERY;
      while (all.length < LEAST_TIMES || (all.length < MOST_TIMES && performance.now() < until)) {
        const promoterId = anyone();
        const begin = performance.now();
        await sql.page(query, promoterId, page);
        pages.push(performance.now() - begin);
        await sql.facets(query, promoterId);
        all.push(performance.now() - begin);
      }
      results.push({ query: query.name, pageP50: median(pages), allP50: median(all), times: all.length, isRight });
    }
    return results;
  } finally {
    await sql.close();
  }
}

const median = (values: number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    50,
  );
