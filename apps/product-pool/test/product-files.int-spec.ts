import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { begin, now, pomelo } from './figures';
import { asBrand, asPromoter, operator, ProductPoolUnderTest } from './product-pool-under-test';

let pool: ProductPoolUnderTest;
const own = asBrand('br-1');

beforeAll(async () => {
  pool = await ProductPoolUnderTest.start();
  pool.itIs(now);
  for (const brandId of ['br-1', 'br-2']) {
    await pool.say(brandVersion, { brandId, effectiveFrom: begin, name: brandId, supplyTier: 'gold' });
  }
  await pool.untilQuiet();
});
afterAll(() => pool.stop());

const importCsv = (file: string | Buffer, caller = own) =>
  pool.call('POST', '/v1/products/import', caller, file, { 'content-type': 'text/csv' });
const exportCsv = (query = '', caller = own) => pool.download(`/v1/products/export${query}`, caller);
const head = 'productId,brandId,title,categoryId,priceFen,stock';
const row = (productId: string, title: string, rest = '') => `${productId},br-1,${title},fresh.fruit,1990,10${rest}`;
const nastyTitles = [
  ...['=HYPERLINK("http://evil.example","柚子")', '+86 10', '-1', '@sum(A1)', "'=1", '\t=1', '\r\n=1', "'s Gravenhage"],
  ...['a, b; c', 'says "好"', 'two\nlines\r\nthree', ' blanks  around ', '\uFEFFmark', '𠮷🍊', 'TRUE', '1e3', '007'],
];

describe('products as a file', () => {
  it('come back as they went out, whatever their titles say: nothing changes', async () => {
    const rule = { offered: true, minSettledOrders: 0, monthlyLimit: 20, buyFirstRefundLater: false };
    for (const [n, title] of nastyTitles.entries()) {
      const { status } = await pool.offer(`n-${n}`, { title, belt: title.slice(0, 60) });
      expect([title, status]).toEqual([title, 200]);
    }
    await pool.offer('-full', {
      ...{ state: 'off-shelf', images: ['https://a.example/1.jpg', 'https://a.example/2.jpg?x=1,2'], belt: '平和' },
      ...{ guarantees: ['tenfold-if-fake', 'return-freight-paid'], source: 'jd-alliance', productScore: 401 },
      ...{ url: 'https://shop.example/?q="a"', sampleRule: rule },
    });
    await pool.offer('half-a-rule', { sampleRule: { offered: false } });
    await pool.offer('of-another', { brandId: 'br-2' });
    await pool.plan('-full', { commissionBps: 2000 });

    const before = (await pool.call('GET', '/v1/products?limit=200', operator)).body;
    for (const caller of [own, operator]) {
      const file = await exportCsv('', caller);
      expect([file.status, file.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
      expect(file.headers['content-disposition']).toBe('attachment; filename="products.csv"');
      const events = await pool.announcedBy(async () => {
        const { status, body } = await importCsv(file.bytes, caller);
        expect([status, body]).toEqual([
          200,
          { written: before.control.count - (caller === own ? 1 : 0), refused: [] },
        ]);
      });
      expect(events).toEqual([]);
    }
    expect((await pool.call('GET', '/v1/products?limit=200', operator)).body).toEqual(before);
  });

  it('hold nothing that a spreadsheet would run, and begin with a byte order mark', async () => {
    const { bytes, text } = await exportCsv();
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""柚子"")"`);
    expect(text).toContain(`"'-full"`);
    expect(text).not.toMatch(/,"?[=+@-]/);
    expect(text.split('\r\n')[0]).not.toContain('productScore');
    expect((await exportCsv('?brandId=br-2', operator)).text.split('\r\n')[0]).toContain('productScore');
  });

  it('have a verdict for each row, and bad rows do not spoil good ones', async () => {
    const file = [
      `${head},url,openCommissionBps,sampleRule.offered,sampleRule.monthlyLimit`,
      row('c-1', '柚子', ',https://shop.example/,2000,TRUE,5'),
      row('c-2', '柚子', ',,,,'),
      row('c-3', '柚子', ',http://shop.example/,,,'),
      row('c-4', '', ',,,,'),
      '',
      row('c-5', '柚子', ',,,,5'),
      row('c-1', '柚子', ',,,,'),
      row('c-6', '柚子'),
      row('c-7', '柚子', ',,one,,'),
      row('c-8', '柚子', ',,,,').replace('br-1', 'br-2'),
    ].join('\n');
    const { body } = await importCsv(file);
    expect(body.written).toBe(2);
    expect(
      body.refused.map(
        (refused: { row: number; productId: string; type: string; errors: Array<{ pointer: string }> }) => [
          ...[refused.row, refused.productId, refused.type.replace('/problems/', '')],
          ...refused.errors.map(error => error.pointer),
        ],
      ),
    ).toEqual([
      [3, 'c-3', 'malformed-request', '/url'],
      [4, 'c-4', 'malformed-request', '/title'],
      [5, 'c-5', 'malformed-request', '/sampleRule/offered'],
      [6, 'c-1', 'product-pool/row-repeats'],
      [7, null, 'product-pool/row-has-other-columns'],
      [8, 'c-7', 'malformed-request', '/openCommissionBps'],
      [9, 'c-8', 'no-such-party'],
    ]);
    expect((await pool.call('GET', '/v1/products/c-1', own)).body).toMatchObject({
      ...{ url: 'https://shop.example/', sampleRule: { offered: true, monthlyLimit: 5 }, supplyTier: 'gold' },
    });
  });

  it('change what they have columns for, and take away what they leave empty', async () => {
    await importCsv(`${head}\r\n${row('c-1', '红柚')}\r\n`);
    const url = 'https://shop.example/';
    expect((await pool.call('GET', '/v1/products/c-1', own)).body).toMatchObject({ title: '红柚', url });
    await importCsv(`\uFEFF${head},url,sampleRule.offered\r\n${row('c-1', '红柚', ',,')}`);
    expect((await pool.call('GET', '/v1/products/c-1', own)).body).toMatchObject({ url: null, sampleRule: null });
  });

  it.each([
    ['is not UTF-8', Buffer.from([...Buffer.from(`${head}\n`), 0xe6, 0xd7]), 400, 'product-pool/csv-not-utf-8'],
    ['ends within a quote', `${head}\n${row('c-9', '"柚子')}`, 400, 'product-pool/malformed-csv'],
    ['has a column nobody knows', `${head},colour\n`, 400, 'product-pool/csv-header-unusable'],
    ['has a column twice', `${head},stock\n`, 400, 'product-pool/csv-header-unusable'],
    ['lacks a column', `productId,title\n`, 400, 'product-pool/csv-header-unusable'],
    ['is empty', '\n', 400, 'product-pool/csv-header-unusable'],
  ])('are refused as a whole when the file %s', async (_, file, status, type) => {
    expect(await pool.refusalOf(() => importCsv(file))).toEqual([status, `/problems/${type}`]);
    expect((await pool.call('GET', '/v1/products/c-9', own)).status).toBe(404);
  });

  it('are CSV for the one door, and the brand’s own or an operator’s to take', async () => {
    const json = await pool.call('POST', '/v1/products/import', own, {});
    expect([json.status, json.body.type]).toEqual([400, '/problems/unsupported-content-type']);
    expect((await importCsv(head, asPromoter('pr-1'))).status).toBe(403);
    expect((await exportCsv('', asPromoter('pr-1'))).status).toBe(403);
    expect((await exportCsv('?brandId=br-2')).status).toBe(404);
  });

  it('come 10,000 at once, and not one more', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => row(`many-${n}`, `柚子 ${n}`, ',1000'));
    const file = [`${head},openCommissionBps`, ...rows];
    expect((await importCsv(file.join('\r\n'))).body).toEqual({ written: 10_000, refused: [] });
    const tooMany = await importCsv([...file, rows[0]!].join('\r\n'));
    expect([tooMany.status, tooMany.body.type]).toEqual([413, '/problems/product-pool/too-many-rows']);
    const exported = await exportCsv('?brandId=br-1');
    expect((await importCsv(exported.bytes)).body.type).toBe('/problems/product-pool/too-many-rows');
  });
});

