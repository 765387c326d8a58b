import { randomUUID } from 'node:crypto';
import { refusedAs, type BadRequest } from './bad-request';
import {
  date,
  fen,
  flag,
  id,
  instant,
  list,
  maybe,
  rightBody,
  spoilt,
  text,
  whole,
  word,
  type Template,
} from './bad-values';

const score = maybe(whole(450, 500));
const from = maybe(instant('2026-01-01T00:00:00+08:00'));
const PAST = instant('2026-01-01T00:00:00+08:00');

/** What operators write, by method and address. */
const writes: Array<[string, string, Template]> = [
  [
    'PUT',
    '/v1/brands/br-1',
    {
      name: maybe(text('青禾', 200)),
      joinedAt: from,
      techFeeBps: maybe(whole(1, 1_000)),
      shopScore: score,
      effectiveFrom: from,
    },
  ],
  [
    'PUT',
    '/v1/promoters/pr-1',
    {
      name: maybe(text('小川', 200)),
      kind: maybe(word('person')),
      buyerIds: maybe(list(['b-1'])),
      reputation: score,
      effectiveFrom: from,
    },
  ],
  ['PUT', '/v1/recruiters/rc-1', { name: maybe(text('团长', 200)), kind: maybe(word('company')) }],
  ['PUT', '/v1/agencies/ag-1', { name: maybe(text('星河', 200)) }],
  ['PUT', '/v1/accounts/acc-br-1', { owner: { kind: word('brand'), id: id('br-1') }, effectiveFrom: from }],
  ['PUT', '/v1/promoters/pr-1/agency', { agencyId: id('ag-1'), agencyBps: whole(1, 9_000), from: PAST, to: from }],
  ['PUT', '/v1/promoters/pr-1/suspensions/s-1', { from: PAST, to: from, reason: text('test', 500) }],
  [
    'PUT',
    '/v1/brands/br-1/payee',
    { payeeName: text('青禾', 200), bankAccount: text('6222', 64), verified: flag(true) },
  ],
  [
    'PUT',
    '/v1/policies/attribution',
    { liveHours: maybe(whole(24, 8_760)), linkHours: maybe(whole(1, 8_760)), effectiveFrom: from },
  ],
  ['PUT', '/v1/policies/fees', { promotionFeeBps: maybe(whole(1, 5_000)), effectiveFrom: from }],
  [
    'PUT',
    '/v1/policies/settlement',
    {
      minPayoutFen: maybe(fen(1)),
      tiers: [{ minShopScore: whole(400, 500), holdDays: whole(7, 365) }],
      effectiveFrom: from,
    },
  ],
  [
    'PUT',
    '/v1/policies/river',
    {
      windowDays: maybe(whole(30, 365)),
      holdoutBps: maybe(whole(1, 10_000)),
      salt: maybe(text('s', 200)),
      effectiveFrom: from,
    },
  ],
  [
    'PUT',
    '/v1/policies/newcomer',
    { joinedFrom: maybe(date('2026-01-01')), joinedTo: maybe(date('2026-02-01')), quotaFen: maybe(fen(1)) },
  ],
  [
    'PUT',
    '/v1/products/p-1',
    {
      brandId: id('br-1'),
      title: text('杯', 200),
      categoryId: id('c-1'),
      priceFen: fen(1),
      stock: whole(1, 1_000_000_000),
      state: maybe(word('on-shelf')),
    },
  ],
  [
    'PUT',
    '/v1/products/p-1/plans/open',
    { commissionBps: maybe(whole(1, 9_000)), assistBps: maybe(whole(1, 5_000)), effectiveFrom: from },
  ],
  ['POST', '/v1/promoters/pr-1/picks', { productId: id('p-1'), tag: maybe(text('t', 64)), from }],
  ['POST', '/v1/clients', { role: word('brand'), partyId: id('br-1') }],
  ['POST', '/v1/channels', { channelId: id('c-9') }],
];

