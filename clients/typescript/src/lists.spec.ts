import { createHash } from 'node:crypto';
import { FakeApi, type Seen } from '../test/fake-api';
import { createClient, ListChanged, ListIncomplete } from './index';

interface Row {
  id: string;
  estimatedFen: number;
}

const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({ id: `shop/o-${i + 1}/1`, estimatedFen: 100 + i }));
const controlOf = (rows: readonly Row[]) => ({
  count: rows.length,
  sumFen: rows.reduce((sum, row) => sum + row.estimatedFen, 0),
  digest: createHash('sha256')
    .update(rows.map(row => `${row.id}\n`).join(''))
    .digest('hex'),
});
const sales = '/v1/promoters/{partyId}/sales';
const init = { params: { path: { partyId: 'pr-1' }, query: { limit: 2 } } };
const amount = { amount: 'estimatedFen' } as const;

/** A list of which `shown` can tell other rows, or another control, than there are. */
function listOf(rows: Row[], shown: (page: Row[], request: number) => object = page => ({ items: page })) {
  const api = new FakeApi((request: Seen, nth) => {
    const { searchParams } = new URL(request.path, 'http://api.test');
    const start = Number(searchParams.get('cursor') ?? 0);
    const end = start + Number(searchParams.get('limit'));
    const nextCursor = end < rows.length ? String(end) : null;
    return { body: { nextCursor, control: controlOf(rows), ...shown(rows.slice(start, end), nth) } };
  });
  return { api, client: createClient(api.options) };
}

describe('reading a list', () => {
  it('gives every row, page after page', async () => {
    const { api, client } = listOf(rowsOf(5));
    const ids: string[] = [];
    for await (const row of client.list(sales, init)) ids.push(row.id);
    expect(ids).toEqual(rowsOf(5).map(row => row.id));
    expect(api.seen.map(request => request.path)).toEqual([
      '/v1/promoters/pr-1/sales?limit=2',
      '/v1/promoters/pr-1/sales?limit=2&cursor=2',
      '/v1/promoters/pr-1/sales?limit=2&cursor=4',
    ]);
  });

  it.each([0, 1, 4, 5])('proves that all of %i rows were read', async count => {
    const { client } = listOf(rowsOf(count));
    expect(await client.listAll(sales, init, amount)).toEqual(rowsOf(count));
  });

  it.each<[string, (page: Row[]) => Row[]]>([
    ['a row is missing', page => page.slice(1)],
    ['a row comes twice', page => [...page, page[0]!]],
    ['rows change places', page => page.toReversed()],
    ['an amount is another', page => page.map(row => ({ ...row, estimatedFen: row.estimatedFen + 1 }))],
  ])('says so when %s', async (_, spoil) => {
    const { client } = listOf(rowsOf(5), (page, nth) => ({ items: nth === 2 ? spoil(page) : page }));
    await expect(client.listAll(sales, init, amount)).rejects.toThrow(ListIncomplete);
  });

  it('says so when the list changed meanwhile', async () => {
    const { client } = listOf(rowsOf(5), (page, nth) => ({
      items: page,
      ...(nth === 3 ? { control: controlOf(rowsOf(6)) } : {}),
    }));
    await expect(client.listAll(sales, init, amount)).rejects.toThrow(ListChanged);
  });

  it('reads a changed list again as often as it is told to', async () => {
    const changing = () =>
      listOf(rowsOf(5), (page, nth) => ({ items: page, ...(nth === 2 ? { control: controlOf(rowsOf(6)) } : {}) }));
    await expect(changing().client.listAll(sales, init, { ...amount, again: 1 })).resolves.toHaveLength(5);

    const restless = listOf(rowsOf(5), (page, nth) => ({ items: page, control: controlOf(rowsOf(nth)) }));
    await expect(restless.client.listAll(sales, init, { ...amount, again: 2 })).rejects.toThrow(ListChanged);
    expect(restless.api.seen).toHaveLength(6);
  });

  it('wants to know which amount the sum is of', async () => {
    const { client } = listOf(rowsOf(2));
    await expect(client.listAll(sales, init)).rejects.toThrow('name the amount');
  });

  it('promises nothing of a list without control', async () => {
    const { client } = listOf(rowsOf(2), page => ({ items: page, control: undefined }));
    await expect(client.listAll(sales, init, amount)).rejects.toThrow('has no control');
  });
});
