import fc from 'fast-check';
import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import { eventually, untilSeen } from '@chuanliu/testing/eventually';
import { EmbeddedIndex } from '../../src/search-pool/embedded/embedded-index';
import { OpensearchIndex } from '../../src/search-pool/opensearch/opensearch-index';
import type { PooledProduct, PoolIndex, PoolPosition, PoolSearch } from '../../src/search-pool/pool-index';
import { begin } from '../figures';
import { asBrand, asPromoter, ProductPoolUnderTest } from '../product-pool-under-test';
import { someProduct, someSearch } from './arbitrary';
import { canRunOpensearch, OpensearchUnderTest } from './opensearch-under-test';

const isHere = canRunOpensearch();
const PRODUCTS = 3_000;
const SEARCHES = 300;
const ownWords = ['富士苹果'];

/** Thousands of different products, the same ones each time. */
function someThousand(): PooledProduct[] {
  return fc.sample(someProduct, { numRuns: PRODUCTS, seed: 11 }).map((product, n) => ({
    ...product,
    productId: `p-${n}`,
    brandId: `br-${(n % 3) + 1}`,
  }));
}

async function pagesOf(index: PoolIndex, search: PoolSearch, most: number): Promise<string[]> {
  const ids: string[] = [];
  let after: PoolPosition | undefined;
  for (let n = 0; n < most; n++) {
    const page = await index.find({ ...search, ...(after ? { after } : {}) });
    ids.push(...page.hits.map(hit => hit.productId));
    if (!page.next) break;
    after = page.next;
  }
  return ids;
}

const contents = (products: PooledProduct[]) => ({
  ownWords,
  chunks: (async function* () {
    for (let start = 0; start < products.length; start += 1_000) yield products.slice(start, start + 1_000);
  })(),
  changesMeanwhile: async () => [],
});

