import fc from 'fast-check';
import { EmbeddedIndex } from '../../src/search-pool/embedded/embedded-index';
import type { PooledProduct } from '../../src/search-pool/pool-index';
import { someProduct, someSearch } from './arbitrary';

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
    await index.apply([[stays!.productId, { ...stays!, priceFen: 77 }]]);
    expect([...(await index.look([gone!, stays!, dearer!].map(p => p.productId))).values()]).toMatchObject([
      { productId: stays!.productId, priceFen: 77 },
      { productId: dearer!.productId },
    ]);
    expect(await index.count()).toBe(2);
  });

  it('is built anew beside the one that serves, and holds nobody up meanwhile', async () => {
    const index = new EmbeddedIndex();
    await index.rebuild(contents(products(100)));
    let isBuilt = false;
    const building = index.rebuild(contents(products(60_000))).then(() => (isBuilt = true));
    const held: number[] = [];
    // Counted in the processor's time: what others on the machine take is not the index's doing.
    for (let before = process.cpuUsage(); !isBuilt; before = process.cpuUsage()) {
      await new Promise(resolve => setImmediate(resolve));
      held.push(process.cpuUsage(before).user / 1_000);
      if (!isBuilt) expect(await index.count()).toBe(100);
    }
    await building;
    expect(await index.count()).toBe(60_000);
    expect(held.length).toBeGreaterThan(20);
    held.sort((a, b) => a - b);
    // The collector's threads count too, and now and then there are several at once.
    expect(held[Math.floor(held.length * 0.9)]).toBeLessThan(20);
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
