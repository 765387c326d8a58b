import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ChuanliuProblem, createClient, ListIncomplete, type AnswerOf, type ChuanliuClient } from '@chuanliu/client';
import { repositoryRoot } from '@chuanliu/testing/repository-root';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { Alliance } from './alliance';

jest.setTimeout(240_000);

const run = promisify(execFile);
const clientFolder = join(repositoryRoot(), 'clients', 'typescript');

describe('the typed client', () => {
  let system: SystemUnderTest;
  let alliance: Alliance;
  let operator: ChuanliuClient;
  let finance: ChuanliuClient;

  beforeAll(async () => {
    system = await SystemUnderTest.start();
    alliance = new Alliance(system);
    operator = createClient({ baseUrl: system.baseUrl, ...system.credentials.clients.operator! });
    finance = createClient({ baseUrl: system.baseUrl, ...system.credentials.clients['finance-1']! });
    await alliance.brand('br-1');
    await alliance.promoter('pr-1');
    await alliance.product('p-1', 'br-1', 2_000);
  });
  afterAll(() => system?.stop());

  it('has the types that this system describes (if not: npm run client:generate)', async () => {
    const generator = join(repositoryRoot(), 'dist/deploy/generate-client/main.js');
    const { stdout } = await run(process.execPath, [generator, '--from', `${system.baseUrl}/openapi.json`, '--print'], {
      maxBuffer: 16 * 1024 * 1024,
    });
    expect(stdout).toBe(readFileSync(join(clientFolder, 'src', 'schema.ts'), 'utf8'));
  });

  it('proves that every sale was read, and notices when one is kept from it', async () => {
    const { promotionCode } = await alliance.pick('pr-1', 'p-1');
    const scene = { surface: 'link', promotionCode };
    const orders = Array.from({ length: 25 }, (_, i) =>
      alliance.paid(`o-${i + 1}`, 'br-1', [{ productId: 'p-1', paidFen: 10_000 + i, scene }]),
    );
    await alliance.send(...orders);
    await alliance.quiet();
    const path = '/v1/promoters/{partyId}/sales';
    const init = { params: { path: { partyId: 'pr-1' }, query: { limit: 10 } } };
    const sales = await finance.listAll(path, init, { amount: 'estimatedFen' });
    expect(sales.map(sale => sale.orderId).sort()).toEqual(orders.map(({ order }) => order.orderId).sort());

    const robbed = createClient({
      baseUrl: system.baseUrl,
      ...system.credentials.clients['finance-1']!,
      fetch: async (input, options) => {
        const answer = await fetch(input, options);
        if (!answer.url.includes('/sales')) return answer;
        const page = (await answer.json()) as { items: unknown[] };
        return Response.json({ ...page, items: page.items.filter((_, i) => i !== 3) });
      },
    });
    await expect(robbed.listAll(path, init, { amount: 'estimatedFen' })).rejects.toThrow(ListIncomplete);
  });

  it('writes with If-Match and is told by name that somebody else was faster', async () => {
    const params = { path: { productId: 'p-1' } };
    const { data, response } = await operator.api.GET('/v1/products/{productId}', { params });
    const body = { ...writable(data!), stock: 5 };
    const header = { 'If-Match': response.headers.get('etag')! };
    await operator.put('/v1/products/{productId}', { params: { ...params, header }, body });
    const second = operator.put('/v1/products/{productId}', { params: { ...params, header }, body });
    await expect(second).rejects.toThrow(ChuanliuProblem);
    await expect(second).rejects.toMatchObject({ status: 409, type: '/problems/product-pool/product-changed' });
  });

  it('shows a newcomer their first sale', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'first-sale-'));
    try {
      const credentials = join(folder, 'credentials.json');
      writeFileSync(credentials, JSON.stringify(system.credentials));
      const example = join(clientFolder, 'examples', 'first-sale.mjs');
      const { stdout } = await run(process.execPath, [example, '--credentials', credentials], { timeout: 120_000 });
      expect(stdout).toMatch(/^Token .*pr-first-sale/m);
      expect(stdout).toMatch(/^Pool .*p-1 .*¥199\.00 at 20 %: earns about ¥39\.80/m);
      expect(stdout).toMatch(/^Pick .*code pc-\w+, http/m);
      expect(stdout).toMatch(/^Sale .*promoter's share is ¥39\.80 of ¥199\.00/m);
      expect(stdout).toMatch(/^Why .*won/m);
      expect(stdout).toMatch(/^Why +promoter: .*→ ¥39\.80/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** The fields that a brand's write needs. */
function writable({ brandId, title, categoryId, priceFen }: AnswerOf<'get', '/v1/products/{productId}'>) {
  return { brandId, title, categoryId, priceFen };
}
