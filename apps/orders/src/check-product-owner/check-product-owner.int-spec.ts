import { OrdersUnderTest } from '../../test/orders-under-test';
import { aLine, paid } from '../../test/told-facts';

describe('whose the products of an order are', () => {
  let orders: OrdersUnderTest;
  beforeAll(async () => {
    orders = await OrdersUnderTest.open();
  });
  afterAll(() => orders.close());

  const listed = async (orderId: string) =>
    (await orders.exceptions({ orderId })).map(({ kind, lineNo, state }) => [kind, lineNo, state]);
  const soldBy = (brandId: string, ...productIds: string[]) =>
    paid({ brandId, lines: productIds.map((productId, n) => aLine({ lineNo: n + 1, productId })) });

  it('is looked at when the order is paid', async () => {
    await orders.tellProduct('known-1', 'br-1');
    await orders.tellProduct('known-2', 'br-2');
    await orders.tell('known', [soldBy('br-1', 'known-1', 'known-2')]);
    expect(await listed('known')).toEqual([['orders/product-of-other-brand', 2, 'open']]);
    expect(await orders.countRows('order_of_unknown_product', 'known')).toBe(0);
  });

  it('is looked at when the product becomes known after the sale', async () => {
    await orders.tell('before', [soldBy('br-1', 'late-1', 'late-2')]);
    expect(await listed('before')).toEqual([]);
    await orders.tellProduct('late-1', 'br-1');
    await orders.tellProduct('late-2', 'br-2');
    expect(await listed('before')).toEqual([['orders/product-of-other-brand', 2, 'open']]);
    expect(await orders.countRows('order_of_unknown_product', 'before')).toBe(0);
    expect(await orders.countRows('order_to_check', 'before')).toBe(0);
  });

  it('is looked at again when a product goes to another brand, of orders that agreed and of those that did not', async () => {
    await orders.tellProduct('moved', 'br-1');
    await orders.tell('agreed', [soldBy('br-1', 'moved')]);
    await orders.tell('disagreed', [soldBy('br-2', 'moved')]);
    expect(await listed('disagreed')).toEqual([['orders/product-of-other-brand', 1, 'open']]);
    await orders.tellProduct('moved', 'br-2', 2);
    expect(await listed('agreed')).toEqual([['orders/product-of-other-brand', 1, 'open']]);
    expect(await listed('disagreed')).toEqual([['orders/product-of-other-brand', 1, 'cleared']]);
  });

  it('follows the greatest revision, whichever came last', async () => {
    await orders.tellProduct('revised', 'br-1', 2);
    await orders.tellProduct('revised', 'br-2', 1);
    await orders.tell('revised', [soldBy('br-1', 'revised')]);
    expect(await listed('revised')).toEqual([]);
  });

  it('is cleared when a smaller payment sells something else', async () => {
    await orders.tellProduct('foreign', 'br-9');
    await orders.tell('resold', [soldBy('br-1', 'foreign')]);
    await orders.tell('resold', [paid({ lines: [aLine({ productId: 'own' })] }, { eventId: 'e-0', after: -9 })]);
    expect(await listed('resold')).toEqual([
      ['orders/product-of-other-brand', 1, 'cleared'],
      ['orders/conflicting-content', null, 'open'],
    ]);
  });
});
