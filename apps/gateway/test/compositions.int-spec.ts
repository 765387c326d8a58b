import { createHash } from 'node:crypto';
import { upstreamNames } from '../src/gateway.config';
import { answerJson, GatewayUnderTest, type Asked } from './gateway-under-test';
import { anOrderOfTwoLines } from './order-parts';

let gateway: GatewayUnderTest;
const operator = { role: 'operator' } as const;
const brand = { role: 'brand', partyId: 'br-1' } as const;
const promoter = { role: 'promoter', partyId: 'pr-2' } as const;
const parts = anOrderOfTwoLines();

/** Answers what was asked by the first part of the address that fits; 404 for the rest. */
const playing = (answers: Record<string, unknown>) => {
  gateway.behind = (asked, response) => {
    const known = Object.keys(answers).find(name => `${asked.service} ${asked.url}`.startsWith(name));
    if (known === undefined) answerJson(response, 404, { status: 404 });
    else answerJson(response, 200, answers[known]);
  };
};
const anOrder = {
  'orders /internal/orders/o-1': { orders: [parts.order] },
  'attribution /internal/orders/shop-1/o-1/decisions': { lines: parts.decisions },
  'commissions /internal/orders/shop-1/o-1/splits': { lines: parts.splits },
  'settlement /internal/orders/shop-1/o-1/postings': { lines: parts.postings },
};
const twoChannels = { orders: [parts.order, { ...parts.order, channelId: 'shop-0', brandId: 'br-2' }] };

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
beforeEach(() => {
  gateway.asked.length = 0;
  playing(anOrder);
});
afterAll(() => gateway.stop());

describe('an order', () => {
  it('is put together for staff and its brand, and asked for on the gateway’s own behalf', async () => {
    for (const caller of [operator, { role: 'finance' } as const, brand]) {
      const answer = await gateway.call(caller, 'GET', '/v1/orders/o-1');
      expect(answer.status).toBe(200);
      expect(answer.json).toMatchObject({ channelId: 'shop-1', lines: [{ outcome: 'distribution' }, { lineNo: 2 }] });
    }
    expect(tokenRole(gateway.asked[0]!)).toBe('internal');
  });

  it('is absent for another brand, and when it does not exist', async () => {
    const foreign = await gateway.call({ role: 'brand', partyId: 'br-2' }, 'GET', '/v1/orders/o-1');
    const absent = await gateway.call(brand, 'GET', '/v1/orders/o-9');
    for (const answer of [foreign, absent]) {
      expect([answer.status, answer.json.type]).toEqual([404, '/problems/orders/no-such-order']);
    }
    expect((await gateway.call(promoter, 'GET', '/v1/orders/o-1')).status).toBe(403);
  });

  it('wants its channel named when two share the id, though not of a brand that sees only one', async () => {
    playing({ ...anOrder, 'orders /internal/orders/o-1': twoChannels });
    const answer = await gateway.call(operator, 'GET', '/v1/orders/o-1');
    expect([answer.status, answer.json.channelIds]).toEqual([409, ['shop-0', 'shop-1']]);
    expect((await gateway.call(brand, 'GET', '/v1/orders/o-1')).status).toBe(200);

    await gateway.call(operator, 'GET', '/v1/orders/o-1?channelId=shop-1');
    expect(gateway.asked.filter(asked => asked.service === 'orders').at(-1)!.url).toBe(
      '/internal/orders/o-1?channelId=shop-1',
    );
  });

  it.each(['/v1/orders/o-1?channel=shop-1', '/v1/orders/o-1?channelId=a&channelId=b', '/v1/orders/o%20'])(
    'is not looked for by %s',
    async path => {
      expect((await gateway.call(operator, 'GET', path)).status).toBe(400);
      expect(gateway.asked).toEqual([]);
    },
  );
});