(isHere ? describe : describe.skip)('the pool in OpenSearch', () => {
  let server: OpensearchUnderTest;
  let index: OpensearchIndex;
  const embedded = new EmbeddedIndex();
  const products = isHere ? someThousand() : [];

  beforeAll(async () => {
    server = await OpensearchUnderTest.start();
    index = new OpensearchIndex(server.url, 'chuanliu-test-pool');
  }, 300_000);
  afterAll(async () => {
    await index?.onApplicationShutdown();
    await server?.stop();
  });

  it('says that it is being built until it is', async () => {
    const search = fc.sample(someSearch, { numRuns: 1, seed: 1 })[0]!;
    expect(await index.isReady()).toBe(false);
    await expect(index.find(search)).rejects.toMatchObject({ type: 'product-pool/index-is-being-built' });
    await index.rebuild(contents(products));
    await embedded.rebuild(contents(products));
    expect([await index.isReady(), await index.count(), await embedded.count()]).toEqual([true, PRODUCTS, PRODUCTS]);
  });

  it('is being built as well while only one of another version is there, which the new one replaces', async () => {
    const [alias, before] = ['chuanliu-other-pool', 'chuanliu-other-pool-lm0x1y2z-abc123'];
    const properties = { productId: { type: 'keyword' }, openRateBps: { type: 'integer' } };
    const body = { mappings: { dynamic: 'strict', _meta: { ownWords }, properties }, aliases: { [alias]: {} } };
    const ask = async (method: string) => {
      const headers = { 'content-type': 'application/json' };
      const sent = method === 'PUT' ? { body: JSON.stringify(body) } : {};
      return (await fetch(`${server.url}/${before}`, { method, headers, ...sent })).status;
    };
    expect(await ask('PUT')).toBe(200);
    const next = new OpensearchIndex(server.url, alias);
    const search: PoolSearch = { ...fc.sample(someSearch, { numRuns: 1, seed: 1 })[0]!, sort: 'commission' };
    expect(await next.isReady()).toBe(false);
    await expect(next.find(search)).rejects.toMatchObject({ type: 'product-pool/index-is-being-built' });
    await next.apply([['p-1', products[1]!]]);
    await next.rebuild(contents(products.slice(0, 10)));
    expect([await next.isReady(), await next.count(), await ask('GET')]).toEqual([true, 10, 404]);
    await next.onApplicationShutdown();
  });

  it('finds by a name that is new with the next build, while that is under way as well', async () => {
    const named = new OpensearchIndex(server.url, 'chuanliu-named-pool');
    const all = products.slice(0, 3).map(product => ({ ...product, text: '新禾大米' }));
    const search: PoolSearch = { ...fc.sample(someSearch, { numRuns: 1, seed: 1 })[0]!, q: '新禾', filter: {} };
    const found = async () => (await named.find({ ...search, limit: 10 })).hits.length;
    await named.rebuild(contents(all));
    const meanwhile: number[] = [];
    const changesMeanwhile = async () => {
      meanwhile.push(await found());
      return [];
    };
    await named.rebuild({ ...contents(all), ownWords: ['新禾'], changesMeanwhile });
    expect([meanwhile, await found()]).toEqual([[3], 3]);
    await named.onApplicationShutdown();
  });

  it('answers as the embedded one does: the same products in the same order, the same counts', async () => {
    for (const search of fc.sample(someSearch, { numRuns: SEARCHES, seed: 5 })) {
      const [ours, theirs] = [await embedded.find(search), await index.find(search)];
      expect({ search, hits: theirs.hits, facets: theirs.facets }).toEqual({
        ...{ search, hits: ours.hits, facets: ours.facets },
      });
    }
    for (const search of fc.sample(someSearch, { numRuns: 20, seed: 6 })) {
      expect(await pagesOf(index, search, 5)).toEqual(await pagesOf(embedded, search, 5));
    }
  });

  it('follows changes, and pages on through the pool as it was', async () => {
    const search = { ...fc.sample(someSearch, { numRuns: 1, seed: 1 })[0]!, q: '', filter: {}, limit: 10 };
    const before = await pagesOf(index, { ...search, sort: 'sales' }, 3);
    const first = await index.find({ ...search, sort: 'sales' });
    const best = { ...products[0]!, sales30d: 9_999, text: '红富士苹果' };
    await index.apply([
      [best.productId, best],
      [first.hits[0]!.productId, null],
      ['p-never', null],
    ]);
    await untilSeen(
      () => index.find({ ...search, sort: 'sales' }),
      ({ hits }) => hits[0]!.productId === best.productId && hits.every(hit => hit.productId !== before[0]),
    );
    const second = await index.find({ ...search, sort: 'sales', after: first.next! });
    expect(second.hits.map(hit => hit.productId)).toEqual(before.slice(10, 20));
    const lost = await index
      .find({ ...search, sort: 'sales', after: { ...first.next!, generation: 'bm90IG9uZQ==' } })
      .catch((fault: Error) => fault);
    expect(lost).toMatchObject({ isRestarted: true });
  });

  it('is built anew beside the index that serves, which then goes', async () => {
    await index.rebuild(contents(products.slice(0, 100)));
    expect(await index.count()).toBe(100);
    const gone = products[100]!;
    expect(await index.differences([[gone.productId, gone]])).toEqual([{ productId: 'p-100', property: 'presence' }]);
  });

  it('tells what it knows otherwise of a product than there is', async () => {
    const known = products.find(({ commonRateBps, belt }) => commonRateBps !== null && belt !== null)!;
    const { productId } = known;
    const as = (change: Partial<PooledProduct>) => index.differences([[productId, { ...known, ...change }]]);
    expect(await as({})).toEqual([]);
    const changes: Array<[Partial<PooledProduct>, string]> = [
      [{ text: '另一个名字' }, 'words'],
      [{ brandId: 'br-9' }, 'brandId'],
      [{ categoryPath: ['toys'] }, 'category'],
      [{ commonRateBps: 9_999 }, 'commonRateBps'],
      [{ score: 1 }, 'score'],
      [{ tier: known.tier === 'gold' ? 'none' : 'gold' }, 'tier'],
      [{ belt: '又一处' }, 'belt'],
      [{ guarantees: ['another'] }, 'guarantee'],
      [{ listedAt: 1 }, 'listedAt'],
    ];
    for (const [change, property] of changes) expect(await as(change)).toEqual([{ productId, property }]);
    expect(await index.differences([[productId, null]])).toEqual([{ productId, property: 'presence' }]);
  });

  it('answers promoters where the service is set to it: found, followed, at their own rates, page by page', async () => {
    const pool = await ProductPoolUnderTest.start({ opensearchUrl: server.url });
    try {
      await pool.say(brandVersion, { brandId: 'br-1', effectiveFrom: begin, name: '青禾' });
      for (const promoterId of ['pr-1', 'pr-2']) {
        await pool.say(promoterVersion, { promoterId, effectiveFrom: begin, name: promoterId, kind: 'person' });
      }
      await pool.untilQuiet();
      const idsFor = async (promoterId: string, query: string): Promise<string[]> => {
        const path = `/v1/promoters/${promoterId}/pool?q=柚子&${query}`;
        const { status, body } = await pool.call('GET', path, asPromoter(promoterId));
        return status === 503 ? ['being built'] : body.items.map((row: { id: string }) => row.id);
      };
      const until = (promoterId: string, query: string, expected: string[]) =>
        eventually(() => idsFor(promoterId, query), expected);
      for (const [productId, commissionBps] of Object.entries({ 'p-a': 1000, 'p-b': 2000, 'p-c': 1500 })) {
        await pool.offer(productId);
        await pool.plan(productId, { commissionBps });
      }
      const promoters = [{ promoterId: 'pr-1', commissionBps: 3000 }];
      const path = '/v1/products/p-a/plans/directed';
      expect((await pool.call('PUT', path, asBrand('br-1'), { promoters })).status).toBe(200);
      await until('pr-2', 'sort=commission', ['p-b', 'p-c', 'p-a']);
      await until('pr-1', 'sort=commission', ['p-a', 'p-b', 'p-c']);
      expect(await idsFor('pr-1', 'minCommissionBps=2000&sort=commission')).toEqual(['p-a', 'p-b']);
      const page = `/v1/promoters/pr-1/pool?q=柚子&sort=commission&limit=2&facets=true`;
      const first = (await pool.call('GET', page, asPromoter('pr-1'))).body;
      expect([first.items[0].earnFen, first.facets.tier]).toEqual([597, [{ value: 'none', count: 3 }]]);
      const second = (await pool.call('GET', `${page}&cursor=${first.nextCursor}`, asPromoter('pr-1'))).body;
      expect([second.items.map((row: { id: string }) => row.id), second.nextCursor]).toEqual([['p-c'], null]);
      await pool.offer('p-b', { stock: 0 });
      await until('pr-2', 'sort=commission', ['p-c', 'p-a']);
      expect((await pool.call('POST', '/v1/pool/index/rebuild')).status).toBe(204);
      await until('pr-2', 'sort=newest&limit=1', ['p-c']);
    } finally {
      await pool.stop();
    }
  });
});

it('is tested with an OpenSearch, which needs a JDK and Maven', () => {
  if (!isHere) console.warn('No JDK or no Maven here: the pool in OpenSearch was not tested.');
  expect(isHere || process.env.CI !== 'true').toBe(true);
});
