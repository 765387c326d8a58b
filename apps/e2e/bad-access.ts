import { generateKeyPairSync, sign } from 'node:crypto';
import { refusedAs, type BadRequest, type Refusal } from './bad-request';

/** Addresses behind the door, one of each kind. */
const addresses: Array<[string, string]> = [
  ['GET', '/v1/brands'],
  ['GET', '/v1/brands/br-1'],
  ['PUT', '/v1/brands/br-1'],
  ['PUT', '/v1/promoters/pr-1'],
  ['PUT', '/v1/accounts/acc-br-1'],
  ['PUT', '/v1/policies/fees'],
  ['GET', '/v1/policies/river'],
  ['GET', '/v1/categories'],
  ['PUT', '/v1/products/p-1'],
  ['POST', '/v1/products/bulk'],
  ['POST', '/v1/promoters/pr-1/picks'],
  ['GET', '/v1/orders/o-1'],
  ['GET', '/v1/orders/o-1/explanation'],
  ['GET', '/v1/brands/br-1/sales'],
  ['GET', '/v1/promoters/pr-1/traffic'],
  ['GET', '/v1/ledger/trial-balance'],
  ['GET', '/v1/ledger/journal'],
  ['GET', '/v1/exceptions'],
  ['GET', '/v1/progress'],
  ['POST', '/v1/clients'],
  ['POST', '/v1/channels'],
  ['POST', '/v1/payouts'],
  ['POST', '/v1/parked-events/orders:1/replay'],
];

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Tokens that nobody should believe. @param expired one that our own key signed, of yesterday */
function falseTokens(expired: string, valid: string): Array<[string, string]> {
  const now = Math.floor(Date.now() / 1_000);
  const claims = { iss: 'chuanliu', aud: 'chuanliu', sub: 'operator', role: 'operator', iat: now, exp: now + 600 };
  const [head, body, signature] = valid.split('.') as [string, string, string];
  const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid?: string };
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const foreign = `${part({ alg: 'ES256', typ: 'at+jwt', ...(kid ? { kid } : {}) })}.${part(claims)}`;
  const byStranger = sign('sha256', Buffer.from(foreign), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const claimsOf = (more: object) =>
    part({ ...(JSON.parse(Buffer.from(body, 'base64url').toString()) as object), ...more });
  return [
    ['expired', `Bearer ${expired}`],
    ['of a foreign key', `Bearer ${foreign}.${byStranger.toString('base64url')}`],
    ['unsigned', `Bearer ${part({ alg: 'none' })}.${part(claims)}.`],
    ['with another role', `Bearer ${head}.${claimsOf({ role: 'finance' })}.${signature}`],
    ['made internal', `Bearer ${head}.${claimsOf({ role: 'internal' })}.${signature}`],
    ['prolonged', `Bearer ${head}.${claimsOf({ exp: now + 10_000_000 })}.${signature}`],
    ['cut', `Bearer ${valid.slice(0, -10)}`],
    ['without a signature', `Bearer ${head}.${body}.`],
    ['no token', 'Bearer x'],
    ['of another scheme', `Basic ${Buffer.from('operator:secret').toString('base64')}`],
    ['empty', 'Bearer '],
  ];
}

/** Everything behind the door without a token, or with one that proves nothing. */
export function withoutIdentity(expired: string, valid: string): BadRequest[] {
  const tokens: Array<[string, string]> = [['missing', ''], ...falseTokens(expired, valid)];
  return addresses.flatMap(([method, path], n) =>
    tokens
      // Every kind at some address, and two kinds at every address.
      .filter((_, i) => n < 4 || i === 0 || i === 1 + (n % (tokens.length - 1)))
      .map(([kind, authorization]): BadRequest => ({
        what: `${method} ${path}, token ${kind}`,
        refused: refusedAs(401, 'unauthenticated'),
        send: door => {
          const headers: Record<string, string> = authorization ? { authorization } : {};
          const isWrite = method !== 'GET';
          if (isWrite) Object.assign(headers, { 'content-type': 'application/json', 'idempotency-key': 'k-1' });
          return door.send(method, path, headers, isWrite ? '{}' : undefined);
        },
      })),
  );
}

