import { GatewayUnderTest } from './gateway-under-test';
import { aPaidOrder } from './order-events';

let gateway: GatewayUnderTest;
const operator = { role: 'operator' } as const;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.stop());

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
const grant = { grant_type: 'client_credentials' };
const newClient = async (body: object) => (await gateway.call(operator, 'POST', '/v1/clients', body)).json;
const requestToken = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  gateway.call(null, 'POST', '/v1/token', form({ ...grant, ...fields }), { ...asForm, ...headers });

describe('clients and tokens', () => {
  it('lets a new client ask for a token and call with it', async () => {
    const made = await gateway.call(operator, 'POST', '/v1/clients', { role: 'promoter', partyId: 'pr-1' });
    expect(made.status).toBe(201);
    expect(Object.keys(made.json)).toEqual(['clientId', 'clientSecret']);

    const token = await requestToken({ client_id: made.json.clientId, client_secret: made.json.clientSecret });
    expect(token.status).toBe(200);
    expect(token.headers.get('cache-control')).toBe('no-store');
    expect(token.json).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 900 });

    const headers = { authorization: `Bearer ${token.json.access_token}` };
    const answer = await gateway.call(null, 'GET', '/v1/promoters/pr-1/picks', undefined, headers);
    expect(answer.status).toBe(200);
    expect(gateway.asked.at(-1)).toMatchObject({ service: 'product-pool', url: '/v1/promoters/pr-1/picks' });
  });

  it('takes the credentials from a Basic header as well', async () => {
    const { clientId, clientSecret } = await newClient({ role: 'finance', personId: 'p-1' });
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    expect((await requestToken({}, { authorization: `Basic ${basic}` })).status).toBe(200);
  });

  it('refuses a wrong secret, an unknown client and a client of another spelling alike', async () => {
    const { clientId, clientSecret } = await newClient({ role: 'operator' });
    const answers = await Promise.all([
      requestToken({ client_id: clientId, client_secret: 'wrong' }),
      requestToken({ client_id: 'nobody', client_secret: clientSecret }),
      requestToken({ client_id: clientId.toUpperCase(), client_secret: clientSecret }),
      requestToken({ client_id: '川', client_secret: clientSecret }),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.json).toMatchObject({ type: '/problems/gateway/invalid-client', error: 'invalid_client' });
    }
  });

  it('takes token requests as forms only', async () => {
    const answer = await gateway.call(null, 'POST', '/v1/token', grant);
    expect([answer.status, answer.json.type]).toEqual([400, '/problems/unsupported-content-type']);
    const empty = await gateway.call(null, 'POST', '/v1/token');
    expect([empty.status, empty.json.error]).toEqual([400, 'invalid_request']);
  });

  it.each([
    [{ role: 'finance' }, '/personId'],
    [{ role: 'brand' }, '/partyId'],
    [{ role: 'internal' }, '/role'],
    [{ role: 'operator', secret: 'x' }, '/secret'],
    [{}, '/role'],
  ])('makes no client of %j', async (body, pointer) => {
    const answer = await gateway.call(operator, 'POST', '/v1/clients', body);
    expect(answer.status).toBe(400);
    expect(answer.json.errors).toEqual([expect.objectContaining({ pointer })]);
  });

  it('lets only operators make clients and channels', async () => {
    for (const path of ['/v1/clients', '/v1/channels']) {
      expect((await gateway.call({ role: 'finance' }, 'POST', path, { role: 'operator' })).status).toBe(403);
      expect((await gateway.call(null, 'POST', path, { role: 'operator' })).status).toBe(401);
    }
  });

  it('shows a client secret again to a repeat of the same request, and stores it nowhere in clear', async () => {
    const headers = { 'idempotency-key': 'make-brand' };
    const body = { role: 'brand', partyId: 'br-1' };
    const first = await gateway.call(operator, 'POST', '/v1/clients', body, headers);
    const second = await gateway.call(operator, 'POST', '/v1/clients', body, headers);
    expect([second.status, second.text]).toEqual([201, first.text]);
    const other = await gateway.call(operator, 'POST', '/v1/clients', { ...body, partyId: 'br-2' }, headers);
    expect([other.status, other.json.type]).toEqual([422, '/problems/idempotency-key-reused']);
  });

  it('makes a channel that can send at once', async () => {
    const made = await gateway.call(operator, 'POST', '/v1/channels', { channelId: 'shop-7' });
    expect([made.status, made.json]).toEqual([201, { id: 'shop-7', secret: expect.stringMatching(/^whsec_/) }]);
    const sent = await gateway.webhook('shop-7', made.json.secret as string, { events: [aPaidOrder({})] });
    expect(sent.status).toBe(202);

    const rotated = await gateway.call(operator, 'POST', '/v1/channels', { channelId: 'shop-7' });
    for (const secret of [made.json.secret, rotated.json.secret] as string[]) {
      expect((await gateway.webhook('shop-7', secret, { events: [aPaidOrder({})] })).status).toBe(202);
    }
  });
});
