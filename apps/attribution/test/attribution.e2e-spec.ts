import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@chuanliu/auth/caller';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { TokenSigner } from '@chuanliu/auth/token';
import { Database } from '@chuanliu/database/database';
import { StoppedClock } from '@chuanliu/http/dated-command-clock';
import { createService } from '@chuanliu/http/start-service';
import { DirectProducer } from '@chuanliu/messaging/direct-producer';
import { settingsIn } from '@chuanliu/testing/settings-in';
import { dropNamespace, uniqueNamespace } from '@chuanliu/testing/unique-namespace';
import { untilSeen } from '@chuanliu/testing/eventually';
import { defaultTimes } from '../src/attribution.config';
import { attributionModule } from '../src/attribution.module';
import { SpendTraffic } from '../src/spend-traffic/spend-traffic.handler';
import {
  after,
  aLine,
  aRefund,
  brand,
  DAY,
  owned,
  paid,
  picked,
  policy,
  promoter,
  refunded,
  T0,
  touched,
  type Told,
} from './told-facts';

const ONE = '1'.repeat(64);
const TWO = '2'.repeat(64);
const THREE = '3'.repeat(64);
const FOUR = '4'.repeat(64);

describe('attribution, through its own doors', () => {
  const namespace = uniqueNamespace();
  const settings = settingsIn(namespace);
  const others = new DirectProducer(settings, 'test-others');
  let app: NestFastifyApplication;
  let tokens: TokenSigner;

  beforeAll(async () => {
    const { privateJwk, jwks } = await createKeyPair();
    tokens = new TokenSigner(privateJwk);
    app = await createService({
      // The sales here keep their date, however late the test runs.
      module: attributionModule(settings, { ...defaultTimes, appeals: { filingDays: 36_500, resolutionDays: 7 } }),
      service: 'attribution',
      trust: { jwks },
      logLevel: 'silent',
    });
    await app.startAllMicroservices();
    await app.init();
    await others.connect();
    await tell(
      ...[ONE, TWO, THREE].map((buyerKey, i) =>
        paid({
          orderId: `o-${i + 1}`,
          payment: { buyerKey, orderedAt: after(i), paidAt: after(i) },
          lines: [aLine({ scene: { promotionCode: 'pc-1' } })],
        }),
      ),
      paid({
        orderId: 'o-9',
        payment: { buyerKey: ONE, orderedAt: after(DAY), paidAt: after(DAY) },
        lines: [aLine({ scene: { accountId: 'a-1' } }), aLine({ lineNo: 2, paidFen: 0, platformSubsidyFen: 0 })],
      }),
      refunded({ orderId: 'o-3', refunds: [aRefund({ occurredAt: after(2 * DAY), refundFen: 19_900 })] }),
      // Nobody's, since the click was sixteen days before.
      paid({
        orderId: 'o-10',
        payment: { buyerKey: FOUR, orderedAt: after(20), paidAt: after(20) },
        lines: [aLine({ scene: { surface: 'search' } })],
      }),
      touched({ buyerKey: FOUR, occurredAt: after(-16 * DAY) }),
      brand(450),
      promoter({ reputation: 450 }),
      policy('river', T0, { holdoutBps: 0 }),
      policy('attribution', after(DAY), { liveHours: 12 }),
      owned('brand', 'br-1'),
      picked(),
    );
    await until<{ lines: Array<{ river: { return: unknown } }> }>('/internal/orders/ch-1/o-9/decisions', body =>
      Boolean(body.lines[0]?.river.return),
    );
    await until<{ dueRows: number; lag: number }>('/internal/progress', body => body.dueRows + body.lag === 0);
  });
  afterAll(async () => {
    await others.disconnect();
    await app.close();
    await dropNamespace(namespace);
  });

  async function tell(...facts: Told[]): Promise<void> {
    for (const { event, data } of facts) await others.send(event, [data]);
  }

  async function get<T>(url: string, role: Role = 'internal', partyId: string | null = null) {
    const token = await tokens.sign({ clientId: 'test', role, partyId, personId: null }, 60);
    const answer = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
    return { status: answer.statusCode, body: JSON.parse(answer.body) as T };
  }

  async function until<T>(url: string, isThere: (body: T) => boolean): Promise<void> {
    await untilSeen(
      () => get<T>(url),
      ({ status, body }) => status === 200 && isThere(body),
    );
  }

  it('tells how the lines of an order were decided', async () => {
    const { body } = await get('/internal/orders/ch-1/o-9/decisions');
    expect(body).toEqual({
      lines: [
        {
          lineNo: 1,
          orderRevision: 1,
          revision: expect.any(Number) as number,
          present: true,
          outcome: 'self-broadcast',
          rule: 'purchase-surface',
          promoterId: null,
          pickId: null,
          accountId: 'a-1',
          policyVersion: `attribution/${after(DAY)}`,
          candidates: [{ rule: 'purchase-surface', accountId: 'a-1', verdict: 'won' }],
          river: {
            joined: false,
            return: { broughtBy: 'pr-1', heldOut: false },
            grants: [{ party: 'promoter:pr-1', impressions: 1_020, eligible: true, reason: null }],
          },
          settledRevision: null,
          late: [],
          appeals: [],
        },
        expect.objectContaining({ lineNo: 2, outcome: 'void', rule: null, policyVersion: null, candidates: [] }),
      ],
    });
    const first = await get<{ lines: unknown[] }>('/internal/orders/ch-1/o-1/decisions');
    expect(first.body.lines).toMatchObject([
      { rule: 'carried-code', policyVersion: 'attribution/default', river: { joined: true, return: null } },
    ]);
    expect((await get('/internal/orders/ch-2/o-1/decisions')).body).toEqual({ lines: [] });
    expect((await get('/internal/orders/ch-1/o-1/decisions', 'finance')).status).toBe(403);
  });

  it('simulates another policy: tells how far it is while it goes on, then what would move and on which lines', async () => {
    const simulations = '/v1/attribution/simulations';
    const post = async (payload: object, role: Role = 'finance') => {
      const token = await tokens.sign({ clientId: 'test', role, partyId: null, personId: null }, 60);
      const headers = { authorization: `Bearer ${token}` };
      const answer = await app.inject({ method: 'POST', url: simulations, headers, payload });
      return { status: answer.statusCode, body: JSON.parse(answer.body) as { simulationId: string; type: string } };
    };
    const period = { from: '2026-10-01T08:00:00+08:00', to: '2026-12-01T08:00:00+08:00' };
    const asked = await post({ ...period, policy: { linkHours: 500 } });
    expect(asked.status).toBe(202);
    const ofIt = `${simulations}/${asked.body.simulationId}`;

    const token = await tokens.sign({ clientId: 'test', role: 'operator', partyId: null, personId: null }, 60);
    const followed = await app.inject({ url: `${ofIt}/progress`, headers: { authorization: `Bearer ${token}` } });
    expect(followed.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8' });
    const events = followed.body.split('\n\n').filter(event => event !== '');
    expect(events.at(-1)).toBe('event: progress\ndata: {"state":"done","linesDone":6,"linesTotal":6}');

    const shown = await get<{ report: { shares: unknown[] } }>(ofIt, 'finance');
    expect(shown.body).toMatchObject({
      ...{ from: '2026-10-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z', policy: { linkHours: 500 } },
      ...{ state: 'done', linesDone: 6, linesTotal: 6 },
      report: { baseFen: 81_600, movedFen: 4_080, linesChanged: 1, linesWithoutTouches: 0, linesWithoutTerms: 0 },
    });
    expect((await get(`${ofIt}/promoters`, 'finance')).body).toMatchObject({
      items: [{ id: 'pr-1', beforeFen: 8_160, afterFen: 12_240, movedFen: 4_080 }],
      control: { count: 1, sumFen: 4_080 },
    });
    expect((await get(`${ofIt}/brands`, 'finance')).body).toMatchObject({
      items: [{ id: 'br-1', movedFen: -4_080, shares: [{ share: 'brand', linesBefore: 5, linesAfter: 5 }] }],
    });
    expect((await get(`${ofIt}/agencies`, 'finance')).body).toMatchObject({ items: [], control: { count: 0 } });
    const lines = await get<{ items: unknown[] }>(`${ofIt}/lines?party=brand:br-1`, 'finance');
    expect(lines.body).toMatchObject({
      items: [{ id: 'ch-1/o-10/1', change: 'organic-to-distribution', movedFen: -4_080, after: { pickId: 'pk-1' } }],
      control: { count: 1, sumFen: -4_080 },
    });
    expect((await get(`${simulations}?limit=1`, 'finance')).body).toMatchObject({
      items: [{ id: asked.body.simulationId, state: 'done', movedFen: 4_080 }],
    });
    const { updatedAt } = (lines.body.items as Array<{ updatedAt: string }>)[0]!;
    const justAfter = new Date(Date.parse(updatedAt) + 1).toISOString();
    for (const list of ['promoters', 'lines']) {
      const since = async (instant: string) => (await get(`${ofIt}/${list}?updatedFrom=${instant}`, 'finance')).body;
      expect(await since(updatedAt)).toMatchObject({ control: { count: 1 } });
      expect(await since(justAfter)).toMatchObject({ items: [], control: { count: 0, sumFen: 0 } });
    }

    expect((await post({ from: period.to, to: period.from, policy: {} })).body.type).toMatch(/empty-period$/);
    const tooLong = await post({ from: '2026-01-01T00:00:00Z', to: period.to, policy: {} });
    expect(tooLong).toMatchObject({ status: 422, body: { type: '/problems/attribution/period-too-long' } });
    expect((await post({ ...period, policy: { cartHours: 3 } })).status).toBe(400);
    expect((await get(`${simulations}/sim-none/lines`, 'finance')).status).toBe(404);
    expect((await get(`${simulations}/sim-none/progress`, 'finance')).status).toBe(404);
  });

  it('takes appeals, shows them with the decision, and refuses in the language that is asked for', async () => {
    const post = async (role: Role, partyId: string | null, url: string, payload?: object, language = 'zh-CN') => {
      const token = await tokens.sign({ clientId: 'test', role, partyId, personId: null }, 60);
      const headers = { authorization: `Bearer ${token}`, 'accept-language': language };
      const answer = await app.inject({ method: 'POST', url, headers, payload });
      return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) as { id: string } };
    };
    const appeal = { orderId: 'o-2', lineNo: 1, text: '不是他带来的' };
    const filed = await post('brand', 'br-1', '/v1/appeals', appeal);
    expect([filed.status, filed.headers['content-language'], filed.headers.vary]).toEqual([
      201,
      undefined,
      'Accept-Language',
    ]);
    const again = await post('brand', 'br-1', '/v1/appeals', appeal);
    expect([again.status, again.headers['content-language'], again.body]).toMatchObject([
      409,
      'zh',
      {
        type: '/problems/attribution/appeal-open-already',
        title: '该方对此订单行已有一项处理中的申诉',
        appealId: filed.body.id,
      },
    ]);
    const inEnglish = await post('brand', 'br-1', '/v1/appeals', appeal, 'zh;q=0.1, en');
    expect(inEnglish.body).toMatchObject({ title: 'There is an open appeal of the party for this line' });
    const blank = await post('brand', 'br-1', '/v1/appeals', { ...appeal, text: ' \n ' });
    expect([blank.status, blank.headers['content-language']]).toEqual([400, undefined]);

    const resolution = { resolution: 'refused', reason: '点击记录在案' };
    const closed = await post('operator', null, `/v1/appeals/${filed.body.id}/resolution`, resolution);
    expect([closed.status, closed.body]).toMatchObject([200, { state: 'refused', reason: '点击记录在案' }]);
    expect((await post('finance', null, `/v1/appeals/${filed.body.id}/resolution`, resolution)).status).toBe(403);
    const { body } = await get<{ lines: unknown[] }>('/internal/orders/ch-1/o-2/decisions');
    expect(body.lines).toMatchObject([{ appeals: [{ party: 'brand:br-1', state: 'refused', text: '不是他带来的' }] }]);
  });

  it('lists a brand’s audience page by page, as of any instant', async () => {
    interface Page {
      items: Array<{ id: string; broughtBy: string; since: string; until: string }>;
      nextCursor: string | null;
      control: { count: number; sumFen: number; digest: string };
    }
    const list = (query: string) => get<Page>(`/v1/brands/br-1/river/audience?${query}`, 'brand', 'br-1');
    const first = await list(`limit=2&at=${after(DAY)}`);
    expect(first.body.items).toMatchObject([
      { id: ONE, broughtBy: 'pr-1', since: T0, until: after(30 * DAY) },
      { id: TWO, since: after(1) },
    ]);
    expect(first.body.control).toMatchObject({ count: 3, sumFen: 0 });
    const rest = await list(`limit=2&at=${after(DAY)}&cursor=${first.body.nextCursor!}`);
    expect(rest.body.items.map(item => item.id)).toEqual([THREE]);
    expect(rest.body.nextCursor).toBeNull();

    const later = await list(`at=${after(2 * DAY)}`);
    expect(later.body.items.map(item => item.id)).toEqual([ONE, TWO]);
    expect((await list('at=yesterday')).status).toBe(400);
    expect((await list('updatedFrom=2999-01-01T00:00:00Z')).body.items).toEqual([]);
  });

  it('tells of one buyer whether they are a member', async () => {
    const member = (key: string, at: string) => get(`/v1/brands/br-1/river/members/${key}?at=${at}`, 'operator');
    expect((await member(THREE, after(DAY))).body).toEqual({
      member: true,
      broughtBy: 'pr-1',
      since: after(2),
      until: after(30 * DAY + 2),
      heldOut: false,
    });
    const nobody = { member: false, broughtBy: null, since: null, until: null, heldOut: false };
    expect((await member(THREE, after(2 * DAY))).body).toEqual(nobody);
    expect((await member('f'.repeat(64), after(DAY))).body).toEqual(nobody);
    expect((await member('somebody', after(DAY))).status).toBe(400);
  });

  it('exports the whole audience of an instant, and never anybody who is held out', async () => {
    const path = (query: string) => `/v1/brands/br-1/river/audience?at=${after(DAY)}&${query}`;
    const rows = await get<Array<{ id: string }>>(path('format=json'), 'brand', 'br-1');
    const listed = await get<{ items: unknown[] }>(path('limit=200'), 'brand', 'br-1');
    expect(rows.body).toEqual(listed.body.items);
    expect(rows.body.map(row => row.id)).toEqual([ONE, TWO, THREE]);

    const token = await tokens.sign({ clientId: 'test', role: 'brand', partyId: 'br-1', personId: null }, 60);
    const csv = await app.inject({ url: path('format=csv'), headers: { authorization: `Bearer ${token}` } });
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head, first, ...others] = csv.body.trimEnd().split('\r\n');
    expect(head).toBe('id,broughtBy,since,until,updatedAt');
    expect(first).toMatch(new RegExp(`^${ONE},pr-1,${T0},`));
    expect(others).toHaveLength(2);

    expect((await get(path('format=csv&cursor=x'), 'brand', 'br-1')).status).toBe(422);
    expect((await get(path('format=xml'), 'brand', 'br-1')).status).toBe(400);
    expect((await get(path('format=json'), 'brand', 'br-2')).status).toBe(404);
  });

  it('shows both parties’ traffic at an instant', async () => {
    const ofBrand = (at: string) =>
      get<{ balance: number; grants: unknown[] }>(
        `/v1/brands/br-1/traffic?at=${encodeURIComponent(at)}`,
        'brand',
        'br-1',
      );
    expect((await ofBrand(after(1))).body.balance).toBe(4_080);
    expect((await ofBrand(after(DAY))).body.balance).toBe(6_120);
    expect((await ofBrand(after(2 * DAY))).body).toMatchObject({
      balance: 4_080,
      grants: [{}, {}, { impressions: 0 }],
    });
    expect((await ofBrand(after(30 * DAY))).body.grants).toHaveLength(2);

    const { body } = await get(`/v1/promoters/pr-1/traffic?at=${after(DAY)}`, 'promoter', 'pr-1');
    expect(body).toEqual({
      balance: 1_020,
      debt: 0,
      grants: [
        {
          ...{ id: 'ch-1/o-9/1', impressions: 1_020, spent: 0, toDebt: 0, left: 1_020 },
          cause: { channelId: 'ch-1', orderId: 'o-9', lineNo: 1 },
          eligible: true,
          reason: null,
          expiresAt: after(31 * DAY),
        },
      ],
    });
  });

  it('lists what was spent, and what was since an instant', async () => {
    const clock = new StoppedClock(after(DAY));
    const spending = new SpendTraffic(app.get(Database), clock);
    await spending.run('brand', 'br-1', { impressions: 10, contentId: 'stream-1' });
    clock.set(after(DAY + 1));
    const { id } = await spending.run('brand', 'br-1', { impressions: 20, contentId: 'stream-2' });
    const spends = (query: string) => get(`/v1/brands/br-1/traffic/spends${query}`, 'brand', 'br-1');
    expect((await spends('')).body).toMatchObject({ control: { count: 2 } });
    expect((await spends(`?updatedFrom=${after(DAY + 1)}`)).body).toMatchObject({
      items: [{ id, impressions: 20, contentId: 'stream-2', updatedAt: after(DAY + 1) }],
      control: { count: 1 },
    });
  });

  it('shows a party nothing of others, and nobody a party that does not exist', async () => {
    const statuses = [
      get('/v1/brands/br-1/traffic', 'brand', 'br-2'),
      get('/v1/brands/br-1/river/audience', 'brand', 'br-2'),
      get('/v1/brands/br-1/traffic', 'promoter', 'pr-1'),
      get('/v1/promoters/pr-1/traffic', 'promoter', 'pr-2'),
      get('/v1/promoters/pr-404/traffic', 'finance'),
      get('/v1/promoters/pr-1/traffic', 'finance'),
    ];
    expect((await Promise.all(statuses)).map(answer => answer.status)).toEqual([404, 404, 403, 404, 404, 200]);
  });
});
