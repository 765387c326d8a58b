import { createHash } from 'node:crypto';
import { touchTakenIn } from '@chuanliu/contracts/gateway/touch-taken-in.v1';
import { canonicalHash } from '../admit-webhooks/canonical-hash';
import { sortTouches } from './sort-touches';

const keyOf = (id: string) => createHash('sha256').update(id).digest('hex');
const sorted = (...touches: unknown[]) => sortTouches('shop-1', touches, keyOf);

const aTouch = (parts: Record<string, unknown> = {}) => ({
  touchId: 't-1',
  buyerId: 'b-1',
  productId: 'p-1',
  kind: 'click',
  surface: 'live',
  occurredAt: '2026-11-06T20:00:03.5+08:00',
  ...parts,
});

describe('sorting a request’s touches', () => {
  it('turns instants to UTC and buyers to keys; the hash is of the touch as received', async () => {
    const touch = aTouch({ accountId: 'a-1', promotionCode: 'pc-1' });
    const { facts } = await sorted(touch);
    expect(touchTakenIn.check(facts[0])).toBe(true);
    expect(facts).toEqual([
      {
        channelId: 'shop-1',
        touchId: 't-1',
        hash: canonicalHash(touch),
        occurredAt: '2026-11-06T12:00:03.500Z',
        buyerKey: keyOf('b-1'),
        productId: 'p-1',
        kind: 'click',
        surface: 'live',
        accountId: 'a-1',
        contentId: null,
        promotionCode: 'pc-1',
      },
    ]);
  });

  it('counts what is there twice, however it was written down, and keeps another content of the same id', async () => {
    const { buyerId, ...rest } = aTouch();
    const { facts, duplicates } = await sorted(aTouch(), { ...rest, buyerId }, aTouch({ kind: 'cart' }));
    expect(facts.map(fact => fact.kind)).toEqual(['click', 'cart']);
    expect(duplicates).toBe(1);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an instant of four decimals', { occurredAt: '2026-11-06T20:00:03.1234+08:00' }, '/occurredAt'],
    ['an instant without an offset', { occurredAt: '2026-11-06T20:00:03' }, '/occurredAt'],
    ['another kind', { kind: 'share' }, '/kind'],
    ['another surface', { surface: 'tv' }, '/surface'],
    ['no buyer', { buyerId: undefined }, '/buyerId'],
    ['a number for an id', { touchId: 7 }, '/touchId'],
    ['an unknown field', { amount: 1 }, '/amount'],
    ['a list where text belongs', { contentId: [1] }, '/contentId'],
  ])('refuses %s, and its neighbours not', async (_, parts, pointer) => {
    const wrong = JSON.parse(JSON.stringify(aTouch({ touchId: 't-2', ...parts }))) as unknown;
    const { facts, refused } = await sorted(aTouch(), wrong, aTouch({ touchId: 't-3' }));
    expect(facts.map(fact => fact.touchId)).toEqual(['t-1', 't-3']);
    expect(refused).toMatchObject([{ index: 1, type: '/problems/gateway/malformed-touch' }]);
    expect(refused[0]!.errors.map(error => error.pointer)).toEqual([pointer]);
  });

  it('refuses what is no touch at all', async () => {
    const { refused } = await sorted(null, [], 't-1', Object.fromEntries(Array.from({ length: 99 }, (_, i) => [i, i])));
    expect(refused.map(({ index, touchId, errors }) => [index, touchId, errors.length])).toEqual([
      [0, null, 1],
      [1, null, 1],
      [2, null, 1],
      [3, null, 1],
    ]);
  });
});