describe('an explanation', () => {
  it('is whole for staff', async () => {
    const { status, json } = await gateway.call(operator, 'GET', '/v1/orders/o-1/explanation');
    expect(status).toBe(200);
    expect(json).toMatchObject({ complete: true, lines: [{ candidates: [{}, {}], shares: [{}, {}, {}] }, {}] });
  });

  it('is their own part for a promoter, and absent for one who has no part in it', async () => {
    const own = await gateway.call(promoter, 'GET', '/v1/orders/o-1/explanation');
    expect(own.json.lines).toHaveLength(1);
    expect(own.json.lines[0].candidates).toEqual([expect.objectContaining({ promoterId: 'pr-2' })]);
    expect(own.text).not.toContain('pr-1');
    const other = await gateway.call({ role: 'promoter', partyId: 'pr-9' }, 'GET', '/v1/orders/o-1/explanation');
    expect(other.status).toBe(404);
    expect((await gateway.call(brand, 'GET', '/v1/orders/o-1/explanation')).status).toBe(403);
  });

  it('has its texts in the language that is asked for, and says so', async () => {
    const ask = (language: string, query = '') =>
      gateway.call(operator, 'GET', `/v1/orders/o-1/explanation${query}`, undefined, { 'accept-language': language });
    const chinese = await ask('en;q=0.5, zh-CN');
    expect([chinese.headers.get('content-language'), chinese.headers.get('vary')]).toEqual(['zh', 'Accept-Language']);
    expect(chinese.json.lines[0].candidates[0]).toMatchObject({
      reason: 'not-picked',
      reasonText: '下单时账号所属推广者未选该商品',
    });
    expect((await ask('fr')).headers.get('content-language')).toBe('en');
    expect((await ask('fr')).json.lines[0].outcomeText).toBe('brought by a promoter');
    const exact = await ask('*');
    expect([exact.headers.get('content-language'), exact.headers.get('vary')]).toEqual([null, 'Accept-Language']);
    expect(exact.text).not.toContain('Text"');
    expect((await ask('*', '?format=markdown')).headers.get('content-language')).toBe('en');
    expect((await ask('zh', '?format=json')).json.lines[0].outcomeText).toBe('推广者带来的成交');

    const text = await ask('zh', '?format=markdown');
    expect(text.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(text.headers.get('content-language')).toBe('zh');
    expect(text.text).toMatch(/^# 订单 `o-1`/);
    expect((await ask('zh', '?format=html')).status).toBe(400);
  });

  it('can be asked for by staff as a party sees it, by a promoter only for themself', async () => {
    const seenBy = (caller: typeof operator | typeof promoter, party: string) =>
      gateway.call(caller, 'GET', `/v1/orders/o-1/explanation?seenBy=${party}&format=markdown`);
    const own = await gateway.call(promoter, 'GET', '/v1/orders/o-1/explanation?format=markdown');
    expect(own.text).toContain('## Line 1');
    expect(own.text).not.toMatch(/pr-1|br-1|## Line 2/);
    expect((await seenBy(operator, 'promoter:pr-2')).text).toBe(own.text);
    expect((await seenBy(promoter, 'promoter:pr-2')).text).toBe(own.text);
    expect((await seenBy(operator, 'brand:br-1')).text).toContain('## Line 2');
    const foreign = [
      seenBy(operator, 'promoter:pr-9'),
      seenBy(operator, 'brand:br-2'),
      seenBy(promoter, 'promoter:pr-1'),
    ];
    for (const { status, json } of await Promise.all(foreign))
      expect([status, json.type]).toEqual([404, '/problems/orders/no-such-order']);
    expect((await seenBy(operator, 'agency:ag-1')).status).toBe(400);
  });

  it('is unavailable, not wrong, while a service is', async () => {
    gateway.behind = (asked, response) => {
      if (asked.service === 'settlement') response.destroy();
      else answerJson(response, 200, asked.service === 'orders' ? { orders: [parts.order] } : { lines: [] });
    };
    expect((await gateway.call(operator, 'GET', '/v1/orders/o-1/explanation')).status).toBe(503);
  });
});

describe('exceptions', () => {
  const row = (n: number) => ({
    id: `orders-${n}`,
    kind: 'orders/conflicting-content',
    channelId: 'shop-1',
    orderId: `o-${n}`,
    lineNo: null,
    detail: 'two contents',
    occurredAt: `2026-11-06T00:00:0${n}.000Z`,
    state: 'open',
    updatedAt: `2026-11-07T00:00:0${n}.000Z`,
  });
  const parked = (service: string, second: number) => ({
    items: [
      {
        id: '17',
        topic: 'x',
        key: 'k',
        type: 'order-paid.v1',
        reason: `${service} cannot`,
        state: 'parked',
        occurredAt: `2026-11-06T00:00:0${second}.500Z`,
        updatedAt: `2026-11-06T00:00:0${second}.500Z`,
        channelId: 'shop-1',
        orderId: 'o-2',
      },
    ],
  });
  const digestOf = (ids: string[]) =>
    createHash('sha256')
      .update(ids.map(id => `${id}\n`).join(''))
      .digest('hex');

  beforeEach(() =>
    playing({
      'orders /internal/exceptions': { items: [row(1), row(2), row(3)] },
      'settlement /internal/parked-events': parked('settlement', 1),
      'attribution /internal/parked-events': parked('attribution', 2),
    }),
  );

  it('of all services come in one list, page by page, with totals over all of it', async () => {
    const ids = ['orders-1', 'settlement:17', 'orders-2', 'attribution:17', 'orders-3'];
    const first = await gateway.call(operator, 'GET', '/v1/exceptions?limit=2');
    const control = { count: 5, sumFen: 0, digest: digestOf(ids) };
    expect(first.json.items.map((item: { id: string }) => item.id)).toEqual(ids.slice(0, 2));
    expect(first.json.control).toEqual(control);
    expect(first.json.items[1]).toEqual({
      id: 'settlement:17',
      kind: 'settlement/parked-event',
      channelId: 'shop-1',
      orderId: 'o-2',
      lineNo: null,
      detail: 'order-paid.v1: settlement cannot',
      occurredAt: '2026-11-06T00:00:01.500Z',
      state: 'parked',
      updatedAt: '2026-11-06T00:00:01.500Z',
    });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await gateway.call(operator, 'GET', `/v1/exceptions?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.json.items.map((item: { id: string }) => item.id));
      expect(page.json.control).toEqual(control);
      cursor = page.json.nextCursor as string | null;
    }
    expect(seen).toEqual(ids);
  });

  it('can be asked for by kind, by order and by when they changed', async () => {
    const idsOf = async (query: string) =>
      (await gateway.call(operator, 'GET', `/v1/exceptions?${query}`)).json.items.map(
        (item: { id: string }) => item.id,
      );
    expect(await idsOf('kind=settlement/parked-event')).toEqual(['settlement:17']);
    expect(gateway.asked.map(asked => asked.url)).toEqual(['/internal/parked-events?after=0&limit=1000']);
    expect(await idsOf('kind=nobody/parked-event')).toEqual([]);
    expect(await idsOf('updatedFrom=2026-11-07T08:00:02%2B08:00')).toEqual(['orders-2', 'orders-3']);
    gateway.asked.length = 0;
    await idsOf('kind=orders/conflicting-content&orderId=o-2');
    expect(gateway.asked.map(asked => asked.url)).toEqual([
      '/internal/exceptions?kind=orders%2Fconflicting-content&orderId=o-2&limit=1000',
    ]);
  });

  it('are for staff', async () => {
    expect((await gateway.call(brand, 'GET', '/v1/exceptions')).status).toBe(403);
  });

  it('that are parked events can be replayed by an operator at the service that parked them', async () => {
    playing({ 'settlement /internal/parked-events/17/replay': { replayed: 2 } });
    const answer = await gateway.call(operator, 'POST', '/v1/parked-events/settlement:17/replay');
    expect([answer.status, answer.json]).toEqual([200, { replayed: 2 }]);
    expect(gateway.asked).toEqual([expect.objectContaining({ service: 'settlement', method: 'POST' })]);
    for (const id of ['settlement:18', 'nobody:17', 'settlement:x', 'settlement']) {
      expect((await gateway.call(operator, 'POST', `/v1/parked-events/${id}/replay`)).status).toBe(404);
    }
    expect((await gateway.call({ role: 'finance' }, 'POST', '/v1/parked-events/settlement:17/replay')).status).toBe(
      403,
    );
  });
});

describe('progress', () => {
  const at = (end: number) => ({
    service: 'x',
    outboxRows: 0,
    dueRows: 0,
    lag: 0,
    parked: 0,
    waiting: 0,
    partitions: [{ topic: 't', partition: 0, at: end, end }],
  });

  it('is looked at twice, and tells whether all is quiet', async () => {
    gateway.behind = (_asked, response) => answerJson(response, 200, at(5));
    const { status, json } = await gateway.call(operator, 'GET', '/v1/progress');
    expect(status).toBe(200);
    expect(json).toMatchObject({ quiescent: true, outboxRows: 0, lag: 0, parked: 0, waiting: 0 });
    expect(json.services).toHaveLength(upstreamNames.length);
    expect(gateway.asked).toHaveLength(2 * upstreamNames.length);
  });

  it('is not quiet while events arrive, nor while a service is down', async () => {
    let looks = 0;
    gateway.behind = (_asked, response) => answerJson(response, 200, at((looks += 1)));
    expect((await gateway.call(operator, 'GET', '/v1/progress')).json.quiescent).toBe(false);
    gateway.behind = (asked, response) =>
      asked.service === 'settlement' ? response.destroy() : answerJson(response, 200, at(1));
    const { json } = await gateway.call(operator, 'GET', '/v1/progress');
    expect(json.quiescent).toBe(false);
    expect(json.services).toContainEqual({ service: 'settlement', reachable: false });
  });
});

describe('the description', () => {
  it('is one document of all services, to read and for programs', async () => {
    gateway.behind = (asked, response) =>
      answerJson(response, 200, {
        openapi: '3.1.0',
        info: { title: asked.service, version: '1' },
        paths: asked.service === 'partners' ? { '/v1/brands/{brandId}': { get: { responses: {} } } } : {},
      });
    const { status, json } = await gateway.call(null, 'GET', '/openapi.json');
    expect(status).toBe(200);
    expect(Object.keys(json.paths)).toEqual(
      expect.arrayContaining([
        '/v1/brands/{partyId}',
        '/v1/orders/events',
        '/v1/touches',
        '/v1/orders/{orderId}/explanation',
        '/v1/token',
      ]),
    );
    expect(Object.keys(json.paths).filter(path => !path.startsWith('/v1/'))).toEqual([]);

    const home = await gateway.call(null, 'GET', '/');
    expect([home.status, home.headers.get('location')]).toEqual([302, '/docs']);
    const page = await gateway.call(null, 'GET', '/docs');
    expect(page.headers.get('content-type')).toContain('text/html');
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(match => match[1]!);
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const file of files) expect([file, (await gateway.call(null, 'GET', file)).status]).toEqual([file, 200]);
    expect((await gateway.call(null, 'GET', '/docs/package.json')).status).toBe(404);
    expect((await gateway.call(null, 'GET', '/asyncapi.json')).json.asyncapi).toMatch(/^3\./);
  });
});

function tokenRole(asked: Asked): string {
  const payload = asked.headers.authorization!.split('.')[1]!;
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { role: string }).role;
}
