import { createHash, createHmac, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { KafkaJSConnectionError } from 'kafkajs';
import { orderEventTakenIn } from '@chuanliu/contracts/gateway/order-event-taken-in.v1';
import { signWebhook } from '@chuanliu/auth/webhook-signature';
import { DirectProducer } from '@chuanliu/messaging/direct-producer';
import { ChannelSecrets } from '../src/register-channel/channel-secrets';
import { eventsOnTheTopic } from './events-on-the-topic';
import { GatewayUnderTest } from './gateway-under-test';
import { aPaidOrder, aRefund } from './order-events';

let gateway: GatewayUnderTest;
let secret: string;
const channel = 'shop-1';
const send = (events: unknown[], headers?: Record<string, string>) =>
  gateway.webhook(channel, secret, { events }, headers);
const inTopic = async (orderId: string) =>
  (await eventsOnTheTopic(gateway.namespace)).filter(message => message.data.orderId === orderId);

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  secret = await gateway.secretOf(channel);
});
afterAll(() => gateway.stop());

describe('order intake', () => {
  it('makes an order durable in the form that the system keeps, and answers 202', async () => {
    const event = aPaidOrder({ orderId: 'durable-1', buyerId: 'b-1' });
    const answer = await send([event], { 'x-request-id': 'req-1' });
    expect(answer.status).toBe(202);
    expect(answer.json).toEqual({ accepted: 1, duplicates: 0, refused: [] });

    const [message] = await inTopic('durable-1');
    expect(orderEventTakenIn.check(message!.data)).toBe(true);
    expect(message).toMatchObject({
      key: 'shop-1/durable-1',
      headers: { type: 'order-event-taken-in.v1', requestId: 'req-1', eventId: expect.any(String) },
      data: {
        channelId: 'shop-1',
        occurredAt: '2026-11-06T12:00:03.000Z',
        hash: createHash('sha256').update(canonicalize(event)!).digest('hex'),
        payment: {
          buyerKey: createHmac('sha256', gateway.settings.buyerKeySecret).update('b-1').digest('hex'),
          freightFen: 0,
          lines: [{ platformSubsidyFen: 0, scene: { surface: 'live', accountId: null } }],
        },
        refund: null,
      },
    });
    expect(JSON.stringify(message)).not.toContain('"b-1"');
  });

  it('accepts, counts and refuses each event for itself', async () => {
    const paid = aPaidOrder({ orderId: 'mixed-1' });
    const refund = aRefund({ orderId: 'mixed-1' });
    const bad = { ...aRefund({ orderId: 'mixed-1' }), eventId: 'bad-1', refund: { refundId: 'r', lineNo: '1' } };
    const answer = await send([paid, bad, paid, refund, 7]);
    expect(answer.status).toBe(202);
    expect(answer.json).toMatchObject({ accepted: 2, duplicates: 1 });
    expect(answer.json.refused).toEqual([
      {
        index: 1,
        eventId: 'bad-1',
        type: '/problems/gateway/malformed-event',
        title: expect.any(String),
        errors: expect.arrayContaining([
          { pointer: '/refund/lineNo', problem: 'must be a whole number' },
          { pointer: '/refund/refundFen', problem: 'is required' },
        ]),
      },
      expect.objectContaining({ index: 4, eventId: null }),
    ]);
    expect(await inTopic('mixed-1')).toHaveLength(2);
  });

  it('sends two contents of one event id on: which of them holds is for orders to say', async () => {
    const one = aPaidOrder({ orderId: 'conflict-1' });
    const other = { ...one, occurredAt: '2026-11-06T20:00:04+08:00' };
    expect((await send([one, other])).json).toEqual({ accepted: 2, duplicates: 0, refused: [] });
  });

  it('answers 202 when every event is refused', async () => {
    const answer = await send([{ type: 'order-eaten' }]);
    expect(answer.status).toBe(202);
    expect(answer.json).toMatchObject({ accepted: 0, duplicates: 0, refused: [{ index: 0 }] });
  });

  it('gives a replayed webhook its first answer again, byte for byte, and refuses another body', async () => {
    const headers = { 'webhook-id': randomUUID() };
    const events = [aPaidOrder({ orderId: 'replay-1' }), { bad: true }];
    const first = await send(events, headers);
    const second = await send(events, headers);
    expect([second.status, second.text]).toEqual([202, first.text]);
    expect(await inTopic('replay-1')).toHaveLength(1);

    const other = await send([aPaidOrder({ orderId: 'replay-2' })], headers);
    expect([other.status, other.json.type]).toEqual([422, '/problems/idempotency-key-reused']);
    expect(await inTopic('replay-2')).toHaveLength(0);
  });

  it('gives deliveries of one webhook that arrive at once the same answer', async () => {
    const headers = { 'webhook-id': randomUUID() };
    const events = [aPaidOrder({ orderId: 'at-once-1' }), { bad: true }];
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(events, headers)));
    expect(new Set(answers.map(answer => `${answer.status} ${answer.text}`)).size).toBe(1);
  });

  it.each([
    ['unsigned', { 'webhook-signature': '' }, 'webhook-headers-missing'],
    ['without an id', { 'webhook-id': '' }, 'webhook-headers-missing'],
    ['without a channel', { 'x-channel-id': '' }, 'webhook-headers-missing'],
    ['of nobody', { 'x-channel-id': 'shop-9' }, 'unknown-channel'],
    ['with another signature', { 'webhook-signature': `v1,${'A'.repeat(43)}=` }, 'webhook-signature-mismatch'],
    ['with a broken signature', { 'webhook-signature': 'v1,?' }, 'webhook-signature-mismatch'],
    ['without a time', { 'webhook-timestamp': 'yesterday' }, 'webhook-timestamp-out-of-tolerance'],
    [
      'of an hour ago',
      { 'webhook-timestamp': String(Date.now() / 1_000 - 3_600).split('.')[0]! },
      'webhook-timestamp-out-of-tolerance',
    ],
    [
      'of the future',
      { 'webhook-timestamp': String(Date.now() / 1_000 + 3_600).split('.')[0]! },
      'webhook-timestamp-out-of-tolerance',
    ],
  ])('refuses a webhook %s', async (_what, headers, type) => {
    const answer = await send([aPaidOrder({ orderId: 'refused-1' })], headers);
    expect([answer.status, answer.json.type]).toEqual([401, `/problems/gateway/${type}`]);
    expect(await inTopic('refused-1')).toHaveLength(0);
  });

  it.each([
    ['broken JSON', '{"events": [', 'malformed-json'],
    ['no JSON at all', 'hello', 'malformed-json'],
    ['nothing', '', 'malformed-json'],
    ['a list', '[]', 'gateway/malformed-envelope'],
    ['no events', '{"events": []}', 'gateway/malformed-envelope'],
    ['an unknown field', '{"events": [{}], "more": 1}', 'gateway/malformed-envelope'],
    ['501 events', JSON.stringify({ events: Array(501).fill({}) }), 'gateway/malformed-envelope'],
  ])('refuses %s in the envelope', async (_what, body, type) => {
    const answer = await gateway.webhook(channel, secret, body);
    expect([answer.status, answer.json.type]).toEqual([400, `/problems/${type}`]);
  });

  it('takes 500 events and a body of up to 8 MiB, and no larger one', async () => {
    const events = Array.from({ length: 500 }, (_, n) => aPaidOrder({ orderId: `many-${n}` }));
    expect((await send(events)).json).toMatchObject({ accepted: 500 });

    const blanks = ' '.repeat(8 * 1024 * 1024);
    const most = JSON.stringify({ events: [aPaidOrder({ orderId: 'most-1' })] });
    const fitting = await gateway.webhook(channel, secret, most + blanks.slice(most.length));
    expect(fitting.status).toBe(202);
    const larger = await gateway.webhook(channel, secret, `${most}${blanks}`);
    expect([larger.status, larger.json.type]).toEqual([413, '/problems/body-too-large']);
  });

  it('promises nothing while the broker does not take events, and takes the same webhook in afterwards', async () => {
    const headers = { 'webhook-id': randomUUID() };
    const events = [aPaidOrder({ orderId: 'broker-away-1' })];
    const producer = jest.spyOn(DirectProducer.prototype, 'send');
    producer.mockRejectedValueOnce(new KafkaJSConnectionError('connect ECONNREFUSED'));
    const away = await send(events, headers);
    producer.mockRestore();
    expect([away.status, away.json.type]).toEqual([503, '/problems/gateway/intake-unavailable']);
    expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0);

    const back = await send(events, headers);
    expect([back.status, back.json]).toEqual([202, { accepted: 1, duplicates: 0, refused: [] }]);
    expect(await inTopic('broker-away-1')).toHaveLength(1);
  });

  it('lets both secrets sign while a channel rotates, until the old one has run out', async () => {
    const secrets = gateway.app.get(ChannelSecrets);
    const dayAgo = new Date(Date.now() - 25 * 3_600_000);
    const first = await secrets.rotate('rotating', new Date(dayAgo.getTime() - 1_000));
    const second = await secrets.rotate('rotating', dayAgo);
    const third = await secrets.rotate('rotating');
    const by = (by: string) => gateway.webhook('rotating', by, { events: [aPaidOrder({})] });
    expect((await by(first)).status).toBe(401);
    expect((await by(second)).status).toBe(202);
    expect((await by(third)).status).toBe(202);

    const id = randomUUID();
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const body = JSON.stringify({ events: [aPaidOrder({})] });
    const both = [signWebhook(first, { id, timestamp, body }), signWebhook(third, { id, timestamp, body })].join(' ');
    const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': both };
    expect((await gateway.webhook('rotating', first, body, headers)).status).toBe(202);
  });
});
