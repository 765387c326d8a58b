import { RatesOfOrders } from './rates-of-orders';

const ratesOf = (products: number) => ({
  products: new Map(Array.from({ length: products }, (_, n) => [`p-${n}`, { commissionBps: n }])),
  brands: new Map([['br-1', { commissionBps: 500 }]]),
});

it('keeps the rates that each promoter’s orders began by, until those of later ones take their room', () => {
  const [before, noon, after] = ['2026-11-06T03:00:00.000Z', '2026-11-06T04:00:00.000Z', '2026-11-06T05:00:00.000Z'];
  const kept = new RatesOfOrders(32);
  const [first, second, third] = [ratesOf(5), ratesOf(8), ratesOf(6)];
  kept.keep('pr-1', before, first);
  kept.keep('pr-2', noon, ratesOf(7));
  kept.keep('pr-2', noon, second); // In one instant twice: the latter's place in the room, once.
  expect([kept.of('pr-1', before), kept.of('pr-2', noon), kept.of('pr-1', noon)]).toEqual([first, second, undefined]);
  kept.keep('pr-1', after, third);
  expect([kept.of('pr-1', before), kept.of('pr-2', noon), kept.of('pr-1', after)]).toEqual([undefined, second, third]);
  kept.keep('pr-3', after, ratesOf(30));
  expect(['pr-1', 'pr-2', 'pr-3'].map(id => kept.of(id, id === 'pr-2' ? noon : after))).toEqual([
    ...[undefined, undefined, undefined],
  ]);
});

it('counts the room of orders of promoters who have no rates of their own, as most', () => {
  const kept = new RatesOfOrders(60);
  const none = { products: new Map(), brands: new Map() };
  const promoters = Array.from({ length: 100 }, (_, n) => `pr-${n}`);
  for (const promoterId of promoters) kept.keep(promoterId, '2026-11-06T04:00:00.000Z', none);
  const left = promoters.filter(promoterId => kept.of(promoterId, '2026-11-06T04:00:00.000Z'));
  expect(left).toEqual(promoters.slice(-10));
});
