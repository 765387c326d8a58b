import { createHash } from 'node:crypto';
import type { Caller } from '@chuanliu/auth/caller';
import { CommissionsUnderTest } from '../../test/commissions-under-test';
import {
  aBrand,
  aPickKnown,
  aPromoter,
  aReceipt,
  aRefund,
  aSaleAttributed,
  nobodyBrought,
} from '../../test/told-facts';
import type { ListedSale, ListSales } from './list-sales.dto';

const finance: Caller = { clientId: 'f', role: 'finance', partyId: null, personId: 'p' };
const promoter: Caller = { clientId: 'c', role: 'promoter', partyId: 'pr-1', personId: null };

describe('the sales of a party', () => {
  let service: CommissionsUnderTest;
  beforeAll(async () => {
    service = await CommissionsUnderTest.open();
    await service.tell(aPickKnown(), aBrand(), aPromoter('pr-idle'));
    // Instants repeat, so that the order within one instant matters; two channels share order ids.
    const sales = Array.from({ length: 120 }, (_, n) =>
      aSaleAttributed({
        channelId: n % 3 === 0 ? 'shop-b' : 'shop',
        orderId: `o-${n % 50}`,
        lineNo: 1 + (n % 7) * 5,
        orderedAt: `2026-11-0${1 + (n % 4)}T00:00:00.000Z`,
        paidFen: 1_000 + n,
        ...(n % 5 === 0 ? nobodyBrought : { assistantIds: n % 2 ? ['pr-2'] : [] }),
        refunds: n % 11 === 0 ? [aRefund('r-1', 5_000)] : [],
      }),
    );
    for (let start = 0; start < sales.length; start += 40) await service.tell(...sales.slice(start, start + 40));
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z', 1, 'o-7'));
  });
  afterAll(() => service.close());

  const page = (kind: 'brand' | 'promoter', id: string, query: Partial<ListSales> = {}, caller = finance) =>
    service.listSales.run(caller, kind, id, { limit: 50, ...query });

  async function pull(kind: 'brand' | 'promoter', id: string, query: Partial<ListSales>) {
    const items: ListedSale[] = [];
    let answer = await page(kind, id, query);
    for (;;) {
      items.push(...answer.items);
      if (answer.nextCursor === null) return { items, control: answer.control };
      answer = await page(kind, id, { ...query, cursor: answer.nextCursor });
    }
  }

  const controlOver = (items: readonly ListedSale[]) => ({
    count: items.length,
    sumFen: items.reduce((sum, item) => sum + item.estimatedFen, 0),
    digest: createHash('sha256')
      .update(items.map(item => `${item.id}\n`).join(''))
      .digest('hex'),
  });

  const inOrder = (items: readonly ListedSale[]) =>
    [...items].sort((a, b) => {
      const rank = (it: ListedSale) => `${it.orderedAt} ${it.channelId} ${it.orderId} ${String(it.lineNo).padStart(9)}`;
      return rank(a) < rank(b) ? -1 : 1;
    });

  it.each([1, 7, 50, 200])('come in pages of %i without a skip or a repeat, in order', async limit => {
    const { items, control } = await pull('brand', 'br-1', { limit });
    const stored = (await service.listed()).filter(row => row.party === 'brand:br-1').map(row => row.line);
    expect(new Set(items.map(item => item.id))).toEqual(new Set(stored));
    expect(items).toHaveLength(stored.length);
    expect(items).toEqual(inOrder(items));
    expect(control).toEqual(controlOver(items));
  });

  it.each<[string, Partial<ListSales>, (item: ListedSale) => boolean]>([
    ['a state', { state: 'void' }, item => item.state === 'void'],
    ['confirmation', { state: 'confirmed' }, item => item.orderId === 'o-7' && item.channelId === 'shop'],
    [
      'an instant of order, from inclusive and to exclusive',
      { from: '2026-11-02T08:00:00+08:00', to: '2026-11-03T00:00:00Z' },
      item => item.orderedAt === '2026-11-02T00:00:00.000Z',
    ],
  ])('can be filtered by %s, and the control covers what was filtered', async (_, filter, fits) => {
    const all = (await pull('brand', 'br-1', {})).items;
    const { items, control } = await pull('brand', 'br-1', { ...filter, limit: 3 });
    expect(items).toEqual(all.filter(fits));
    expect(items.length).toBeGreaterThan(0);
    expect(control).toEqual(controlOver(items));
  });

  it('name assists beside the sales that the promoter won', async () => {
    const { items } = await pull('promoter', 'pr-2', {});
    expect(new Set(items.map(item => item.share))).toEqual(new Set(['assist']));
    const winner = await pull('promoter', 'pr-1', {});
    expect(new Set(winner.items.map(item => item.share))).toEqual(new Set(['promoter']));
  });

  it('that changed can be pulled by their instant of change', async () => {
    service.clock.set('2026-12-02T00:00:00.000Z');
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z', 1, 'o-8'), aReceipt('2026-11-09T00:00:00.000Z', 2, 'o-7'));
    const { items } = await pull('brand', 'br-1', { updatedFrom: '2026-12-02T00:00:00Z' });
    expect(items.length).toBeGreaterThan(0); // o-7 was received before, and looks as it did.
    for (const item of items) expect(item).toMatchObject({ orderId: 'o-8', updatedAt: '2026-12-02T00:00:00.000Z' });
  });

  it('are an empty list for a party without any, and absent for one that nobody knows', async () => {
    expect(await page('promoter', 'pr-idle')).toMatchObject({ items: [], nextCursor: null, control: { count: 0 } });
    await expect(page('promoter', 'pr-unknown')).rejects.toMatchObject({ status: 404, type: 'no-such-party' });
  });

  it('are absent to everyone else', async () => {
    expect((await page('promoter', 'pr-1', {}, promoter)).items.length).toBeGreaterThan(0);
    await expect(page('promoter', 'pr-2', {}, promoter)).rejects.toMatchObject({ status: 404 });
    await expect(page('brand', 'br-1', {}, promoter)).rejects.toMatchObject({ status: 404 });
  });

  it('refuse a cursor of another list', async () => {
    await expect(page('brand', 'br-1', { cursor: 'eyJhIjoxfQ' })).rejects.toMatchObject({ status: 400 });
  });
});