const misshapen = refusedAs(400, 'malformed-request');

/** Bodies of the wrong shape, broken JSON, wrong content types, too large bodies: at every address that is written. */
export function badBodies(): BadRequest[] {
  const bad: BadRequest[] = [];
  for (const [method, path, template] of writes) {
    const name = `${method} ${path}`;
    for (const { what, body } of spoilt(template)) {
      bad.push({
        what: `${name}: ${what}`,
        // A field of that name never gets past the parser of a service.
        refused: what.includes('"__proto__"') ? refusedAs(400, 'malformed-request', 'malformed-json') : misshapen,
        send: door => door.as('operator', method, path, JSON.stringify(body)),
      });
    }
    const good = JSON.stringify(rightBody(template));
    for (const broken of [good.slice(0, -1), '{', `${good}}`, "{'a': 1}"]) {
      bad.push({
        what: `${name}: ${broken.slice(-20)}`,
        refused: refusedAs(400, 'malformed-json'),
        send: door => door.as('operator', method, path, broken),
      });
    }
    bad.push({
      // A promoter's buyer ids are replaced on the way, so that the gateway reads that body before its service does.
      what: `${name} as a form that fits`,
      refused: refusedAs(400, 'unsupported-content-type', 'malformed-json'),
      send: door =>
        door.as('operator', method, path, 'name=changed', { 'content-type': 'application/x-www-form-urlencoded' }),
    });
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded']) {
      bad.push({
        what: `${name} as ${type}`,
        refused: refusedAs(400, 'unsupported-content-type'),
        send: door => door.as('operator', method, path, good, { 'content-type': type }),
      });
    }
    bad.push(
      { what: `${name}: nothing`, refused: misshapen, send: door => door.as('operator', method, path) },
      {
        what: `${name}: 2 MiB`,
        refused: refusedAs(413, 'body-too-large'),
        send: door => door.as('operator', method, path, JSON.stringify({ name: 'x'.repeat(2 * 1024 * 1024) })),
      },
      {
        what: `${name}: a key of 256 characters`,
        refused: refusedAs(400, 'idempotency-key-malformed'),
        send: door => door.as('operator', method, path, good, { 'idempotency-key': 'k'.repeat(256) }),
      },
      {
        what: `${name}: a key that came with another body`,
        refused: refusedAs(422, 'idempotency-key-reused'),
        send: async door => {
          const key = { 'idempotency-key': randomUUID() };
          await door.as('operator', method, path, '{"surplus": 1}', key);
          return door.as('operator', method, path, '{"surplus": 2}', key);
        },
      },
    );
  }
  return bad;
}

const moneyRoutes = [
  '/v1/settlement-runs',
  '/v1/payouts',
  '/v1/payouts/po-1/result',
  '/v1/adjustments',
  '/v1/adjustments/a-1/approval',
  '/v1/bills',
];

/** Money moves under a key or not at all. */
export const withoutKeys = (): BadRequest[] =>
  moneyRoutes.map(path => ({
    what: `POST ${path} without a key`,
    refused: refusedAs(400, 'idempotency-key-required'),
    send: async door =>
      door.send(
        'POST',
        path,
        { authorization: `Bearer ${await door.calls.token('finance-1')}`, 'content-type': 'application/json' },
        '{}',
      ),
  }));

