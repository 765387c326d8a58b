import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Database } from '@chuanliu/database/database';
import { routes } from '../src/forward/routes';
import { answerJson, GatewayUnderTest } from './gateway-under-test';
import { eventsOnTheTopic } from './events-on-the-topic';
import { aPaidOrder } from './order-events';

/** Requests in all, and how many go at once; a failure prints the seed that repeats it. */
const runs = 1_000;
const atOnce = 10;
const channel = 'shop-1';
let gateway: GatewayUnderTest;
let secret: string;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  secret = await gateway.secretOf(channel);
  // A service behind that takes everything: what it is asked must be none of the gateway's own refusals.
  gateway.behind = (_asked, response) => answerJson(response, 404, { type: '/problems/no-such-party', status: 404 });
});
afterAll(() => gateway.stop());

const rows = async () => {
  const tables = ['client', 'channel_secret', 'idempotency_key', 'webhook_delivery'];
  const counts = tables.map(table => `(SELECT COUNT(*) FROM ${table}) AS ${table}`).join(', ');
  const [row] = await gateway.app.get(Database).read(`SELECT ${counts}`);
  return row;
};

interface BadRequest {
  caller: Parameters<GatewayUnderTest['call']>[0];
  method: string;
  path: string;
  body: string | undefined;
  headers: Record<string, string>;
}

const json = fc.oneof(
  fc.json(),
  fc.jsonValue().map(value => JSON.stringify({ events: value })),
  fc.string(),
);
const junkHeader = fc.stringMatching(/^[\x21-\x7e]{0,40}$/);

/** Strangers, and whatever they may send anywhere. */
const ofStrangers: fc.Arbitrary<BadRequest> = fc.record({
  caller: fc.constant(null),
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
  path: fc.oneof(
    fc.constantFrom(...routes.map(route => route.path.replace(/:\w+/g, 'x-1'))),
    fc.constantFrom('/v1/clients', '/v1/channels', '/v1/progress', '/v1/exceptions', '/v1/orders/o-1'),
    fc.webPath().map(path => `/v1${path}`),
    fc.stringMatching(/^\/[\x21-\x22\x24-\x7e]{0,60}$/),
  ),
  body: fc.option(json, { nil: undefined }),
  headers: fc.record({
    authorization: fc.oneof(
      junkHeader,
      junkHeader.map(text => `Bearer ${text}`),
    ),
  }),
});

/** Known callers whose requests lack something, say too much, or go where they must not. */
const ofClients: fc.Arbitrary<BadRequest> = fc.record({
  caller: fc.constantFrom(
    { role: 'brand', partyId: 'br-1' } as const,
    { role: 'promoter', partyId: 'pr-1' } as const,
    { role: 'finance', personId: 'p-1' } as const,
  ),
  method: fc.constantFrom('GET', 'POST', 'PATCH', 'OPTIONS'),
  path: fc.oneof(
    fc.constantFrom('/v1/clients', '/v1/channels', '/v1/parked-events/orders:1/replay', '/v1/orders/%00/explanation'),
    fc.constantFrom(
      '/v1/payouts',
      '/v1/settlement-runs',
      '/v1/adjustments',
      '/v1/adjustments/a-1/approval',
      '/v1/bills',
    ),
    fc.constantFrom(
      '/v1/exceptions?limit=0',
      '/v1/exceptions?cursor=x',
      '/v1/exceptions?kind=%27',
      '/v1/orders/o-1?x=1',
    ),
    fc.string({ maxLength: 80 }).map(id => `/v1/orders/${encodeURIComponent(id)}`),
    fc.constantFrom(
      '/v1/%',
      '/v1/orders/%c3%28',
      '/v1/orders/..%2f..%2finternal',
      '//',
      '/internal/progress',
      '/metrics',
    ),
  ),
  body: fc.option(json, { nil: undefined }),
  headers: fc.record({ 'content-type': fc.constantFrom('application/json', 'text/plain', 'application/xml', 'junk') }),
});

const ofTokenSeekers: fc.Arbitrary<BadRequest> = fc.record({
  caller: fc.constant(null),
  method: fc.constant('POST'),
  path: fc.constant('/v1/token'),
  body: fc.option(
    fc.oneof(
      fc.string(),
      fc.webQueryParameters(),
      fc.webQueryParameters().map(text => `grant_type=client_credentials&client_id=${text}`),
    ),
    { nil: undefined },
  ),
  headers: fc.record({
    'content-type': fc.constantFrom('application/x-www-form-urlencoded', 'application/json'),
    authorization: fc.oneof(
      junkHeader,
      fc.base64String().map(text => `Basic ${text}`),
    ),
  }),
});

