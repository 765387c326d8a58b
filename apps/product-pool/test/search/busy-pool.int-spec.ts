import { setTimeout as sleep } from 'node:timers/promises';
import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import { begin, pomelo } from '../figures';
import { asPromoter, ProductPoolUnderTest } from '../product-pool-under-test';

const PRODUCTS = 3_000;
const CHANGES_A_SECOND = 100;
const id = (n: number) => `p-${String(n % PRODUCTS).padStart(4, '0')}`;

let pool: ProductPoolUnderTest;

beforeAll(async () => {
  pool = await ProductPoolUnderTest.start();
  await pool.say(brandVersion, { brandId: 'br-1', effectiveFrom: begin, name: '青禾' });
  await pool.say(promoterVersion, { promoterId: 'pr-1', effectiveFrom: begin, name: '一', kind: 'person' });
  await pool.untilQuiet();
  await write(Array.from({ length: PRODUCTS }, (_, n) => n));
  for (const until = Date.now() + 10_000; (await found()) < PRODUCTS; await sleep(50)) {
    if (Date.now() > until) throw new Error('search has not found them all');
  }
}, 60_000);
afterAll(() => pool.stop());

/** Prices and rates that nothing orders. */
const row = (n: number, round = 0) => ({
  ...{ productId: id(n), ...pomelo, title: `柚子 ${n}`, priceFen: 1_000 + ((n * 7_919 + round * 104_729) % 50_000) },
  openCommissionBps: 500 + ((n * 31) % 40) * 50,
});

async function write(numbers: number[], round = 0): Promise<void> {
  const body = numbers.map(n => JSON.stringify(row(n, round))).join('\n');
  const headers = { 'content-type': 'application/x-ndjson' };
  const answer = await pool.call('POST', '/v1/products/bulk', { role: 'operator' }, body, headers);
  expect(answer.body).toEqual({ written: numbers.length, refused: [] });
}

const search = async (query: string) => {
  const { status, body } = await pool.call('GET', `/v1/promoters/pr-1/pool?${query}`, asPromoter('pr-1'));
  return status === 503 ? { items: [], nextCursor: null, facets: { tier: [] } } : body;
};
const found = async (): Promise<number> => (await search('facets=true&limit=1')).facets.tier[0]?.count ?? 0;

describe('while a hundred products a second change', () => {
  let stopped = false;
  let writing: Promise<void>;
  let written = 0;

  beforeAll(() => {
    writing = (async () => {
      for (let round = 1; !stopped; round++) {
        await write(
          Array.from({ length: CHANGES_A_SECOND / 10 }, (_, n) => round * 17 + n * 293),
          round,
        );
        written += CHANGES_A_SECOND / 10;
        await sleep(100);
      }
    })();
  });
  afterAll(async () => {
    stopped = true;
    await writing;
  });

  it.each(['commission', 'sales', 'newest'])('paging by %s neither skips nor repeats one', async sort => {
    const before = written;
    const ids: string[] = [];
    for (let cursor = ''; ;) {
      const page = await search(`sort=${sort}&limit=50${cursor}`);
      ids.push(...page.items.map((item: { id: string }) => item.id));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
      await sleep(20); // A reader's own pace: the pool changes under it.
    }
    expect(written).toBeGreaterThan(before);
    expect(ids.length).toBe(PRODUCTS);
    expect(new Set(ids).size).toBe(PRODUCTS);
  });
});

it('a rebuild lets requests through all the while', async () => {
  await pool.call('POST', '/v1/pool/index/rebuild');
  for (const until = Date.now() + 2_000; Date.now() < until;) {
    expect((await search('q=柚子&limit=1&facets=true')).items).toHaveLength(1);
  }
});
