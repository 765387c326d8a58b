import { refusalOfSignature } from '@chuanliu/auth/webhook-signature';
import { DueDeliveries } from '../src/deliver/due-deliveries';
import { ForgetDeliveries } from '../src/forget-deliveries/forget-deliveries';
import { AReceiver, type Received } from './a-receiver';
import { asBrand, asPromoter, PushUnderTest } from './push-under-test';

const start = '2026-11-06T12:00:00.000Z';
const later = (seconds: number, from = start) => new Date(Date.parse(from) + seconds * 1_000).toISOString();
const HOUR = 3_600;
const DAY = 24 * HOUR;

/** What a receiver checks, by nothing but its own secret. */
const refusal = (received: Received, secret: string, now: string) =>
  refusalOfSignature(
    [secret],
    {
      id: received.headers['webhook-id'] as string,
      timestamp: received.headers['webhook-timestamp'] as string,
      body: received.raw,
    },
    received.headers['webhook-signature'] as string,
    Date.parse(now) / 1_000,
  );

describe('a delivery', () => {
  let push: PushUnderTest;
  let receiver: AReceiver;
  const pr1 = asPromoter('pr-1');
  beforeAll(async () => {
    push = await PushUnderTest.start();
  });
  afterAll(() => push.stop());
  beforeEach(async () => {
    receiver = await AReceiver.open();
    push.itIs(start);
  });
  afterEach(async () => {
    for (const { id } of (await push.call('GET', '/v1/webhooks?limit=200')).body.items)
      await push.call('DELETE', `/v1/webhooks/${id}`);
    await receiver.close();
  });

  it('is signed, carries one id in header, body and list, and is delivered once', async () => {
    const { id, secret } = await push.webhook(`${receiver.url}/in?shop=1`, pr1);
    const { status, body } = await push.test(id, pr1);
    expect(status).toBe(202);
    const [received] = await receiver.until(1);
    expect(received).toMatchObject({
      path: '/in?shop=1',
      headers: { 'content-type': 'application/json', 'webhook-id': body.deliveryId },
      body: { id: body.deliveryId, type: 'webhook.test', occurredAt: start, data: { webhookId: id } },
    });
    expect(refusal(received!, secret, start)).toBeNull();
    expect(refusal({ ...received!, raw: received!.raw.replace('webhook.test', 'sale.settled') }, secret, start)).toBe(
      'signature-mismatch',
    );
    const delivery = { id: body.deliveryId, state: 'delivered', attempts: 1, answerStatus: 204, fault: null };
    expect(await push.untilDelivery(id, { state: 'delivered' })).toMatchObject(delivery);
    push.itIs(later(DAY));
    await push.test(id);
    await receiver.until(2);
    expect(receiver.received).toHaveLength(2);
  });

  it('is tried again after errors, later each time, under the same id and with a fresh signature', async () => {
    receiver.answers(500);
    const { id, secret } = await push.webhook(receiver.url, pr1);
    await push.test(id);
    const first = await push.untilDelivery(id, { attempts: 1, fault: 'refused' });
    expect(first).toMatchObject({ state: 'pending', answerStatus: 500 });
    const wait = Date.parse(first.nextAttemptAt as string) - Date.parse(start);
    expect(wait).toBeGreaterThanOrEqual(4_000);
    expect(wait).toBeLessThanOrEqual(6_000);
    await push.untilWebhook(id, { state: 'active', failingSince: start });

    receiver.answers(502);
    push.itIs(later(10));
    await push.untilDelivery(id, { attempts: 2, answerStatus: 502 });
    receiver.accepts();
    push.itIs(later(60));
    await receiver.until(3);
    await push.untilDelivery(id, { state: 'delivered', attempts: 3 });
    expect(new Set(receiver.received.map(one => one.headers['webhook-id'])).size).toBe(1);
    expect(refusal(receiver.received[2]!, secret, later(60))).toBeNull();
    expect(refusal(receiver.received[0]!, secret, later(600))).toBe('timestamp-too-old');
    await push.untilWebhook(id, { failingSince: null });
  });

  it.each([429, 503])('waits as long as a %i asks for', async status => {
    receiver.answers(status, { 'retry-after': '900' });
    const { id } = await push.webhook(receiver.url, pr1);
    await push.test(id);
    const { nextAttemptAt } = await push.untilDelivery(id, { attempts: 1, fault: 'refused' });
    expect(nextAttemptAt).toBe(later(900));
  });

  it('follows no redirect', async () => {
    const elsewhere = await AReceiver.open();
    receiver.answers(302, { location: elsewhere.url });
    const { id } = await push.webhook(receiver.url, pr1);
    await push.test(id);
    await push.untilDelivery(id, { attempts: 1, answerStatus: 302, fault: 'refused' });
    expect(elsewhere.received).toEqual([]);
    await elsewhere.close();
  });

  it('that meets 410 disables the webhook; what waited can be replayed once it is enabled', async () => {
    receiver.answers(410);
    const { id } = await push.webhook(receiver.url, pr1);
    await push.test(id);
    await push.untilDelivery(id, { state: 'dead', answerStatus: 410 });
    await push.untilWebhook(id, { state: 'disabled', disabledBecause: 'gone' });
    expect((await push.test(id)).body).toMatchObject({ status: 409, type: '/problems/push/webhook-disabled' });
    const replay = `/v1/webhooks/${id}/deliveries/replay`;
    expect((await push.call('POST', replay, pr1, { state: 'dead' })).status).toBe(409);

    receiver.accepts();
    const change = { url: receiver.url, events: ['*'], state: 'active' };
    const enabled = await push.call('PUT', `/v1/webhooks/${id}`, pr1, change);
    expect(enabled.body).toMatchObject({ state: 'active', disabledBecause: null, failingSince: null });
    const replayed = await push.call('POST', replay, pr1, { state: 'dead' });
    expect([replayed.status, replayed.body]).toEqual([202, { replayed: 1 }]);
    await receiver.until(2);
    await push.untilDelivery(id, { state: 'delivered' });
  });

  it('is dead after 24 hours of failures, and can be sent again by itself or with others of its time', async () => {
    receiver.answers(500);
    const { id } = await push.webhook(receiver.url, pr1);
    await push.test(id);
    await push.untilDelivery(id, { attempts: 1, fault: 'refused' });
    push.itIs(later(DAY - 1));
    const dead = await push.untilDelivery(id, { state: 'dead', attempts: 2 });
    expect(dead).toMatchObject({ answerStatus: 500, nextAttemptAt: null });
    expect((await push.deliveries(id, '?state=dead')).map(one => one.id)).toEqual([dead.id]);

    const of = (path: string, body?: object) => push.call('POST', `/v1/webhooks/${id}/deliveries/${path}`, pr1, body);
    expect((await of('replay', { state: 'dead', from: later(60) })).body).toEqual({ replayed: 0 });
    receiver.answers(502);
    expect((await of(`${dead.id as string}/replay`)).body).toEqual({ replayed: 1 });
    await push.untilDelivery(id, { state: 'pending', attempts: 3, answerStatus: 502 });
    expect((await of(`${dead.id as string}/replay`)).body.type).toBe('/problems/push/delivery-pending');
    expect((await of('dv-0/replay')).body.type).toBe('/problems/push/no-such-delivery');
    push.itIs(later(3 * DAY));
    await push.untilDelivery(id, { state: 'dead' });
    receiver.accepts();
    expect((await of('replay', { state: 'dead', from: start, to: later(1) })).body).toEqual({ replayed: 1 });
    await push.untilDelivery(id, { state: 'delivered' });
    expect((await of(`${dead.id as string}/replay`)).body).toEqual({ replayed: 1 });
    await receiver.until(6);
  });

  it('that is not answered in time has failed, and keeps no other receiver waiting', async () => {
    const stuck = await AReceiver.open();
    let [underWay, most] = [0, 0];
    stuck.answers((_, response) => {
      most = Math.max(most, ++underWay);
      response.on('close', () => underWay--);
    });
    const { id: slow } = await push.webhook(stuck.url, asBrand('br-slow'));
    for (let n = 0; n < 40; n++) await push.test(slow);
    const { id: quick } = await push.webhook(receiver.url, pr1);
    for (let n = 0; n < 20; n++) await push.test(quick);
    await receiver.until(20);
    await stuck.until(2);
    expect(most).toBe(2); // As many as may be under way to one webhook.
    await push.call('DELETE', `/v1/webhooks/${slow}`);
    await stuck.close();
  });

  it('times out after 15 s', async () => {
    receiver.answers(() => undefined);
    const { id } = await push.webhook(receiver.url, pr1);
    const began = Date.now();
    await push.test(id);
    await push.untilDelivery(id, { attempts: 1, fault: 'timeout', answerStatus: null });
    expect(Date.now() - began).toBeGreaterThan(14_000);
  });

  it('to nobody who listens has failed', async () => {
    const { id } = await push.webhook('http://127.0.0.1:9/', pr1);
    await push.test(id);
    await push.untilDelivery(id, { attempts: 1, fault: 'no-connection', answerStatus: null });
  });

  it('is signed with both secrets for 24 hours after a rotation, then with the new one', async () => {
    const { id, secret: former } = await push.webhook(receiver.url, pr1);
    const { status, body } = await push.call('POST', `/v1/webhooks/${id}/secret`, pr1);
    expect([status, body.id]).toEqual([201, id]);
    expect(body.secret).not.toBe(former);
    await push.test(id);
    await receiver.until(1);
    const both = receiver.received[0]!;
    expect([former, body.secret as string].map(secret => refusal(both, secret, start))).toEqual([null, null]);

    const after = later(DAY);
    push.itIs(after);
    await push.test(id);
    await receiver.until(2);
    const one = receiver.received[1]!;
    expect([former, body.secret as string].map(secret => refusal(one, secret, after))).toEqual([
      'signature-mismatch',
      null,
    ]);
  });

  it('that fails for five days, as all others did, disables the webhook and says so', async () => {
    receiver.answers(500);
    const { id } = await push.webhook(receiver.url, pr1);
    await push.test(id);
    await push.untilDelivery(id, { attempts: 1, fault: 'refused' });
    await push.untilWebhook(id, { failingSince: start });
    push.itIs(later(DAY));
    await push.untilDelivery(id, { state: 'dead' });
    push.itIs(later(5 * DAY));
    await push.test(id);
    await push.untilDelivery(id, { attempts: 1, fault: 'refused' });
    expect((await push.call('GET', `/v1/webhooks/${id}`)).body.state).toBe('active'); // A new message has its day.
    push.itIs(later(6 * DAY - 1));
    await push.untilWebhook(id, { state: 'disabled', disabledBecause: 'only-failures', failingSince: start });
  });

  it('is lost by no restart: what was under way is tried again at once', async () => {
    receiver.answers(() => undefined);
    const { id } = await push.webhook(receiver.url, pr1);
    await push.test(id);
    await receiver.until(1);
    receiver.accepts();
    await push.restart();
    await receiver.until(2);
    const [first, second] = receiver.received;
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    await push.untilDelivery(id, { state: 'delivered' });
  });

  it('is taken over from a process that died, once its lease has run out', async () => {
    const { id } = await push.webhook(receiver.url, pr1);
    push.itIs('2000-01-01T00:00:00.000Z'); // Nothing is due in this process.
    await push.test(id);
    await receiver.until(1);
    await push.untilDelivery(id, { state: 'delivered' });
    await push.database.write(`UPDATE delivery SET state = 'pending', due_at = ? WHERE webhook_id = ?`, [
      '2026-11-06 12:01:00.000',
      id,
    ]);
    push.itIs(later(59));
    await new Promise(resolve => setTimeout(resolve, 1_500));
    expect(receiver.received).toHaveLength(1);
    push.itIs(later(61));
    await receiver.until(2);
  });

  it('is taken by one of several instances that look at once', async () => {
    receiver.answers(503, { 'retry-after': '9000' });
    const { id } = await push.webhook(receiver.url, pr1);
    for (let n = 0; n < 12; n++) await push.test(id);
    await receiver.until(12);
    await push.untilDelivery(id, { attempts: 1, fault: 'refused' });
    const due = push.part(DueDeliveries); // By a clock of their own: the service's own loop has nothing to do.
    const takes = await Promise.all([1, 2, 3].map(() => due.take(later(3 * HOUR), 5, () => 5)));
    const taken = takes.flat().map(one => one.deliveryId);
    expect(taken).toHaveLength(12);
    expect(new Set(taken).size).toBe(12);
  });

  it('is forgotten a week after it arrived, and a month after it died', async () => {
    const { id } = await push.webhook(receiver.url, pr1);
    await push.test(id);
    await push.untilDelivery(id, { state: 'delivered' });
    const forget = push.part(ForgetDeliveries);
    await forget.run(later(7 * DAY));
    expect(await push.deliveries(id)).toHaveLength(1);
    await forget.run(later(7 * DAY + 1));
    expect(await push.deliveries(id)).toHaveLength(0);
    receiver.answers(410);
    await push.test(id);
    await push.untilDelivery(id, { state: 'dead' });
    await forget.run(later(30 * DAY));
    expect(await push.deliveries(id)).toHaveLength(1);
    await forget.run(later(30 * DAY + 1));
    expect(await push.deliveries(id)).toHaveLength(0);
  });

  it('lists page by page, with a control of the whole list', async () => {
    const { id } = await push.webhook(receiver.url, pr1);
    for (let n = 0; n < 5; n++) await push.test(id);
    await receiver.until(5);
    const ids: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await push.call('GET', `/v1/webhooks/${id}/deliveries?limit=2${cursor}`, pr1);
      expect(body.control).toMatchObject({ count: 5, sumFen: 0 });
      ids.push(...(body.items as Array<{ id: string }>).map(item => item.id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(new Set(ids).size).toBe(5);
  });
});
