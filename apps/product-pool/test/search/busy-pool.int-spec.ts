import { setTimeout as sleep } from 'node:timers/promises';
import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import { eventually, untilSeen } from '@chuanliu/testing/eventually';
import { CheckIndex } from '../../src/follow-products/check-index';
import { begin, pomelo } from '../figures';
import { asPromoter, ProductPoolUnderTest } from '../product-pool-under-test';

const PRODUCTS = 3_000;
/** What is aimed at; how many it comes to on a busy machine is the bench's to measure. */
const CHANGES_A_SECOND = 100;
/** Between two pages, however long they take. */
const CHANGES_A_PAGE = 10;
/** Every third product changes, again and again. */
const CHANGING = PRODUCTS / 3;
const changing = (change: number) => 3 * ((change * 97) % CHANGING);
const id = (n: number) => `p-${String(n % PRODUCTS).padStart(4, '0')}`;

let pool: ProductPoolUnderTest;

beforeAll(async () => {
  pool = await ProductPoolUnderTest.start();
  // Builds begin when a test asks for one: where this takes minutes, the worn index would be replaced once more.
  jest.spyOn(pool.part(CheckIndex), 'reasonToRebuild').mockResolvedValue(null);
  await pool.say(brandVersion, { brandId: 'br-1', effectiveFrom: begin, name: '青禾' });
  await pool.say(promoterVersion, { promoterId: 'pr-1', effectiveFrom: begin, name: '一', kind: 'person' });
  await pool.untilQuiet();
  await write(Array.from({ length: PRODUCTS }, (_, n) => row(n)));
  await eventually(found, PRODUCTS);
});
afterAll(() => pool.stop());

/** The n-th product as the change of this number leaves it: all that orders come from and words are found by moves. */
const row = (n: number, change = 0) => ({
  ...{ productId: id(n), ...pomelo, title: change === 0 ? `柚子 ${n}` : `柚子 ${n} 第 ${change} 版` },
  ...{ priceFen: 1_000 + ((n * 7_919 + change * 104_729) % 50_000), productScore: 380 + ((n + change) % 120) },
  stock: isSoldOutAtTimes(n) && isOddRound(change) ? 0 : 10,
  openCommissionBps: 500 + ((n * 31) % 40) * 50,
});
const isSoldOutAtTimes = (n: number) => n % 30 === 3;
const isOddRound = (change: number) => Math.ceil(change / CHANGING) % 2 === 1;

async function write(rows: object[]): Promise<void> {
  const headers = { 'content-type': 'application/x-ndjson' };
  const body = rows.map(one => JSON.stringify(one)).join('\n');
  const answer = await pool.call('POST', '/v1/products/bulk', { role: 'operator' }, body, headers);
  expect(answer.body).toEqual({ written: rows.length, refused: [] });
}

const search = async (query: string) => {
  const { status, body } = await pool.call('GET', `/v1/promoters/pr-1/pool?${query}`, asPromoter('pr-1'));
  return status === 503 ? { items: [], nextCursor: null, facets: { tier: [] } } : body;
};
const found = async (): Promise<number> => (await search('facets=true&limit=1')).facets.tier[0]?.count ?? 0;

/** How often any product was changed. */
async function changesMade(): Promise<number> {
  const [[sum]] = (await pool.connection.query('SELECT SUM(revision) AS n FROM product')) as unknown as [
    [{ n: string }],
  ];
  return Number(sum.n);
}

const untilChanged = (changes: number) => untilSeen(changesMade, made => made >= changes);

/** Which build of the index gave a position. */
const buildOf = (cursor: string): string => {
  const { generation } = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as { generation: string };
  return generation.split('.')[0]!;
};

/** Has the index built anew, and waits until searches that begin are answered by the new one. */
async function rebuild(): Promise<void> {
  const before = buildOf((await search('limit=1')).nextCursor);
  await pool.call('POST', '/v1/pool/index/rebuild');
  await untilSeen(
    async () => buildOf((await search('limit=1')).nextCursor),
    build => build !== before,
  );
}

describe('while a hundred products a second change', () => {
  let stopped = false;
  let writing: Promise<void>;

  beforeAll(() => {
    writing = (async () => {
      const begun = Date.now();
      for (let made = 0; !stopped; await sleep(50)) {
        // What a slow moment kept back is made up for, no product twice at once.
        const behind = Math.floor(((Date.now() - begun) / 1_000) * CHANGES_A_SECOND * 1.2) - made;
        const due = Math.min(behind, CHANGING);
        if (due <= 0) continue;
        await write(Array.from({ length: due }, (_, k) => row(changing(made + k), made + k + 1)));
        made += due;
      }
    })();
  });
  afterAll(async () => {
    stopped = true;
    await writing;
  });

  it.each(['commission', 'sales', 'score', 'newest', 'relevance'])(
    'paging by %s neither skips nor repeats one, though the index is built anew in between',
    async sort => {
      const order = sort === 'relevance' ? 'q=柚子' : `sort=${sort}`;
      const before = await changesMade();
      const ids: string[] = [];
      for (let cursor = '', pages = 1; ; pages++) {
        const page = await search(`${order}&limit=100${cursor}`);
        ids.push(...page.items.map((item: { id: string }) => item.id));
        if (page.nextCursor === null) break;
        cursor = `&cursor=${page.nextCursor}`;
        if (pages === 12) await rebuild();
        await untilChanged(before + pages * CHANGES_A_PAGE);
      }
      expect(ids.length).toBe(new Set(ids).size);
      const always = Array.from({ length: PRODUCTS }, (_, n) => n).filter(n => !isSoldOutAtTimes(n));
      const found = new Set(ids);
      expect(always.map(id).filter(one => !found.has(one))).toEqual([]);
    },
  );
});

it('a rebuild lets requests through all the while', async () => {
  await pool.call('POST', '/v1/pool/index/rebuild');
  for (const until = Date.now() + 2_000; Date.now() < until;) {
    expect((await search('q=柚子&limit=1&facets=true')).items).toHaveLength(1);
  }
});
