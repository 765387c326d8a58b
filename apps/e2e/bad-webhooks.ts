import { createHmac, randomUUID } from 'node:crypto';
import { count, fen, id, instant, maybe, rightBody, spoilt, text, word, type Template } from './bad-values';
import type { Door, DoorAnswer } from './door';
import { nowSeconds } from './webhook';

/** A request that must be refused: how it is sent, and the refusal that it earns. */
export interface BadRequest {
  what: string;
  send: (door: Door) => Promise<DoorAnswer>;
  /** `events`: taken in, every event refused; `rows`: read, no row written. */
  refused: Refusal | 'events' | 'rows';
}

export interface Refusal {
  status: number;
  /** Each of which would do. */
  types: string[];
  /** Where the refusal must say that a fault is, or below it. */
  pointer?: string;
}

export const refusedAs = (status: number, ...types: string[]): Refusal => ({
  status,
  types: types.map(type => `/problems/${type}`),
});

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

type Event = { order: { lines: object[]; payment: object } };
const rightPayment = () => rightBody(payment) as Event;
const envelope = (...events: unknown[]) => JSON.stringify({ events });

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
    { what: 'a thousand fields', body: Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`f${n}`, n])) },
    { what: 'deep lists', body: JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)) as unknown },
  );
  return bodies.map(({ what, body }) => ({
    what: `event: ${what}`,
    send: door => door.webhook(envelope(body)),
    refused: 'events',
  }));
}

/** Webhooks that are no list of events, or that nobody signed. */
export function badWebhooks(random: () => number): BadRequest[] {
  const good = envelope(rightPayment());
  const bad: BadRequest[] = [];
  const add = (what: string, refused: Refusal, send: BadRequest['send']) =>
    bad.push({ what: `webhook: ${what}`, refused, send });

  const notJson = refusedAs(400, 'malformed-json');
  for (let n = 0; n < 20; n++) {
    const cut = 1 + Math.floor(random() * (good.length - 2));
    add(`cut after ${cut} bytes`, notJson, door => door.webhook(good.slice(0, cut)));
  }
  const broken = ['', ' ', '{]', "{'events': []}", '{"events": [NaN]}', '{"events": [01]}', `${good},`, '\ufeff{'];
  broken.push('['.repeat(1_000_000));
  for (const body of broken) add(JSON.stringify(body.slice(0, 30)), notJson, door => door.webhook(body));
  add('no UTF-8', notJson, door => door.webhook(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])));
  add('said to be zipped', notJson, door =>
    door.webhook(Buffer.from([0x1f, 0x8b, 8]), {}, { 'content-encoding': 'gzip' }),
  );

  const misshapen = refusedAs(400, 'gateway/malformed-envelope');
  const five01 = Array.from({ length: 501 }, () => rightPayment());
  const envelopes: unknown[] = [
    [],
    null,
    'events',
    7,
    true,
    {},
    { events: null },
    { events: {} },
    { events: 'e' },
    { events: [] },
  ];
  envelopes.push({ events: five01 }, { events: [1], surplus: 1 }, { Events: [1] }, [{ events: [rightPayment()] }]);
  for (const body of envelopes) {
    add(JSON.stringify(body).slice(0, 40), misshapen, door => door.webhook(JSON.stringify(body)));
  }
  add('__proto__ beside events', misshapen, door => door.webhook(`{"__proto__": {"events": [1]}, "events": [1]}`));

  add('9 MiB', refusedAs(413, 'body-too-large'), door => door.webhook(`"${'x'.repeat(9 * 1024 * 1024)}"`));
  for (const type of [
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ]) {
    const refused = refusedAs(400, 'unsupported-content-type');
    add(`as ${type}`, refused, door => door.webhook(good, {}, { 'content-type': type }));
  }

  const missing = refusedAs(401, 'gateway/webhook-headers-missing');
  for (const name of ['x-channel-id', 'webhook-id', 'webhook-timestamp', 'webhook-signature']) {
    add(`without ${name}`, missing, door => door.webhook(good, {}, { [name]: '' }));
  }
  add('an id of 257 characters', missing, door => door.webhook(good, { webhookId: 'x'.repeat(257) }));
  const unknown = refusedAs(401, 'gateway/unknown-channel');
  for (const channel of ['nobody', 'x'.repeat(65), "' OR 1=1 --", '__proto__', '../../etc']) {
    add(`of channel ${channel.slice(0, 20)}`, unknown, door => door.webhook(good, {}, { 'x-channel-id': channel }));
  }
  const ofAnotherTime = refusedAs(401, 'gateway/webhook-timestamp-out-of-tolerance');
  const now = nowSeconds();
  for (const timestamp of [now - 3_600, now - 400, now + 900, 0, now * 1_000, '-1', 'now', '1e9', `${now}.5`]) {
    add(`dated ${timestamp}`, ofAnotherTime, door => door.webhook(good, { timestamp }));
  }
  const forged = refusedAs(401, 'gateway/webhook-signature-mismatch');
  const stranger = createHmac('sha256', 'another secret').update(good).digest('base64');
  for (const signature of [
    'v1,',
    'v1,AAAA',
    `v1,${stranger}`,
    `v2,${stranger}`,
    stranger,
    'v1 v1 v1',
    `v1,${stranger} v1,${stranger}`,
  ]) {
    add(`signed ${signature.slice(0, 12)}`, forged, door => door.webhook(good, {}, { 'webhook-signature': signature }));
  }
  for (let n = 0; n < 10; n++) {
    const stolen = { 'webhook-id': randomUUID() };
    add('signed for another id', forged, door => door.webhook(good, {}, stolen));
  }
  for (let n = 0; n < 5; n++) {
    const webhookId = randomUUID();
    add('an id that came with another body', refusedAs(422, 'idempotency-key-reused'), async door => {
      await door.webhook('{}', { webhookId });
      return door.webhook(good, { webhookId });
    });
  }
  return bad;
}
