import { aLine, aPaidOrder, aRefund } from '../../test/order-events';
import { refusalOfEvent } from './faults-of-event';

const paid = () => aPaidOrder({ orderId: 'o-1', buyerId: 'b-1' });
type Paid = ReturnType<typeof paid>;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the point is to put in what does not belong
type Spoiled = any;

/** A paid order with one thing changed. */
const changed = (change: (event: Spoiled) => void): Paid => {
  const event = structuredClone(paid());
  change(event);
  return event;
};
const placesIn = (event: unknown) => refusalOfEvent(event)?.errors.map(error => error.pointer);
const lines = (count: number, paidFen: number) =>
  Array.from({ length: count }, (_, index) => aLine({ lineNo: index + 1, paidFen }));

describe('an order event', () => {
  it.each([
    paid(),
    aPaidOrder({ orderId: 'anonymous' }),
    aPaidOrder({ lines: lines(2_000, 1) }),
    aPaidOrder({ lines: [aLine({ paidFen: 0, platformSubsidyFen: 0 })] }),
    aRefund({ orderId: 'o-1' }),
    ...['order-shipped', 'order-received', 'order-closed'].map(type => ({
      eventId: 'e-1',
      type,
      occurredAt: '2026-11-06T12:00:00.123Z',
      orderId: 'o-1',
    })),
  ])('is accepted when it is well-formed (%#)', event => {
    expect(refusalOfEvent(event)).toBeNull();
  });

  it.each<[string, (event: Spoiled) => void, string]>([
    ['an id with a blank', event => (event.eventId = 'e 1'), '/eventId'],
    ['an id of 65 characters', event => (event.eventId = 'e'.repeat(65)), '/eventId'],
    ['an id that is a number', event => (event.order.orderId = 7), '/order/orderId'],
    ['no event id', event => delete event.eventId, '/eventId'],
    ['no type', event => delete event.type, '/type'],
    ['an unknown type', event => (event.type = 'order-eaten'), '/type'],
    ['a type that is no text', event => (event.type = ['order-paid']), '/type'],
    ['an instant without an offset', event => (event.occurredAt = '2026-11-06T20:00:03'), '/occurredAt'],
    ['four decimals', event => (event.occurredAt = '2026-11-06T20:00:03.1234Z'), '/occurredAt'],
    ['a day that is none', event => (event.order.paidAt = '2026-02-30T00:00:00Z'), '/order/paidAt'],
    ['seconds since 1970', event => (event.order.orderedAt = 1_700_000_000), '/order/orderedAt'],
    ['an unknown field', event => (event.note = 'x'), '/note'],
    ['an unknown field of the order', event => (event.order.note = 'x'), '/order/note'],
    ['an unknown field of a line', event => (event.order.lines[0].sku = 'x'), '/order/lines/0/sku'],
    ['an unknown field of a scene', event => (event.order.lines[0].scene.room = 'x'), '/order/lines/0/scene/room'],
    ['an orderId beside the order', event => (event.orderId = 'o-1'), '/orderId'],
    ['a buyer that is null', event => (event.order.buyerId = null), '/order/buyerId'],
    ['no lines', event => (event.order.lines = []), '/order/lines'],
    ['2,001 lines', event => (event.order.lines = lines(2_001, 1)), '/order/lines'],
    ['lines that are no list', event => (event.order.lines = {}), '/order/lines'],
    ['an amount that is text', event => (event.order.lines[0].paidFen = '100'), '/order/lines/0/paidFen'],
    ['an amount with decimals', event => (event.order.lines[0].paidFen = 1.5), '/order/lines/0/paidFen'],
    ['an amount below zero', event => (event.order.lines[0].paidFen = -1), '/order/lines/0/paidFen'],
    ['an amount over the largest', event => (event.order.lines[0].paidFen = 1e13 + 1), '/order/lines/0/paidFen'],
    ['a quantity of 0', event => (event.order.lines[0].quantity = 0), '/order/lines/0/quantity'],
    ['a quantity no column holds', event => (event.order.lines[0].quantity = 2 ** 31), '/order/lines/0/quantity'],
    ['a line number of 0', event => (event.order.lines[0].lineNo = 0), '/order/lines/0/lineNo'],
    ['an unknown surface', event => (event.order.lines[0].scene.surface = 'radio'), '/order/lines/0/scene/surface'],
    ['no scene', event => delete event.order.lines[0].scene, '/order/lines/0/scene'],
    ['a tag of 65 characters', event => (event.order.lines[0].scene.tag = '川'.repeat(65)), '/order/lines/0/scene/tag'],
    ['half a character', event => (event.order.lines[0].scene.tag = '\ud800'), '/order/lines/0/scene/tag'],
    ['no transaction', event => delete event.order.payment.transactionId, '/order/payment/transactionId'],
    ['freight that is text', event => (event.order.payment.freightFen = '0'), '/order/payment/freightFen'],
  ])('is refused for %s, and the place is named', (_what, change, pointer) => {
    expect(placesIn(changed(change))).toEqual([pointer]);
  });

  it('has every fault told', () => {
    const event = changed(paid => {
      delete paid.eventId;
      paid.order.lines[0].paidFen = '1';
      paid.order.payment.note = 1;
    });
    expect(placesIn(event)!.sort()).toEqual(['/eventId', '/order/lines/0/paidFen', '/order/payment/note']);
  });

  it('may not use a line number twice', () => {
    const refusal = refusalOfEvent(aPaidOrder({ lines: [aLine(), aLine({ lineNo: 2 }), aLine()] }));
    expect(refusal).toMatchObject({
      type: '/problems/gateway/repeated-line-number',
      errors: [{ pointer: '/order/lines/2/lineNo' }],
    });
  });

  it('may come to 10¹³ fen with freight and subsidies, and to no fen more', () => {
    const order = (freightFen: number) =>
      aPaidOrder({
        freightFen,
        lines: [aLine({ paidFen: 6e12 }), aLine({ lineNo: 2, paidFen: 1e12, platformSubsidyFen: 2e12 })],
      });
    expect(refusalOfEvent(order(1e12))).toBeNull();
    expect(refusalOfEvent(order(1e12 + 1))).toMatchObject({ type: '/problems/gateway/order-too-large' });
    expect(refusalOfEvent(aPaidOrder({ lines: lines(2_000, 1e13) }))).toMatchObject({
      type: '/problems/gateway/order-too-large',
    });
  });

  it.each([null, 7, 'order-paid', [], [{}], true])('is an object, not %j', event => {
    expect(placesIn(event)).toEqual(['']);
  });

  it('is not searched for faults where it sprawls', () => {
    const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`field-${n}`, n]));
    expect(placesIn(wide)).toEqual(['']);
    expect(placesIn(changed(event => (event.order.lines = Array(300_000).fill({}))))).toEqual(['/order/lines']);
    let deep: unknown = 'bottom';
    for (let level = 0; level < 50_000; level += 1) deep = [deep];
    expect(placesIn(changed(event => (event.order.payment = deep)))).toHaveLength(1);
  });

  it('answers a long field name shortly', () => {
    const [fault] = refusalOfEvent(changed(event => (event['x'.repeat(100_000)] = 1)))!.errors;
    expect(fault!.pointer.length).toBeLessThan(300);
  });

  it('is not fooled by a field named __proto__', () => {
    const event: unknown = JSON.parse('{"__proto__": {"type": "order-shipped"}, "eventId": "e"}');
    expect(placesIn(event)).toEqual(['/type']);
  });
});
