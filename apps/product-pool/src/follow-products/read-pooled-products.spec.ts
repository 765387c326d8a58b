import type { PooledProduct } from '../search-pool/pool-index';
import { ReadPooledProducts } from './read-pooled-products';

const CHUNK = 1_000;

/** Reads of a database in which so many products stand in the pool; the nth chunk of them may fail. */
function reading(products: number, failing = Infinity) {
  const asked: string[] = [];
  const read = async (sql: string, [after]: [string]) => {
    if (!sql.includes('ORDER BY product_id')) return [];
    asked.push(after);
    if (asked.length === failing) throw new Error('the database is away');
    const ids = Array.from({ length: products }, (_, n) => `p-${String(n).padStart(5, '0')}`);
    const rest = ids.filter(id => id > after).slice(0, CHUNK);
    return rest.map(id => ({ product_id: id, brand_id: 'b', title: 't', listed_at: '2026-11-01', guarantees: '[]' }));
  };
  const parts = [{ read }, { tree: { rows: [], pathOf: () => [] } }, { commonRates: async () => new Map() }];
  const clock = { now: () => '2026-11-06T04:00:00.000Z' };
  const every = new ReadPooledProducts(
    ...([...parts, clock] as unknown as ConstructorParameters<typeof ReadPooledProducts>),
  );
  return { asked, all: every.all() };
}

describe('all products of the pool', () => {
  it.each([
    [0, [0]],
    [999, [999]],
    [1_000, [1_000, 0]],
    [2_001, [1_000, 1_000, 1]],
  ])('are read once each, in order: %i of them', async (products, chunks) => {
    const read: PooledProduct[][] = [];
    for await (const some of reading(products).all) read.push(some);
    expect(read.map(some => some.length)).toEqual(chunks);
    const ids = read.flat().map(({ productId }) => productId);
    expect([new Set(ids).size, ids]).toEqual([products, [...ids].sort()]);
  });

  it('are read ahead: while some are worked on, the next are on their way, and no more than those', async () => {
    const { asked, all } = reading(5_000);
    await all.next();
    expect(asked).toEqual(['', 'p-00999']);
  });

  it('that cannot be read fail whoever works on them, and nobody who has stopped before', async () => {
    const { all } = reading(5_000, 2);
    await all.next();
    await expect(all.next()).rejects.toThrow('the database is away');
    const stopped = reading(5_000, 2).all;
    await stopped.next();
    await stopped.return(undefined);
    await new Promise(resolve => setImmediate(resolve));
  });
});