/** Callers who are somebody, and ask for what is not theirs. The clients are called by their roles: of br-2, pr-2, rc-2 and ag-2. */
export function withoutRight(): BadRequest[] {
  const bad: BadRequest[] = [];
  const ask = (client: string, method: string, path: string, refused: Refusal) =>
    bad.push({
      what: `${client}: ${method} ${path}`,
      refused,
      send: door => door.as(client, method, path, method === 'GET' ? undefined : '{}'),
    });
  const forbidden = refusedAs(403, 'forbidden');
  const partyRoles = ['brand', 'promoter', 'recruiter', 'agency'];
  for (const client of partyRoles) {
    for (const path of ['/v1/brands/br-2', '/v1/promoters/pr-2', '/v1/accounts/acc-br-1', '/v1/policies/fees'])
      ask(client, 'PUT', path, forbidden);
    for (const path of ['/v1/clients', '/v1/channels', '/v1/parked-events/orders:1/replay'])
      ask(client, 'POST', path, forbidden);
    for (const path of ['/v1/ledger/trial-balance', '/v1/ledger/journal', '/v1/exceptions', '/v1/progress'])
      ask(client, 'GET', path, forbidden);
  }
  for (const path of ['/v1/brands/br-1', '/v1/policies/fees', '/v1/products/p-1'])
    ask('finance-1', 'PUT', path, forbidden);
  for (const path of ['/v1/ledger/trial-balance', '/v1/ledger/journal']) ask('operator', 'GET', path, forbidden);
  for (const path of ['/v1/clients', '/v1/channels']) ask('finance-1', 'POST', path, forbidden);
  for (const client of ['promoter', 'agency', 'recruiter']) ask(client, 'PUT', '/v1/products/p-1', forbidden);
  for (const client of ['promoter', 'agency', 'recruiter']) ask(client, 'GET', '/v1/orders/o-1', forbidden);

  const notYours = refusedAs(404, 'no-such-party');
  ask('brand', 'GET', '/v1/brands/br-1/sales', notYours);
  ask('brand', 'GET', '/v1/brands/br-1/traffic', notYours);
  ask('brand', 'GET', '/v1/brands/br-1/river/audience', notYours);
  ask('brand', 'GET', '/v1/brands/nobody/sales', notYours);
  ask('promoter', 'GET', '/v1/promoters/pr-1/sales', notYours);
  ask('promoter', 'GET', '/v1/promoters/pr-1/traffic', notYours);
  ask('promoter', 'GET', '/v1/promoters/pr-1/picks', notYours);
  ask('agency', 'GET', '/v1/agencies/ag-1/sales', notYours);
  ask('recruiter', 'GET', '/v1/recruiters/rc-1/sales', notYours);
  return bad;
}

/** What is not there, or is none of the public's business. */
export function nowhere(): BadRequest[] {
  const notHere = refusedAs(404, 'no-such-route');
  const paths = [
    '/v1',
    '/v1/',
    '/v2/orders/o-1',
    '/v1/nothing',
    '/v1/orders',
    '/v1/touch',
    '/internal/progress',
    '/internal/parked-events',
    '/internal/openapi.json',
    '/v1/internal/progress',
    '/health/ready',
    '/v1/health/live',
    '/metrics',
    '/v1/../internal/progress',
    '/v1/%2e%2e/internal/progress',
    '//internal/progress',
    '/v1/orders/../../metrics',
    '/.env',
    '/docs/../../package.json',
    '/docs/%2e%2e%2fpackage.json',
    '/__proto__',
    '/constructor',
  ];
  const bad = paths.map((path): BadRequest => ({
    what: `GET ${path}`,
    refused: notHere,
    send: door => door.as('operator', 'GET', path),
  }));
  for (const method of ['PATCH', 'OPTIONS', 'POST', 'DELETE']) {
    bad.push({
      what: `${method} /v1/brands/br-1`,
      refused: notHere,
      send: door => door.as('operator', method, '/v1/brands/br-1', '{}'),
    });
  }
  return bad;
}

/** Ids in the path that are no ids. */
export function badPaths(): BadRequest[] {
  const ids = ['x'.repeat(65), 'a%20b', '%27', '%E5%B7%9D', 'a%00', 'a%2Fb', '%7B%7D', 'o%27%20OR%201=1'];
  const at = (prefix: string, suffix = '', client = 'operator', method = 'GET') =>
    ids.map((bad): BadRequest => ({
      what: `${method} ${prefix}${bad.slice(0, 20)}${suffix}`,
      refused: refusedAs(400, 'malformed-request'),
      send: door => door.as(client, method, `${prefix}${bad}${suffix}`, method === 'GET' ? undefined : '{}'),
    }));
  return [
    ...at('/v1/orders/'),
    ...at('/v1/orders/', '/explanation'),
    ...at('/v1/brands/'),
    ...at('/v1/brands/', '', 'operator', 'PUT'),
    ...at('/v1/promoters/', '/sales', 'finance-1'),
    ...at('/v1/brands/', '/traffic', 'finance-1'),
    ...at('/v1/brands/br-1/river/members/', '', 'finance-1'),
    ...at('/v1/products/'),
    ...at('/v1/accounts/', '', 'operator', 'PUT'),
    ...at('/v1/parked-events/', '/replay', 'operator', 'POST'),
  ];
}

