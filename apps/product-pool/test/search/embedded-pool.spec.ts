import fc from 'fast-check';
import { EmbeddedPool } from '../../src/search-pool/embedded/embedded-pool';
import type { PooledProduct, PoolPosition, PoolSearch } from '../../src/search-pool/pool-index';
import { Segmenter } from '../../src/search-pool/segmenter';
import { somePool, someProduct, someRates, someSearch } from './arbitrary';
import { bruteForce } from './brute-force';

const segmenter = new Segmenter();

function poolOf(products: readonly PooledProduct[]): EmbeddedPool {
  const pool = new EmbeddedPool('b', segmenter);
  products.forEach(product => pool.put(product));
  return pool;
}

/** All pages, one after the other; between two of them something may happen. */
function pagesOf(pool: EmbeddedPool, search: PoolSearch, between: () => void = () => undefined): string[] {
  const ids: string[] = [];
  for (let after: PoolPosition | undefined; ; between()) {
    const page = pool.find({ ...search, ...(after ? { after } : {}) });
    ids.push(...page.hits.map(hit => hit.productId));
    if (!page.next) return ids;
    after = page.next;
  }
}

describe('the embedded pool', () => {
  it('finds what looking at every product finds, in the same order, page by page', () => {
    fc.assert(
      fc.property(somePool, fc.array(someSearch, { minLength: 1, maxLength: 8 }), (products, searches) => {
        const pool = poolOf(products);
        for (const search of searches) {
          const expected = bruteForce(products, search, segmenter);
          expect(pagesOf(pool, search)).toEqual(expected.ids);
          const { facets } = pool.find(search);
          expect(facets).toEqual(search.facets ? expected.facets : undefined);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('tells every promoter by their own rates, though many ask the same', () => {
    const severalRates = fc.array(someRates, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(somePool, someSearch, severalRates, (products, search, promoters) => {
        const pool = poolOf(products);
        for (const rates of [...promoters, ...promoters]) {
          const own = { ...search, facets: true, rates, ratesAtPosition: rates };
          const expected = bruteForce(products, own, segmenter);
          expect(pagesOf(pool, own)).toEqual(expected.ids);
          expect(pool.find(own).facets).toEqual(expected.facets);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts in each band of commissions what the filter would find there, whatever else is asked', () => {
    fc.assert(
      fc.property(somePool, someSearch, (products, search) => {
        const pool = poolOf(products);
        for (const { count, ...band } of pool.find({ ...search, facets: true }).facets!.commission) {
          const { maxCommissionBps: _, ...rest } = search.filter;
          const to = band.maxCommissionBps === null ? {} : { maxCommissionBps: band.maxCommissionBps };
          const filter = { ...rest, minCommissionBps: band.minCommissionBps, ...to };
          expect({ band, count: pagesOf(pool, { ...search, filter }).length }).toEqual({ band, count });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has followed any changes when it answers', () => {
    const change = fc.oneof(someProduct, fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4'));
    fc.assert(
      fc.property(somePool, fc.array(change, { maxLength: 40 }), someSearch, (products, changes, search) => {
        const pool = poolOf(products);
        const now = new Map(products.map(product => [product.productId, product]));
        for (const next of changes) {
          pool.find(search); // What it remembers of this must not show.
          if (typeof next === 'string') now.delete(next);
          else now.set(next.productId, next);
          pool.apply([typeof next === 'string' ? [next, null] : [next.productId, next]]);
        }
        const expected = bruteForce([...now.values()], search, segmenter);
        expect(pagesOf(pool, search)).toEqual(expected.ids);
        expect(pool.table.count).toBe(now.size);
        if (search.facets) expect(pool.find(search).facets).toEqual(expected.facets);
      }),
      { numRuns: 300 },
    );
  });

  it('neither skips nor repeats a product, whatever changes between two pages', () => {
    fc.assert(
      fc.property(
        somePool,
        fc.array(fc.oneof(someProduct, fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4')), { minLength: 1, maxLength: 60 }),
        someSearch,
        (products, changes, search) => {
          const pool = poolOf(products);
          const now = new Map(products.map(product => [product.productId, product]));
          const matches = () => new Set(bruteForce([...now.values()], search, segmenter).ids);
          let always = matches();
          const remaining = [...changes];
          const shown = pagesOf(pool, { ...search, limit: 2 }, () => {
            for (const next of remaining.splice(0, 3)) {
              if (typeof next === 'string') now.delete(next);
              else now.set(next.productId, next);
              pool.apply([typeof next === 'string' ? [next, null] : [next.productId, next]]);
              const matching = matches();
              always = new Set([...always].filter(id => matching.has(id)));
            }
          });
          expect(new Set(shown).size).toBe(shown.length);
          expect([...always].filter(id => !shown.includes(id))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('goes on from a position of another build at the same place in its own order', () => {
    const products = fc.sample(somePool, { numRuns: 20, seed: 7 }).find(pool => pool.length > 9)!;
    const search = { ...fc.sample(someSearch, { numRuns: 1, seed: 7 })[0]!, q: '', filter: {}, sort: 'sales' as const };
    const first = poolOf(products).find({ ...search, limit: 5 });
    const other = new EmbeddedPool('other', segmenter);
    products.forEach(product => other.put(product));
    const rest = other.find({ ...search, limit: 200, after: first.next! });
    expect(rest.isRestarted).toBe(true);
    const all = [...first.hits, ...rest.hits].map(hit => hit.productId);
    expect(all).toEqual(bruteForce(products, search, segmenter).ids);
  });
});

describe('words', () => {
  it.each([
    ['红富士苹果', '富士', true],
    ['红富士苹果', '苹', true],
    ['红富士苹果', '果', false],
    ['ｉＰｈｏｎｅ１５ 手机壳', 'iphone', true],
    ['iPhone15', 'IPHONE15', true],
    ['iPhone15', '15', true],
    ['iPhone15', 'hone', false],
    ['坚果炒货', '坚果 炒', true],
    ['坚果炒货', '坚果 苹果', false],
    ['Apple Pie', 'pie app', true],
  ])('of %s are found by %s: %s', (text, q, isFound) => {
    const [product] = fc.sample(someProduct, { numRuns: 1, seed: 1 });
    const [search] = fc.sample(someSearch, { numRuns: 1, seed: 1 });
    const { hits } = poolOf([{ ...product!, text }]).find({ ...search!, q, filter: {} });
    expect(hits.length === 1).toBe(isFound);
  });

  it('that a brand has for its own are one word in its products and in queries', () => {
    const taught = new Segmenter();
    expect(taught.wordsAsked('青禾大米')).toEqual(['青', '禾', '大米']);
    taught.learn(['青禾', 'Qinghe 旗舰店']);
    expect(taught.wordsAsked('青禾大米')).toEqual(['青禾', '大米']);
    expect(taught.wordsOf('青禾大米')).toContain('青禾');
  });
});
