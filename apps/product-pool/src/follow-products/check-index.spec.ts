import { EmbeddedIndex } from '../search-pool/embedded/embedded-index';
import type { PooledProduct } from '../search-pool/pool-index';
import { CheckIndex } from './check-index';
import type { ReadPooledProducts } from './read-pooled-products';

/** Nothing happens between two looks but what a test says. */
jest.mock('node:timers/promises', () => ({
  ...jest.requireActual<object>('node:timers/promises'),
  setTimeout: () => Promise.resolve(),
}));

const nuts: PooledProduct = {
  ...{ productId: 'p-1', brandId: 'br-1', text: '每日坚果 青禾 坚果 Nuts', categoryPath: ['food.nuts', 'food'] },
  ...{ priceFen: 1_990, commonRateBps: 2_000, score: 450, sales30d: 12, conversionBps: 130, isTrending: false },
  ...{ listedAt: Date.parse('2026-11-01T04:00:00.000Z'), tier: 'gold', belt: '临安' },
  ...{ guarantees: ['tenfold-if-fake'], source: 'own-shop' },
};
const others = [1, 2, 3].map(n => ({ ...nuts, productId: `p-1${n}`, text: `别的 ${n}` }));

/** An index of nuts and others, compared with a database in which nuts are what this says at each look. */
async function compared(storedAt: (look: number, index: EmbeddedIndex) => PooledProduct | null) {
  const index = new EmbeddedIndex();
  const chunks = (async function* () {
    yield [nuts, ...others];
  })();
  await index.rebuild({ ownWords: [], chunks, changesMeanwhile: async () => [] });
  let looks = 0;
  const changesOf = jest.fn(async (ids: string[]) => {
    const stored = storedAt(++looks, index);
    return ids.map(id => [id, id === 'p-1' ? stored : others.find(({ productId }) => productId === id)!] as const);
  });
  const idsAfter = async () => [nuts, ...others].map(({ productId }) => productId);
  const products = { idsAfter, changesOf, count: async () => 4 } as unknown as ReadPooledProducts;
  const reason = await new CheckIndex(index, products).reasonToRebuild();
  return { reason, looked: changesOf.mock.calls.map(([ids]) => ids.length) };
}

describe('the index is compared with the database', () => {
  it('and left alone when it knows every product as it is', async () => {
    expect(await compared(() => ({ ...nuts }))).toEqual({ reason: null, looked: [4] });
  });

  it.each<[string, Partial<PooledProduct>, string]>([
    ['title', { text: '每日坚果 750g 青禾 坚果 Nuts' }, 'text'],
    ['brand', { brandId: 'br-2' }, 'brand'],
    ['category', { categoryPath: ['food.seeds', 'food'] }, 'category'],
    ['category’s place in the tree', { categoryPath: ['food.nuts', 'snacks'] }, 'category'],
    ['price', { priceFen: 1_991 }, 'price'],
    ['rate', { commonRateBps: 2_001 }, 'rate'],
    ['rate, where there is none any more', { commonRateBps: null }, 'rate'],
    ['score', { score: 451 }, 'score'],
    ['sales', { sales30d: 13 }, 'sales'],
    ['conversion', { conversionBps: null }, 'conversion'],
    ['trend', { isTrending: true }, 'trending'],
    ['first instant on the shelf', { listedAt: nuts.listedAt + 1 }, 'listed'],
    ['brand’s tier', { tier: 'none' }, 'tier'],
    ['belt', { belt: null }, 'belt'],
    ['promises', { guarantees: ['refund-without-return', 'tenfold-if-fake'] }, 'guarantees'],
    ['source', { source: 'taobao-alliance' }, 'source'],
  ])('and built anew when it knows another %s', async (_, change, property) => {
    const { reason, looked } = await compared(() => ({ ...nuts, ...change }));
    expect(reason).toBe(`it knows another ${property} of p-1 than there is`);
    expect(looked).toEqual([4, 1, 1]); // The others are as they should be, and not read again.
  });

  it('and built anew when it still has a product that has left the pool', async () => {
    expect((await compared(() => null)).reason).toBe('it knows another presence of p-1 than there is');
  });

  it('and left alone when the change was only on its way', async () => {
    const dearer = { ...nuts, priceFen: 2_990 };
    const arriving = (look: number, index: EmbeddedIndex) => {
      if (look === 2) void index.apply([['p-1', dearer]]);
      return dearer;
    };
    expect(await compared(arriving)).toEqual({ reason: null, looked: [4, 1] });
  });

  it('and left alone when a product has changed again at each look: one that sells all the time is always on its way', async () => {
    const selling = (look: number) => ({ ...nuts, sales30d: nuts.sales30d + look });
    expect(await compared(selling)).toEqual({ reason: null, looked: [4, 1] });
  });
});