/** Intake with a signature that is missing, wrong, too old, of another channel. */
const ofForgers: fc.Arbitrary<BadRequest> = fc
  .record({
    body: json,
    id: fc.oneof(junkHeader, fc.constant('wh-1')),
    channelId: fc.constantFrom(channel, 'shop-9', '', "' OR 1=1", 'x'.repeat(100)),
    timestamp: fc.oneof(junkHeader, fc.integer().map(String), fc.constant(String(Math.floor(Date.now() / 1_000)))),
    signature: fc.oneof(
      junkHeader,
      fc.base64String().map(text => `v1,${text}`),
      fc.constant('v1,'),
      fc.constant('v2,x v1,y'),
    ),
  })
  .map(({ body, id, channelId, timestamp, signature }) => ({
    caller: null,
    method: 'POST',
    path: '/v1/orders/events',
    body,
    headers: {
      'webhook-id': id,
      'x-channel-id': channelId,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    },
  }));

const badRequest = fc.oneof(ofStrangers, ofClients, ofTokenSeekers, ofForgers);

async function expectRefusal(request: BadRequest): Promise<void> {
  const { caller, method, path, headers } = request;
  const body = method === 'GET' ? undefined : request.body;
  const answer = await gateway.call(caller, method, path, body, headers);
  // As it arrives: `/.` is `/`.
  const { pathname } = new URL(`http://gateway${path}`);
  const isOpen = method === 'GET' && /^\/(docs|openapi\.json|asyncapi\.json)?(\/|$)/.test(pathname);
  if (isOpen && answer.status < 400) return;
  if (pathname.startsWith('/p/') && answer.status === 404) return; // A page, for people who follow links.
  if (answer.status < 400 || answer.status >= 500) {
    throw new Error(`${answer.status} ${answer.text.slice(0, 300)} to ${JSON.stringify(request)}`);
  }
  expect(answer.json).toMatchObject({ type: expect.stringMatching(/^\/problems\//), status: answer.status });
  expect(answer.text).not.toMatch(/SELECT|at .*\.ts:|node_modules/);
}

describe('bad requests', () => {
  it('are refused with a name each, give no failure of ours and change no row', async () => {
    const before = await rows();
    await fc.assert(
      fc.asyncProperty(fc.array(badRequest, { minLength: atOnce, maxLength: atOnce }), async requests => {
        await Promise.all(requests.map(expectRefusal));
      }),
      { numRuns: runs / atOnce },
    );
    expect(await rows()).toEqual(before);
  }, 180_000);

  it('that are signed are answered event by event, and none of them is stored', async () => {
    const spoiled = fc
      .tuple(
        fc.constantFrom(...placesOf(aPaidOrder({ orderId: 'spoiled', buyerId: 'b-1', freightFen: 1 }))),
        fc.jsonValue(),
      )
      .map(([place, value]) => spoil(aPaidOrder({ orderId: 'spoiled', buyerId: 'b-1', freightFen: 1 }), place, value))
      .filter(
        event =>
          JSON.stringify(event) !== JSON.stringify(aPaidOrder({ orderId: 'spoiled', buyerId: 'b-1', freightFen: 1 })),
      );
    const junk = fc.oneof(fc.jsonValue(), spoiled);
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(junk, { minLength: 1, maxLength: 6 }), async events => {
        const answer = await gateway.webhook(channel, secret, { events }, { 'webhook-id': randomUUID() });
        expect(answer.status).toBe(202);
        const told = answer.json as { accepted: number; duplicates: number; refused: Array<{ errors: unknown[] }> };
        expect(told.accepted + told.duplicates + told.refused.length).toBe(events.length);
        for (const refusal of told.refused) expect(refusal.errors.length).toBeGreaterThan(0);
        accepted += told.accepted;
      }),
      { numRuns: 300 },
    );
    expect(await eventsOnTheTopic(gateway.namespace)).toHaveLength(accepted);
  }, 180_000);
});

/** Every place in a value, as lists of steps. */
function placesOf(value: unknown): Array<Array<string | number>> {
  if (typeof value !== 'object' || value === null) return [];
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return steps.flatMap(step => {
    const below = placesOf((value as Record<string | number, unknown>)[step]);
    return [[step], ...below.map(place => [step, ...place])];
  });
}

function spoil(event: unknown, place: ReadonlyArray<string | number>, value: unknown): unknown {
  const copy = structuredClone(event) as Record<string | number, unknown>;
  let at = copy;
  for (const step of place.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  at[place.at(-1)!] = value;
  return copy;
}
