import fc from 'fast-check';
import { EmbeddedIndex } from '../../src/search-pool/embedded/embedded-index';
import { EmbeddedPool } from '../../src/search-pool/embedded/embedded-pool';
import type { PooledProduct, PoolPosition } from '../../src/search-pool/pool-index';
import { Segmenter } from '../../src/search-pool/segmenter';
import { somePool, someProduct, someSearch } from './arbitrary';
import { bruteForce } from './brute-force';

const segmenter = new Segmenter();

const search = fc.sample(someSearch, { numRuns: 1, seed: 3 })[0]!;
const everything = { ...search, q: '', filter: {}, limit: 200, facets: false };

function products(count: number): PooledProduct[] {
  const some = fc.sample(someProduct, { numRuns: 500, seed: 3 });
  return Array.from({ length: count }, (_, n) => ({
    ...some[n % some.length]!,
    productId: `p-${String(n).padStart(6, '0')}`,
  }));
}

const contents = (all: PooledProduct[], changes: Array<[string, PooledProduct | null]> = []) => ({
  ownWords: [],
  chunks: (async function* () {
    for (let start = 0; start < all.length; start += 1_000) yield all.slice(start, start + 1_000);
  })(),
  changesMeanwhile: async () => changes.splice(0),
});

describe('the index in this process', () => {
  afterEach(() => jest.restoreAllMocks());

  it('says that it is being built, then answers, and is as the last change left it', async () => {
    const index = new EmbeddedIndex();
    expect(await index.isReady()).toBe(false);
    await expect(index.find(everything)).rejects.toMatchObject({
      ...{ status: 503, type: 'product-pool/index-is-being-built', facts: { retryAfterSeconds: 2 } },
    });
    const [gone, stays, dearer] = products(3);
    await index.rebuild(
      contents(
        [gone!, stays!],
        [
          [gone!.productId, null],
          [dearer!.productId, dearer!],
        ],
      ),
    );
    const cheap = { ...stays!, priceFen: 77 };
    await index.apply([[stays!.productId, cheap]]);
    const differences = await index.differences([gone!, stays!, dearer!].map(product => [product.productId, product]));
    expect(differences).toEqual([
      { productId: gone!.productId, property: 'presence' },
      { productId: stays!.productId, property: 'price' },
    ]);
    expect(await index.differences([[stays!.productId, cheap]])).toEqual([]);
    expect(await index.count()).toBe(2);
  });

  it('is built anew beside the one that serves, and lets others through after every five milliseconds of work', async () => {
    const index = new EmbeddedIndex();
    await index.rebuild(contents(products(100)));
    // Time that only work takes: to put a product into the index takes a millisecond.
    let [now, sinceOthers, longest] = [0, 0, 0];
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    const put = EmbeddedPool.prototype.put;
    jest.spyOn(EmbeddedPool.prototype, 'put').mockImplementation(function (this: EmbeddedPool, product) {
      now++;
      longest = Math.max(longest, ++sinceOthers);
      put.call(this, product);
    });
    let isBuilt = false;
    const building = index.rebuild(contents(products(3_000))).then(() => (isBuilt = true));
    while (!isBuilt) {
      expect(await index.count()).toBe(100);
      sinceOthers = 0;
      await new Promise(resolve => setImmediate(resolve));
    }
    await building;
    expect(await index.count()).toBe(3_000);
    expect([now, longest]).toEqual([3_000, 5]);
  });

  it('neither skips nor repeats a product, though it is built anew between two pages and all the while changes', async () => {
    const index = new EmbeddedIndex();
    const change = fc.oneof(someProduct, fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4'));
    const changes = fc.array(change, { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(somePool, changes, someSearch, fc.nat(6), async (pool, all, asked, pagesBefore) => {
        await index.rebuild(contents(pool));
        const now = new Map(pool.map(product => [product.productId, product]));
        const matches = () => new Set(bruteForce([...now.values()], asked, segmenter).ids);
        let always = matches();
        const remaining = [...all];
        const shown: string[] = [];
        for (let after: PoolPosition | undefined, pages = 1; ; pages++) {
          const page = await index.find({ ...asked, limit: 2, ...(after ? { after } : {}) });
          expect(page.isRestarted).toBe(false);
          shown.push(...page.hits.map(hit => hit.productId));
          if (!page.next) break;
          after = page.next;
          if (pages === pagesBefore + 1) await index.rebuild(contents([...now.values()]));
          for (const next of remaining.splice(0, 3)) {
            const [id, product] = typeof next === 'string' ? [next, null] : [next.productId, next];
            if (product) now.set(id, product);
            else now.delete(id);
            await index.apply([[id, product]]);
            const matching = matches();
            always = new Set([...always].filter(one => matching.has(one)));
          }
        }
        expect(new Set(shown).size).toBe(shown.length);
        expect([...always].filter(id => !shown.includes(id))).toEqual([]);
        // Whoever begins now is answered by the new build.
        expect((await index.find({ ...asked, limit: 200 })).hits.map(hit => hit.productId)).toEqual([...matches()]);
      }),
      { numRuns: 200 },
    );
    index.onApplicationShutdown();
  });

  it('keeps one build for those who page through it, until the next one begins', async () => {
    const index = new EmbeddedIndex();
    const all = products(10);
    await index.rebuild(contents(all));
    const { next } = await index.find({ ...everything, limit: 2 });
    await index.rebuild(contents(all));
    const behind = (await index.find({ ...everything, after: next! })).hits.map(hit => hit.productId);
    await index.apply([[behind[0]!, null]]); // It follows: what has left is not shown.
    const later = await index.find({ ...everything, after: next! });
    expect([later.isRestarted, later.hits.map(hit => hit.productId)]).toEqual([false, behind.slice(1)]);
    await index.rebuild(contents(all));
    expect((await index.find({ ...everything, after: next! })).isRestarted).toBe(true);
    index.onApplicationShutdown();
  });

  it('finds by a name that is new with the next build, before it is there and behind its pages as well', async () => {
    const index = new EmbeddedIndex();
    const all = products(6).map(product => ({ ...product, text: '新禾大米' }));
    const found = async (after?: PoolPosition) => {
      const { hits, next } = await index.find({ ...everything, q: '新禾', limit: 3, ...(after ? { after } : {}) });
      return { count: hits.length, next };
    };
    await index.rebuild(contents(all));
    const first = await found();
    const meanwhile: number[] = [];
    const changesMeanwhile = async () => {
      meanwhile.push((await found()).count);
      return [];
    };
    await index.rebuild({ ...contents(all), ownWords: ['新禾'], changesMeanwhile });
    expect([first.count, meanwhile, (await found(first.next)).count, (await found()).count]).toEqual([3, [3], 3, 3]);
    index.onApplicationShutdown();
  });

  it('is worn when a quarter of its documents are nobody’s', async () => {
    const index = new EmbeddedIndex();
    const all = products(4_000);
    await index.rebuild(contents(all));
    expect(await index.wear()).toBeNull();
    await index.apply(all.slice(0, 2_000).map(product => [product.productId, { ...product, text: '另一个名字' }]));
    expect(await index.wear()).toMatch(/2000 of its 6000/);
  });
});
