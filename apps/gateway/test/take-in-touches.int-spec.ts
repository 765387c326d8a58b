import { createHmac, randomUUID } from 'node:crypto';
import { touchTakenIn } from '@chuanliu/contracts/gateway/touch-taken-in.v1';
import { topics } from '@chuanliu/contracts/topics';
import { eventsOnTheTopic } from './events-on-the-topic';
import { GatewayUnderTest } from './gateway-under-test';

let gateway: GatewayUnderTest;
let secret: string;
const channel = 'shop-1';
const send = (body: unknown, headers?: Record<string, string>) =>
  gateway.webhook(channel, secret, body, headers, '/v1/touches');
const aTouch = (touchId: string, parts: Record<string, unknown> = {}) => ({
  touchId,
  buyerId: 'b-1',
  productId: 'p-1',
  kind: 'click',
  surface: 'link',
  promotionCode: 'pc-1',
  occurredAt: '2026-11-06T20:00:00+08:00',
  ...parts,
});

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  secret = await gateway.secretOf(channel);
});
afterAll(() => gateway.stop());

describe('touch intake', () => {
  it('makes touches durable under their buyer’s key, each for itself, and answers 202', async () => {
    const answer = await send({ touches: [aTouch('t-1'), aTouch('t-2', { kind: 'stare' }), aTouch('t-1')] });
    expect(answer.status).toBe(202);
    expect(answer.json).toEqual({
      accepted: 1,
      duplicates: 1,
      refused: [
        {
          index: 1,
          touchId: 't-2',
          type: '/problems/gateway/malformed-touch',
          title: expect.any(String),
          errors: [{ pointer: '/kind', problem: expect.any(String) }],
        },
      ],
    });

    const [message, ...more] = await eventsOnTheTopic(gateway.namespace, topics.touches.name);
    expect(more).toEqual([]);
    expect(touchTakenIn.check(message!.data)).toBe(true);
    const buyerKey = createHmac('sha256', gateway.settings.buyerKeySecret).update('b-1').digest('hex');
    expect(message).toMatchObject({
      key: buyerKey,
      headers: { type: 'touch-taken-in.v1' },
      data: { channelId: channel, touchId: 't-1', buyerKey, occurredAt: '2026-11-06T12:00:00.000Z' },
    });
    expect(JSON.stringify(message)).not.toContain('"b-1"');
  });

  it('gives a delivery that comes again its first answer, and another body under its id none', async () => {
    const headers = { 'webhook-id': randomUUID() };
    const first = await send({ touches: [aTouch('t-3')] }, headers);
    const again = await send({ touches: [aTouch('t-3')] }, headers);
    expect([again.status, again.text]).toEqual([202, first.text]);
    expect((await send({ touches: [aTouch('t-4')] }, headers)).status).toBe(422);
  });

  it('takes a thousand at once, and refuses an envelope that is none', async () => {
    const touches = Array.from({ length: 1_001 }, (_, i) => aTouch(`many-${i}`));
    expect((await send({ touches: touches.slice(1) })).json).toMatchObject({ accepted: 1_000 });
    for (const body of [{ touches }, { touches: [] }, { events: [aTouch('t-5')] }, [], '{']) {
      const { status, json } = await send(body);
      expect([status, json.type]).toEqual([
        400,
        expect.stringMatching(/^\/problems\/(gateway\/malformed-envelope|malformed-json)$/),
      ]);
    }
  });

  it('is for signed requests alone', async () => {
    const answer = await send({ touches: [aTouch('t-6')] }, { 'webhook-signature': 'v1,AAAA' });
    expect([answer.status, answer.json.type]).toEqual([401, '/problems/gateway/webhook-signature-mismatch']);
  });
});
