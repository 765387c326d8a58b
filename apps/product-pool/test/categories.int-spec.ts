import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { eventually } from '@chuanliu/testing/eventually';
import { begin, now } from './figures';
import { asBrand, asPromoter, ProductPoolUnderTest } from './product-pool-under-test';

let pool: ProductPoolUnderTest;

beforeAll(async () => {
  pool = await ProductPoolUnderTest.start();
  pool.itIs(now);
  await pool.say(brandVersion, { brandId: 'br-1', effectiveFrom: begin, name: '青禾' });
  await pool.untilQuiet();
});
afterAll(() => pool.stop());

interface Row {
  id: string;
  parentId: string | null;
  name: string;
  nameEn: string;
}
const category = (id: string, parentId: string | null, name = id): Row => ({ id, parentId, name, nameEn: id });
const write = (rows: object[], caller?: object) => pool.call('PUT', '/v1/categories', caller, rows);
const list = async (query = '') => (await pool.call('GET', `/v1/categories?limit=200${query}`)).body;
const plain = ({ id, parentId, name, nameEn }: Row) => ({ id, parentId, name, nameEn });

describe('the category tree', () => {
  it('is open to every client, page by page', async () => {
    const first = (await pool.call('GET', '/v1/categories?limit=100', asPromoter('pr-1'))).body;
    const second = (await pool.call('GET', `/v1/categories?limit=100&cursor=${first.nextCursor}`)).body;
    const rows = [...first.items, ...second.items];
    expect(rows).toHaveLength(first.control.count);
    expect(second.nextCursor).toBeNull();
    expect(rows.find(row => row.id === 'food.snacks.nuts')).toEqual({
      ...{ id: 'food.snacks.nuts', parentId: 'food.snacks', name: '坚果炒货', nameEn: 'Nuts & Seeds' },
      updatedAt: expect.any(String),
    });
  });

  it('written as it is changes nothing; a change moves its own row alone', async () => {
    const rows = (await list()).items.map(plain) as Row[];
    expect((await write(rows)).body).toEqual({ categories: rows.length, added: 0, changed: 0, removed: 0 });
    const renamed = rows.map(row => (row.id === 'fresh.fruit' ? { ...row, name: '鲜果' } : row));
    const { body } = await write([category('toys', null, '玩具'), category('toys.blocks', 'toys', '积木'), ...renamed]);
    expect(body).toEqual({ categories: rows.length + 2, added: 2, changed: 1, removed: 0 });
    const changed = await list(`&updatedFrom=${now}`);
    expect(changed.items.map((row: Row) => row.id)).toEqual(['toys', 'toys.blocks', 'fresh.fruit']);
    expect(changed.control.count).toBe(3);
    expect((await pool.offer('p-toy', { categoryId: 'toys.blocks' })).status).toBe(200);
  });

  it('keeps the categories that products stand in, as leaves', async () => {
    const rows = (await list()).items.map(plain) as Row[];
    const without = rows.filter(row => row.id !== 'toys.blocks');
    const divided = [...rows, category('toys.blocks.wood', 'toys.blocks')];
    for (const tree of [without, divided]) {
      const { status, body } = await write(tree);
      expect([status, body.type, body.ids]).toEqual([409, '/problems/product-pool/categories-in-use', ['toys.blocks']]);
    }
    expect((await list()).items.map(plain)).toEqual(rows);
    await pool.offer('p-toy');
    expect((await write(without)).body).toMatchObject({ removed: 1 });
    const { body } = await pool.offer('p-toy', { categoryId: 'toys.blocks' });
    expect(body.type).toBe('/problems/product-pool/no-such-category');
  });

  it.each([
    ['a parent that is missing', [category('a', 'b')], 422, 'product-pool/category-has-no-parent'],
    ['a circle', [category('a', 'b'), category('b', 'a')], 422, 'product-pool/categories-run-in-a-circle'],
    ['nothing in it', [], 400, 'malformed-request'],
  ])('is refused with %s', async (_, rows, status, type) => {
    const { body } = await write(rows);
    expect([body.status, body.type]).toEqual([status, `/problems/${type}`]);
  });

  it('is for operators to write', async () => {
    expect((await write([category('a', null)], asBrand('br-1'))).status).toBe(403);
  });

  it('is followed when another instance has written it', async () => {
    await pool.connection.query(`UPDATE category SET name = '果' WHERE category_id = 'fresh.fruit'`);
    await pool.connection.query('UPDATE category_tree SET revision = revision + 1');
    const nameHere = async () => (await list()).items.find((row: Row) => row.id === 'fresh.fruit').name as string;
    await eventually(nameHere, '果');
  });
});