describe('the list of products', () => {
  it('is a brand’s own, page by page under one control, which adds up no prices', async () => {
    const pages = [];
    let control;
    for (let cursor = ''; ;) {
      const { body } = await pool.call('GET', `/v1/products?limit=200${cursor}`, own);
      pages.push(...body.items);
      control = body.control;
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(pages).toHaveLength(control.count);
    expect(control.sumFen).toBe(0);
    expect(new Set(pages.map(product => product.brandId))).toEqual(new Set(['br-1']));
    expect(pages[0]).toEqual({ id: '-full', ...(await pool.call('GET', '/v1/products/-full', own)).body });
  });

  it('is filtered by brand, state and change', async () => {
    const idsOf = async (query: string, caller = operator) =>
      (await pool.call('GET', `/v1/products?limit=200&${query}`, caller)).body.items.map(
        (item: { id: string }) => item.id,
      );
    expect(await idsOf('brandId=br-2')).toEqual(['of-another']);
    expect(await idsOf('state=off-shelf', own)).toEqual(['-full']);
    pool.itIs('2026-11-07T00:00:00.000Z');
    await pool.offer('n-0', { ...pomelo, title: '新' });
    expect(await idsOf('updatedFrom=2026-11-06T12:00:00.001Z')).toEqual(['n-0']);
    pool.itIs(now);
    expect((await pool.call('GET', '/v1/products?brandId=br-2', own)).status).toBe(404);
    expect((await pool.call('GET', '/v1/products', asPromoter('pr-1'))).status).toBe(403);
  });
});
