import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '@chuanliu/database/database';
import { withEndlessPatience } from '@chuanliu/testing/with-endless-patience';
import { hashOfKey } from '../src/answer-once/seal-answer';
import { answerJson, GatewayUnderTest } from './gateway-under-test';

let gateway: GatewayUnderTest;
const finance = { role: 'finance', personId: 'p-1' } as const;
const operator = { role: 'operator' } as const;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
beforeEach(() => {
  gateway.asked.length = 0;
  gateway.behind = (_asked, response) => answerJson(response, 200, { ok: true });
});
afterAll(() => gateway.stop());

describe('passing requests on', () => {
  it('sends a request to the service that owns it, with the token, the request id and the trace', async () => {
    const headers = { 'x-request-id': 'r-1', traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
    const path = '/v1/brands/br-1/sales?from=2026-01-01T00:00:00%2B08:00&limit=5';
    const answer = await gateway.call({ role: 'brand', partyId: 'br-1' }, 'GET', path, undefined, headers);
    expect([answer.status, answer.json]).toEqual([200, { ok: true }]);
    const [asked] = gateway.asked;
    expect(asked).toMatchObject({ service: 'commissions', method: 'GET', url: path });
    expect(asked!.headers['x-request-id']).toBe('r-1');
    expect(asked!.headers.authorization).toMatch(/^Bearer /);
    expect(asked!.headers.traceparent).toMatch(
      /^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)[0-9a-f]{16}-01$/,
    );
    expect(answer.headers.get('x-request-id')).toBe('r-1');
  });

  it('passes a refusal of the service on as it is', async () => {
    gateway.behind = (_asked, response) => answerJson(response, 404, { type: '/problems/no-such-party', status: 404 });
    const answer = await gateway.call(operator, 'GET', '/v1/brands/br-9');
    expect([answer.status, answer.json]).toEqual([404, { type: '/problems/no-such-party', status: 404 }]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('lets nobody in without a valid token', async () => {
    const headers = { authorization: 'Bearer not.a.token' };
    expect((await gateway.call(null, 'GET', '/v1/brands/br-1')).status).toBe(401);
    expect((await gateway.call(null, 'GET', '/v1/brands/br-1', undefined, headers)).status).toBe(401);
    expect(gateway.asked).toEqual([]);
  });

  it.each([
    '/v1/nothing',
    '/v1/brands/br-1/secrets',
    '/internal/progress',
    '/metrics',
    '/health/live',
    '/v1/health/ready',
    '/v1/he%61lth/live',
  ])('has nothing at %s for anyone outside', async path => {
    const answer = await gateway.call(operator, 'GET', path);
    expect([answer.status, answer.json.type]).toEqual([404, '/problems/no-such-route']);
    expect(gateway.asked).toEqual([]);
  });

  it('streams a long answer as it comes', async () => {
    let end!: () => void;
    gateway.behind = (_asked, response) => {
      response.writeHead(200, { 'content-type': 'text/csv', 'content-disposition': 'attachment' });
      response.write('first\n');
      end = () => response.end('last\n');
    };
    const authorization = `Bearer ${await gateway.token(finance)}`;
    const answer = await fetch(`${gateway.url}/v1/ledger/journal?format=csv`, { headers: { authorization } });
    const reader = answer.body!.getReader();
    expect(Buffer.from((await reader.read()).value).toString()).toBe('first\n');
    end();
    expect(Buffer.from((await reader.read()).value).toString()).toBe('last\n');
    expect(answer.headers.get('content-disposition')).toBe('attachment');
  });

  it('passes a deletion on, and its empty answer back', async () => {
    gateway.behind = (_asked, response) => response.writeHead(204).end();
    const answer = await gateway.call(operator, 'DELETE', '/v1/promoters/pr-1/picks/pk-1');
    expect([answer.status, answer.text]).toEqual([204, '']);
  });

  it('passes what a deletion says on, and that it says nothing', async () => {
    gateway.behind = (_asked, response) => response.writeHead(204).end();
    const hold = '/v1/orders/o-1/lines/1/hold';
    await gateway.call(finance, 'DELETE', hold, { reason: '已核实' });
    await gateway.call(finance, 'DELETE', hold);
    await gateway.call(finance, 'DELETE', hold, undefined, { 'content-type': 'application/json' });
    expect(gateway.asked.map(({ body }) => body)).toEqual(['{"reason":"已核实"}', '', '']);
    expect(gateway.asked[0]!.headers['content-type']).toBe('application/json');
  });

  it('says 503 and when to come back while a service cannot be reached', async () => {
    gateway.behind = (_asked, response) => response.destroy();
    const answer = await gateway.call(operator, 'GET', '/v1/brands/br-1');
    expect([answer.status, answer.json.type]).toEqual([503, '/problems/gateway/service-unavailable']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('shows no service a buyer’s clear id', async () => {
    const key = createHmac('sha256', gateway.settings.buyerKeySecret).update('b-1').digest('hex');
    await gateway.call(operator, 'PUT', '/v1/promoters/pr-1', { name: '小川', kind: 'person', buyerIds: ['b-1'] });
    await gateway.call(finance, 'GET', '/v1/brands/br-1/river/members/b-1?at=2026-01-01T00:00:00Z');
    expect(JSON.parse(gateway.asked[0]!.body)).toEqual({ name: '小川', kind: 'person', buyerKeys: [key] });
    expect(gateway.asked[1]!.url).toBe(`/v1/brands/br-1/river/members/${key}?at=2026-01-01T00:00:00Z`);
    expect(JSON.stringify(gateway.asked)).not.toContain('"b-1"');
  });

  it('refuses a body over 1 MiB, however it comes', async () => {
    const large = 'x'.repeat(1024 * 1024 + 1);
    const answer = await gateway.call(operator, 'PUT', '/v1/brands/br-1', large);
    expect([answer.status, answer.json.type]).toEqual([413, '/problems/body-too-large']);
    expect(gateway.asked).toEqual([]);
  });
});

describe('an idempotency key', () => {
  let n = 0;
  const key = () => ({ 'idempotency-key': `key-${(n += 1)}` });
  const payout = (body: unknown, headers: Record<string, string>, caller: typeof finance | typeof operator = finance) =>
    gateway.call(caller, 'POST', '/v1/payouts', body, headers);

  it('gives a repeat the first answer, byte for byte, and carries it out once', async () => {
    let count = 0;
    gateway.behind = (_asked, response) => {
      response.writeHead(201, { 'content-type': 'application/json', location: '/v1/payouts/1' });
      response.end(`{ "payoutId":  "${(count += 1)}" }`);
    };
    const headers = key();
    const first = await payout({ party: 'promoter:pr-1' }, headers);
    const second = await payout({ party: 'promoter:pr-1' }, headers);
    expect(first).toMatchObject({ status: 201, text: '{ "payoutId":  "1" }' });
    expect([second.status, second.text, second.headers.get('location')]).toEqual([201, first.text, '/v1/payouts/1']);
    expect(gateway.asked).toHaveLength(1);
  });

  it('is refused for another body, another address, and kept apart by client', async () => {
    const headers = key();
    await payout({ party: 'promoter:pr-1' }, headers);
    const otherBody = await payout({ party: 'promoter:pr-2' }, headers);
    const otherPath = await gateway.call(finance, 'POST', '/v1/adjustments', { party: 'promoter:pr-1' }, headers);
    for (const answer of [otherBody, otherPath]) {
      expect([answer.status, answer.json.type]).toEqual([422, '/problems/idempotency-key-reused']);
    }
    expect((await payout({ party: 'promoter:pr-2' }, headers, operator)).status).toBe(200);
  });

  it('keeps a refusal as well', async () => {
    const headers = key();
    gateway.behind = (_asked, response) => answerJson(response, 422, { type: '/problems/settlement/too-little' });
    expect((await payout({}, headers)).status).toBe(422);
    gateway.behind = (_asked, response) => answerJson(response, 201, {});
    expect((await payout({}, headers)).status).toBe(422);
  });

  it.each([500, 503, 429, 401])('does not keep an answer of %i: the request can be tried again', async status => {
    const headers = key();
    gateway.behind = (_asked, response) => answerJson(response, status, {});
    expect((await payout({}, headers)).status).toBe(status);
    gateway.behind = (_asked, response) => answerJson(response, 201, {});
    expect((await payout({}, headers)).status).toBe(201);
  });

  it('does not keep that a service could not be reached', async () => {
    const headers = key();
    gateway.behind = (_asked, response) => response.destroy();
    expect((await payout({}, headers)).status).toBe(503);
    gateway.behind = (_asked, response) => answerJson(response, 201, {});
    expect((await payout({}, headers)).status).toBe(201);
  });

  it('lets a repeat that comes meanwhile wait for the first answer', async () => {
    const headers = key();
    gateway.behind = (_asked, response) =>
      void sleep(300).then(() => answerJson(response, 201, { n: gateway.asked.length }));
    await withEndlessPatience(async () => {
      const answers = await Promise.all([payout({}, headers), payout({}, headers), payout({}, headers)]);
      expect(answers.map(answer => answer.text)).toEqual(Array(3).fill('{"n":1}'));
    });
    expect(gateway.asked).toHaveLength(1);
  });

  it('runs out when whoever claimed it has died', async () => {
    const headers = key();
    const database = gateway.app.get(Database);
    await payout({}, headers);
    const leaveClaimed = (claimedAt: string) =>
      database.transaction(tx =>
        tx.execute(
          `UPDATE idempotency_key SET state = 'claimed', sealed_answer = NULL, claimed_at = ? WHERE key_hash = ?`,
          [claimedAt, hashOfKey(headers['idempotency-key'])],
        ),
      );
    await leaveClaimed(new Date().toISOString().slice(0, 19).replace('T', ' '));
    const tooEarly = await payout({}, headers);
    expect([tooEarly.status, tooEarly.json.type]).toEqual([409, '/problems/request-in-progress']);
    expect(tooEarly.headers.get('retry-after')).toBe('2');

    await leaveClaimed('2020-01-01 00:00:00');
    gateway.behind = (_asked, response) => answerJson(response, 201, { again: true });
    expect((await payout({}, headers)).json).toEqual({ again: true });
  });

  it.each([
    ['POST', '/v1/payouts'],
    ['POST', '/v1/payouts/po-1/result'],
    ['POST', '/v1/adjustments'],
    ['POST', '/v1/adjustments/ad-1/approval'],
    ['POST', '/v1/settlement-runs'],
    ['POST', '/v1/bills?channel=wechat&businessDate=2026-11-06'],
  ])('is required of %s %s, since money moves', async (method, path) => {
    const answer = await gateway.call(finance, method, path, {});
    expect([answer.status, answer.json.type]).toEqual([400, '/problems/idempotency-key-required']);
    expect(gateway.asked).toEqual([]);
  });

  it('may be left out elsewhere, and has 1 to 255 printable characters', async () => {
    expect((await gateway.call(operator, 'PUT', '/v1/brands/br-1', { name: 'x' })).status).toBe(200);
    const bad = await payout({}, { 'idempotency-key': 'k'.repeat(256) });
    expect([bad.status, bad.json.type]).toEqual([400, '/problems/idempotency-key-malformed']);
  });
});