const lists = [
  '/v1/brands',
  '/v1/promoters',
  '/v1/categories',
  '/v1/exceptions',
  '/v1/brands/br-1/sales',
  '/v1/promoters/pr-1/sales',
  '/v1/agencies/ag-1/sales',
  '/v1/brands/br-1/river/audience',
  '/v1/promoters/pr-1/picks',
];
const badPages = [
  'limit=0',
  'limit=201',
  'limit=-1',
  'limit=1e2',
  'limit=0x10',
  'limit=ten',
  'limit=',
  'limit=5.0',
  'limit=5&limit=6',
  'limit[]=5',
  'surplus=1',
  '__proto__=1',
  'constructor=1',
  'updatedFrom=yesterday',
  'updatedFrom=2026-11-06',
  'cursor=',
  `cursor=${'x'.repeat(2_001)}`,
];
const badCursors = [
  'junk',
  'e30',
  'bnVsbA',
  'WzFd',
  '%00',
  "'%20OR%201=1",
  Buffer.from('{"id":"x\' OR 1=1"}').toString('base64url'),
];
const badQueries = [
  '/v1/brands/br-1/sales?from=now',
  '/v1/brands/br-1/sales?to=2026-11-06T20:00:03.1234Z',
  '/v1/brands/br-1/sales?state=lost',
  '/v1/ledger/trial-balance?at=today',
  '/v1/ledger/trial-balance?at=2026-02-30',
  '/v1/ledger/trial-balance?surplus=1',
  '/v1/ledger/journal?format=xml',
  '/v1/ledger/journal?from=x',
  '/v1/ledger/journal?orderId=a%20b',
  '/v1/ledger/journal?format=json&format=csv',
  '/v1/exceptions?kind=%27',
  '/v1/exceptions?orderId=%E5%B7%9D',
  '/v1/orders/o-1?channelId=a%20b',
  '/v1/orders/o-1?surplus=1',
  '/v1/orders/o-1/explanation?channelId=',
  '/v1/brands/br-1/traffic?at=now',
  '/v1/promoters/pr-1/traffic?at=1',
  '/v1/brands/br-1/river/members/b-1?at=now',
];

/** Questions that cannot be read. */
export function badQuestions(): BadRequest[] {
  const ask = (path: string, type: string, client = 'operator'): BadRequest => ({
    what: `GET ${path.slice(0, 100)}`,
    refused: refusedAs(400, type),
    send: door => door.as(client, 'GET', path),
  });
  const who = (path: string) => (/sales|ledger|river|traffic/.test(path) ? 'finance-1' : 'operator');
  return [
    ...lists.flatMap(path => badPages.map(query => ask(`${path}?${query}`, 'malformed-request', who(path)))),
    ...lists.flatMap(path => badCursors.map(cursor => ask(`${path}?cursor=${cursor}`, 'malformed-cursor', who(path)))),
    ...badQueries.map(path => ask(path, 'malformed-request', who(path))),
  ];
}

/** Rows of a bulk offer, each of which is refused for itself. */
export function badRows(): BadRequest[] {
  const row: Template = {
    productId: id('p-9'),
    brandId: id('br-1'),
    title: text('杯', 200),
    categoryId: id('c-1'),
    priceFen: fen(1),
    stock: whole(1, 1_000_000_000),
    openCommissionBps: maybe(whole(1, 9_000)),
  };
  const rows = [...spoilt(row).map(({ body }) => JSON.stringify(body)), '{', 'null', 'x'.repeat(5_000)];
  const ndjson = { 'content-type': 'application/x-ndjson' };
  const bulk = '/v1/products/bulk';
  return [
    ...rows.map((text_): BadRequest => ({
      what: `row ${text_.slice(0, 60)}`,
      refused: 'rows',
      send: door => door.as('operator', 'POST', bulk, text_, ndjson),
    })),
    {
      what: '10,001 rows',
      refused: refusedAs(413, 'product-pool/too-many-rows'),
      send: door => door.as('operator', 'POST', bulk, '{}\n'.repeat(10_001), ndjson),
    },
    {
      what: 'rows of 17 MiB',
      refused: refusedAs(413, 'body-too-large'),
      send: door => door.as('operator', 'POST', bulk, 'x'.repeat(17 * 1024 * 1024), ndjson),
    },
    {
      what: 'rows as JSON',
      refused: refusedAs(400, 'unsupported-content-type'),
      send: door => door.as('operator', 'POST', bulk, '[]'),
    },
  ];
}
