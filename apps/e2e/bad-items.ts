import { count, fen, id, instant, maybe, rightBody, spoilt, text, word, type Template } from './bad-values';
import type { BadRequest } from './bad-request';

const payment: Template = {
  eventId: id('e-1'),
  type: word('order-paid'),
  occurredAt: instant('2026-11-06T20:00:03+08:00'),
  order: {
    orderId: id('o-bad'),
    buyerId: maybe(id('b-1')),
    brandId: id('br-1'),
    orderedAt: instant('2026-11-06T20:00:00+08:00'),
    paidAt: instant('2026-11-06T20:00:03.125+08:00'),
    payment: { channel: id('wechat'), transactionId: id('4200001'), freightFen: maybe(fen(0)) },
    lines: [
      {
        lineNo: count(1),
        productId: id('p-1'),
        quantity: count(1),
        paidFen: fen(19_900),
        platformSubsidyFen: maybe(fen(500)),
        scene: {
          surface: word('live'),
          accountId: maybe(id('a-9')),
          contentId: maybe(id('stream-77')),
          promotionCode: maybe(id('pc-1')),
          tag: maybe(text('川', 64)),
        },
      },
    ],
  },
};
const refund: Template = {
  eventId: id('e-2'),
  type: word('order-refunded'),
  occurredAt: instant('2026-11-07T10:00:00Z'),
  orderId: id('o-bad'),
  refund: {
    refundId: id('r-1'),
    lineNo: count(1),
    refundFen: fen(5_000),
    subsidyFen: maybe(fen(0)),
    freightFen: maybe(fen(0)),
    reason: maybe(text('quality', 500)),
    transactionId: maybe(id('5000001')),
  },
};
const received: Template = {
  eventId: id('e-3'),
  type: word('order-received'),
  occurredAt: instant('2026-11-09T10:00:00.5-05:30'),
  orderId: id('o-bad'),
};

const touch: Template = {
  touchId: id('t-bad'),
  buyerId: id('b-1'),
  productId: id('p-1'),
  kind: word('click'),
  surface: word('live'),
  accountId: maybe(id('a-9')),
  contentId: maybe(id('stream-77')),
  promotionCode: maybe(id('pc-1')),
  occurredAt: instant('2026-11-06T20:00:03.5+08:00'),
};

type Event = { order: { lines: object[]; payment: object } };
export const rightPayment = () => rightBody(payment) as Event;
export const rightTouch = () => rightBody(touch) as object;

const sprawling = [
  { what: 'a thousand fields', body: Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`f${n}`, n])) },
  { what: 'deep lists', body: JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)) as unknown },
];

/** Events that are malformed, each alone in its webhook: answered 202, and refused one by one. */
export function badEvents(): BadRequest[] {
  const bodies = [payment, refund, received].flatMap(template => spoilt(template));
  const lines = (n: number, change: (line: object, i: number) => object) => {
    const event = rightPayment();
    const [line] = event.order.lines;
    event.order.lines = Array.from({ length: n }, (_, i) => change({ ...line, lineNo: i + 1 }, i));
    return event;
  };
  bodies.push(
    { what: '2,001 lines', body: lines(2_001, line => line) },
    { what: 'no line', body: lines(0, line => line) },
    { what: 'two lines of one number', body: lines(2, line => ({ ...line, lineNo: 1 })) },
    { what: 'an order above 10¹³', body: lines(2, line => ({ ...line, paidFen: 5_000_000_000_001 })) },
    { what: 'half a surrogate pair', body: lines(1, line => ({ ...line, scene: { surface: 'live', tag: '\ud800' } })) },
    ...sprawling,
  );
  return bodies.map(({ what, body }) => ({
    what: `event: ${what}`,
    send: door => door.webhook(JSON.stringify({ events: [body] })),
    refused: 'events',
  }));
}

/** Touches that are malformed, likewise. */
export function badTouches(): BadRequest[] {
  const bodies = [
    ...spoilt(touch),
    { what: 'an order event', body: rightPayment() },
    { what: 'half a surrogate pair', body: { ...rightTouch(), contentId: '\ud800' } },
    ...sprawling,
  ];
  return bodies.map(({ what, body }) => ({
    what: `touch: ${what}`,
    send: door => door.webhook(JSON.stringify({ touches: [body] }), { path: '/v1/touches' }),
    refused: 'events',
  }));
}
