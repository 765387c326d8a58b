import { createServer, type AddressInfo } from 'node:net';
import { GatewayUnderTest } from './gateway-under-test';
import { aPaidOrder } from './order-events';

let gateway: GatewayUnderTest;
let internalPort: number;
const statusesOf = async (count: number, call: () => Promise<{ status: number; headers: Headers }>) => {
  const answers = await Promise.all(Array.from({ length: count }, call));
  for (const answer of answers) {
    if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  return answers.map(answer => answer.status);
};

beforeAll(async () => {
  internalPort = await freePort();
  gateway = await GatewayUnderTest.start({
    requestsPerSecond: 5,
    unauthenticatedRequestsPerSecond: 10,
    internalPort,
  });
});
afterAll(() => gateway.stop());

describe('limits', () => {
  // Nothing is let through for time that passes meanwhile.
  beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(Date.now()));
  afterEach(() => jest.restoreAllMocks());

  it('hold each client on its own, and tell when to come back', async () => {
    const call = (clientId: string) => () => gateway.call({ role: 'operator', clientId }, 'GET', '/v1/brands/br-1');
    const statuses = await statusesOf(12, call('busy'));
    expect(statuses.filter(status => status === 200).length).toBeGreaterThanOrEqual(5);
    expect(statuses).toContain(429);
    expect((await call('calm')()).status).toBe(200);
  });

  it('hold each channel on its own', async () => {
    const secret = await gateway.secretOf('busy-shop');
    const statuses = await statusesOf(12, () => gateway.webhook('busy-shop', secret, { events: [aPaidOrder({})] }));
    expect(statuses).toContain(202);
    expect(statuses).toContain(429);
    const calm = await gateway.secretOf('calm-shop');
    expect((await gateway.webhook('calm-shop', calm, { events: [aPaidOrder({})] })).status).toBe(202);
  });

  it('hold an address that shows no valid token', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 60; n += 1) statuses.push((await gateway.call(null, 'GET', '/v1/brands/br-1')).status);
    expect(statuses[0]).toBe(401);
    expect(statuses).toContain(429);
  });
});

describe('the internal port', () => {
  const inside = (path: string) => fetch(`http://127.0.0.1:${internalPort}${path}`);

  it('tells health and metrics, and nothing else', async () => {
    expect((await inside('/health/live')).status).toBe(200);
    expect((await inside('/v1/health/ready')).status).toBe(200);
    expect(await (await inside('/metrics')).text()).toContain('chuanliu_http_request_seconds');
    for (const path of ['/v1/token', '/docs', '/v1/brands/br-1']) expect((await inside(path)).status).toBe(404);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
