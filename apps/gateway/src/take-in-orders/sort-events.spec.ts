import { createHash } from 'node:crypto';
import { orderEventTakenIn } from '@chuanliu/contracts/gateway/order-event-taken-in.v1';
import { aLine, aPaidOrder, aRefund } from '../../test/order-events';
import { canonicalHash, hashesOf } from '../admit-webhooks/canonical-hash';
import { sortEvents } from './sort-events';

const keyOf = (id: string) => createHash('sha256').update(id).digest('hex');
const sorted = (...events: unknown[]) => sortEvents('shop-1', events, keyOf);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the hash of an event', () => {
  it('is that of its canonical JSON, however it was written down', () => {
    const written = '{ "eventId":"e-1", "b": [1.0, 2e1, "川"], "a": {"z": null, "y": true} }';
    const canonical = '{"a":{"y":true,"z":null},"b":[1,20,"川"],"eventId":"e-1"}';
    expect(canonicalHash(JSON.parse(written) as object)).toBe(sha256(canonical));
  });

  it('has a twin that leaves the eventId out', () => {
    const [one, other] = [hashesOf({ eventId: 'e-1', a: 1 } as never), hashesOf({ eventId: 'e-2', a: 1 } as never)];
    expect(one.hash).not.toBe(other.hash);
    expect(one.contentHash).toBe(other.contentHash);
    expect(one.contentHash).toBe(sha256('{"a":1}'));
  });
});

describe('sorting a request’s events', () => {
  it('fills defaults in, turns instants to UTC and buyers to keys; the hash is of the event as received', async () => {
    const event = aPaidOrder({ orderId: 'o-1', buyerId: 'b-1' });
    const { facts } = await sorted(event);
    expect(orderEventTakenIn.check(facts[0])).toBe(true);
    expect(facts[0]).toMatchObject({
      channelId: 'shop-1',
      orderId: 'o-1',
      hash: canonicalHash(event),
      occurredAt: '2026-11-06T12:00:03.000Z',
      payment: {
        buyerKey: keyOf('b-1'),
        paidAt: '2026-11-06T12:00:03.500Z',
        freightFen: 0,
        lines: [{ platformSubsidyFen: 0, scene: { accountId: null, tag: null } }],
      },
    });
  });

  it('keeps an anonymous buyer anonymous, and what a scene carries', async () => {
    const scene = { surface: 'link', accountId: 'a-1', contentId: 'c-1', promotionCode: 'pc-1', tag: '春' };
    const { facts } = await sorted(aPaidOrder({ lines: [aLine({ scene, platformSubsidyFen: 5 })], freightFen: 7 }));
    expect(facts[0]!.payment).toMatchObject({
      buyerKey: null,
      freightFen: 7,
      lines: [{ scene, platformSubsidyFen: 5 }],
    });
  });

  it('turns a refund into a fact with nothing left open', async () => {
    const { facts } = await sorted(aRefund({ orderId: 'o-1' }));
    expect(orderEventTakenIn.check(facts[0])).toBe(true);
    expect(facts[0]).toMatchObject({
      payment: null,
      refund: { refundFen: 5_000, subsidyFen: 0, freightFen: 0, reason: null, transactionId: null },
    });
  });

  it('makes a fact that keeps its contract of every type', async () => {
    const types = ['order-shipped', 'order-received', 'order-closed'];
    const events = types.map(type => ({ eventId: type, type, occurredAt: '2026-11-06T12:00:00Z', orderId: 'o-1' }));
    const { facts } = await sorted(...events);
    expect(facts.map(fact => [fact.type, orderEventTakenIn.check(fact)])).toEqual(types.map(type => [type, true]));
  });

  it('counts every event once: accepted, repeated or refused', async () => {
    const one = aPaidOrder({ orderId: 'o-1' });
    const sameInOtherWords = { ...structuredClone(one), eventId: one.eventId };
    const otherContent = { ...one, occurredAt: '2026-11-06T20:00:04+08:00' };
    const { facts, duplicates, refused } = await sorted(
      one,
      {},
      sameInOtherWords,
      otherContent,
      'x',
      aRefund({ orderId: 'o-1' }),
    );
    expect([facts.length, duplicates, refused.map(one => one.index)]).toEqual([3, 1, [1, 4]]);
  });

  it('takes one event id of two orders for two events', async () => {
    const event = (orderId: string) => ({ ...aRefund({ orderId }), eventId: 'e-1' });
    expect((await sorted(event('o-1'), event('o-2'))).facts).toHaveLength(2);
  });

  it('names a refused event by its id only where it has one', async () => {
    const { refused } = await sorted({ eventId: 'e-1' }, { eventId: 'not an id' }, { eventId: 7 }, null);
    expect(refused.map(one => one.eventId)).toEqual(['e-1', null, null, null]);
  });
});
