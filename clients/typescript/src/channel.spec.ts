import { FakeApi } from '../test/fake-api';
import { ChuanliuProblem, createChannel, verifyWebhook } from './index';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const taken = { accepted: 1, duplicates: 0, refused: [] };
const busy = { status: 503, headers: { 'retry-after': '0' } };
const touch = {
  ...{ touchId: 't-1', buyerId: 'b-1', productId: 'p-1', kind: 'click' as const, surface: 'live' as const },
  occurredAt: '2026-11-06T19:00:00+08:00',
};

describe('a sales channel', () => {
  it.each([
    ['order events', '/v1/orders/events', { events: [] }],
    ['touches', '/v1/touches', { touches: [touch] }],
  ])('signs %s, and repeats them under the same id while the system is busy', async (_, path, body) => {
    const api = new FakeApi((__, nth) => (nth === 1 ? busy : { status: 202, body: taken }));
    const channel = createChannel({ ...api.options, channelId: 'shop-1', secret });
    const answer = 'touches' in body ? channel.sendTouches(body.touches) : channel.sendOrderEvents(body.events);
    expect(await answer).toEqual(taken);
    const ids = api.seen.map(seen => {
      expect([seen.path, seen.headers.get('x-channel-id'), JSON.parse(seen.body)]).toEqual([path, 'shop-1', body]);
      return verifyWebhook(seen.headers, seen.body, secret).id;
    });
    expect(new Set(ids)).toEqual(new Set([ids[0]]));
    expect(ids).toHaveLength(2);
  });

  it('throws when the whole delivery is refused', async () => {
    const api = new FakeApi(() => ({ status: 401, body: { type: '/problems/webhook-signature-mismatch' } }));
    const channel = createChannel({ ...api.options, channelId: 'shop-1', secret });
    const refusal = channel.sendTouches([touch]);
    await expect(refusal).rejects.toThrow(ChuanliuProblem);
    await expect(refusal).rejects.toMatchObject({ status: 401 });
    expect(api.tokens).toBe(0);
  });
});