/** Requests for a token that earn none. */
export function badTokenRequests(client: { clientId: string; clientSecret: string }): BadRequest[] {
  const form = 'application/x-www-form-urlencoded';
  const ask = (what: string, status: number, type: string, body: string, contentType = form): BadRequest => ({
    what: `token: ${what}`,
    refused: refusedAs(status, type),
    send: door => door.send('POST', '/v1/token', { 'content-type': contentType }, body),
  });
  const { clientId, clientSecret } = client;
  const right = `grant_type=client_credentials&client_id=${clientId}&client_secret=${encodeURIComponent(clientSecret)}`;
  return [
    ask('nothing', 400, 'gateway/invalid-token-request', ''),
    ask('a grant twice', 400, 'gateway/invalid-token-request', `${right}&grant_type=client_credentials`),
    ask('another grant', 400, 'gateway/unsupported-grant-type', right.replace('client_credentials', 'password')),
    ask('another secret', 401, 'gateway/invalid-client', `${right}x`),
    ask('another client', 401, 'gateway/invalid-client', right.replace(clientId, 'nobody')),
    ask('no secret', 401, 'gateway/invalid-client', right.split('&client_secret')[0]!),
    ask('an over-long client', 401, 'gateway/invalid-client', right.replace(clientId, 'x'.repeat(5_000))),
    ask(
      'as JSON',
      400,
      'unsupported-content-type',
      JSON.stringify({ grant_type: 'client_credentials' }),
      'application/json',
    ),
    ask('2 MiB', 413, 'body-too-large', 'x'.repeat(2 * 1024 * 1024)),
  ];
}

/** Well-formed, and refused for what they mean: nothing of the kind is there, or it cannot be so. */
export function senseless(): BadRequest[] {
  const bad: BadRequest[] = [];
  const ask = (
    method: string,
    path: string,
    body: object | undefined,
    status: number,
    type: string,
    client = 'operator',
  ) =>
    bad.push({
      what: `${method} ${path} ${JSON.stringify(body)}`,
      refused: refusedAs(status, type),
      send: door => door.as(client, method, path, body),
    });
  const kind = 'brand';
  const from = '2026-01-01T00:00:00Z';
  const to = '2025-01-01T00:00:00Z';
  ask('GET', '/v1/orders/nobody', undefined, 404, 'orders/no-such-order');
  ask('GET', '/v1/orders/nobody/explanation', undefined, 404, 'orders/no-such-order');
  ask('GET', '/v1/products/nobody', undefined, 404, 'product-pool/no-such-product');
  ask('GET', '/v1/brands/nobody', undefined, 404, 'no-such-party');
  ask('PUT', '/v1/accounts/acc-br-1', { owner: { kind, id: 'nobody' } }, 422, 'partners/named-party-unknown');
  ask('PUT', '/v1/promoters/nobody/agency', { agencyId: 'ag-1', agencyBps: 1, from }, 404, 'no-such-party');
  ask(
    'PUT',
    '/v1/promoters/pr-1/agency',
    { agencyId: 'nobody', agencyBps: 1, from },
    422,
    'partners/named-party-unknown',
  );
  ask('PUT', '/v1/promoters/pr-1/suspensions/s-9', { from, to, reason: 'r' }, 422, 'partners/ends-before-it-begins');
  ask('POST', '/v1/promoters/pr-1/picks', { productId: 'nobody' }, 422, 'product-pool/named-product-unknown');
  ask('POST', '/v1/promoters/nobody/picks', { productId: 'p-1' }, 404, 'no-such-party');
  ask('POST', '/v1/parked-events/orders:1/replay', {}, 404, 'gateway/no-such-parked-event');
  ask('POST', '/v1/parked-events/nobody:1/replay', {}, 404, 'gateway/no-such-parked-event');
  ask('POST', '/v1/clients', { role: 'brand' }, 400, 'malformed-request');
  ask('POST', '/v1/clients', { role: 'finance' }, 400, 'malformed-request');
  ask('POST', '/v1/clients', { role: 'internal' }, 400, 'malformed-request');
  return bad;
}
