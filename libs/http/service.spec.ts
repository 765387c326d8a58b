import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Body, Controller, Delete, Get, HttpCode, Module, Param, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type, type Static } from '@sinclair/typebox';
import { Public, Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { requireParty } from '@chuanliu/auth/require-party';
import { TokenSigner } from '@chuanliu/auth/token';
import { Closed, Id, Nullable } from '@chuanliu/contracts/shapes';
import { Readiness } from '@chuanliu/observability/readiness';
import { Problem } from '@chuanliu/problems/problem';
import { Describes } from './openapi';
import { listAnswerOf, listQuery } from './listing';
import { currentContext } from './request-context';
import { createService } from './start-service';
import { valid, validQuery } from './validate';

const NewPick = Closed({ productId: Id, tag: Type.Optional(Nullable(Type.String())) });
const ListPicks = listQuery({ open: Type.Optional(Type.Boolean()) });

@Controller('v1/promoters/:promoterId/picks')
class PicksController {
  @Post()
  @Roles('promoter', 'operator')
  @Describes({
    summary: 'Pick a product',
    body: NewPick,
    params: { promoterId: Id },
    answer: NewPick,
    status: 201,
    problems: { conflict: ['pool/taken'] },
  })
  pick(
    @CurrentCaller() caller: Caller,
    @Param('promoterId', valid(Id)) promoterId: string,
    @Body(valid(NewPick)) pick: Static<typeof NewPick>,
  ) {
    requireParty(caller, 'promoter', promoterId);
    return { ...pick, by: caller.clientId };
  }

  @Get()
  @Roles('promoter')
  @Describes({ summary: 'List picks', query: ListPicks, answer: listAnswerOf(NewPick) })
  list(@Query(validQuery(ListPicks)) query: Static<typeof ListPicks>) {
    return query;
  }

  @Delete()
  forgotten() {
    return 'no role was named, so nobody gets here';
  }
}

@Controller('v1/failing')
@Public()
class FailingController {
  @Get('bug')
  bug() {
    throw new Error("SELECT * FROM buyer WHERE name = 'secret'");
  }

  @Get('closed')
  @Roles('operator')
  closed() {
    return 'open to operators';
  }

  @Get('database')
  database() {
    throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:3306'), { code: 'ECONNREFUSED' });
  }

  @Get('busy')
  busy() {
    throw new Problem('too-many', 'too-many-requests', 'Slower, please', { retryAfterSeconds: 2.5 });
  }

  @Post('context')
  @HttpCode(200)
  async context(@Body() body: unknown) {
    await new Promise(resolve => setImmediate(resolve));
    return { context: currentContext(), body };
  }
}

@Module({ controllers: [PicksController, FailingController] })
class PicksModule {}

let app: NestFastifyApplication;
let tokenOf: (caller: Partial<Caller>) => Promise<string>;
const promoter = { role: 'promoter', partyId: 'pr-1' } as const;

beforeAll(async () => {
  const { privateJwk, jwks } = await createKeyPair();
  const signer = new TokenSigner(privateJwk);
  tokenOf = caller => signer.sign({ clientId: 'c-1', role: 'operator', partyId: null, personId: null, ...caller }, 60);
  app = await createService({
    module: PicksModule,
    service: 'picks',
    trust: { jwks },
    logLevel: 'silent',
    bodyLimit: 1_000,
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(() => app.close());

async function call(caller: Partial<Caller> | null, request: Parameters<NestFastifyApplication['inject']>[0]) {
  const asked = request as { headers?: Record<string, string> };
  const authorization = caller ? { authorization: `Bearer ${await tokenOf(caller)}` } : {};
  const answer = await app.inject({ ...asked, headers: { ...authorization, ...asked.headers } });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: answer.body.startsWith('{') ? answer.json() : answer.body,
  };
}

const picks = '/v1/promoters/pr-1/picks';

describe('a route', () => {
  it('serves the caller whom it names', async () => {
    const { status, body } = await call(promoter, { method: 'POST', url: picks, payload: { productId: 'p-1' } });
    expect([status, body]).toEqual([201, { productId: 'p-1', by: 'c-1' }]);
  });

  it('asks strangers who they are', async () => {
    const { status, headers, body } = await call(null, { method: 'POST', url: picks, payload: { productId: 'p-1' } });
    expect([status, body.type]).toEqual([401, '/problems/unauthenticated']);
    expect(headers['www-authenticate']).toMatch(/^Bearer/);
    expect(headers['content-type']).toMatch('application/problem+json');
  });

  it('is closed to roles it does not name, and to all when it names none', async () => {
    expect((await call({ role: 'finance' }, { url: picks })).body).toMatchObject({
      status: 403,
      type: '/problems/forbidden',
    });
    expect((await call({}, { method: 'DELETE', url: picks })).status).toBe(403);
    expect((await call(null, { url: '/v1/failing/closed' })).status).toBe(401);
    expect((await call({ role: 'operator' }, { url: '/v1/failing/closed' })).status).toBe(200);
  });

  it("hides what is somebody else's as if it did not exist", async () => {
    const { body } = await call(
      { ...promoter, partyId: 'pr-2' },
      { method: 'POST', url: picks, payload: { productId: 'p-1' } },
    );
    expect(body).toMatchObject({ status: 404, type: '/problems/no-such-party' });
  });

  it('refuses a query where there is none, after who may ask', async () => {
    const surplus = `${picks}?productId=p-1`;
    const told = await call(promoter, { method: 'POST', url: surplus, payload: { productId: 'p-1' } });
    expect(told.body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/productId', problem: 'is not a known field' }],
    });
    expect((await call(null, { method: 'POST', url: surplus, payload: {} })).status).toBe(401);
  });

  it('lists the faults of a body and of a query', async () => {
    const bad = await call(promoter, { method: 'POST', url: picks, payload: { productId: 7, tga: 'x' } });
    expect(bad.body).toMatchObject({
      status: 400,
      type: '/problems/malformed-request',
      requestId: bad.headers['x-request-id'],
    });
    expect(bad.body.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/productId', problem: 'must be text' },
        { pointer: '/tga', problem: 'is not a known field' },
      ]),
    );
    const query = await call(promoter, { url: `${picks}?limit=201&open=1&open=2` });
    expect(query.body.errors.map((fault: { pointer: string }) => fault.pointer).sort()).toEqual(['/limit', '/open']);
    expect((await call(promoter, { url: `${picks}?limit=7&open=true` })).body).toEqual({ limit: 7, open: true });
  });
});

it('takes a content type without a body for no body', async () => {
  const headers = { 'content-type': 'application/json' };
  const { body } = await call(promoter, { method: 'POST', url: picks, headers });
  expect(body.errors).toEqual([{ pointer: '', problem: 'is required' }]);
});

describe('what is refused before any route sees it', () => {
  const json = { 'content-type': 'application/json' };
  const post = { method: 'POST', url: picks } as const;
  it.each([
    ['broken JSON', { ...post, headers: json, payload: '{"a":' }, 400, 'malformed-json'],
    ['a poisoned prototype', { ...post, headers: json, payload: '{"__proto__": {"x": 1}}' }, 400, 'malformed-json'],
    [
      'a body of another type',
      { ...post, headers: { 'content-type': 'text/xml' }, payload: '<a/>' },
      400,
      'unsupported-content-type',
    ],
    ['a body of no type', { ...post, payload: '{}' }, 400, 'unsupported-content-type'],
    [
      'a body that is too large',
      { ...post, headers: json, payload: JSON.stringify({ a: 'x'.repeat(1_000) }) },
      413,
      'body-too-large',
    ],
    ['an unknown address', { url: '/v1/nowhere' }, 404, 'no-such-route'],
    ['a method that the address lacks', { method: 'PATCH', url: picks }, 404, 'no-such-route'],
    ['an address that cannot be decoded', { url: '/v1/promoters/%FF/picks' }, 400, 'malformed-request'],
  ] as const)('%s', async (_, asked, status, type) => {
    const answer = await call(promoter, asked);
    expect([answer.status, answer.body.type]).toEqual([status, `/problems/${type}`]);
    expect(answer.body.requestId).toEqual(expect.any(String));
  });
});

describe('a failure', () => {
  it('tells nothing of its cause', async () => {
    const { status, headers, body } = await call(null, { url: '/v1/failing/bug' });
    const requestId = headers['x-request-id'];
    expect([status, body]).toEqual([
      500,
      { type: '/problems/internal-error', title: expect.any(String), status: 500, requestId },
    ]);
  });

  it('asks to come back when the database is out of reach, or the caller too fast', async () => {
    const database = await call(null, { url: '/v1/failing/database' });
    expect([database.status, database.body.type, database.headers['retry-after']]).toEqual([
      503,
      '/problems/unavailable',
      '2',
    ]);
    expect(JSON.stringify(database.body)).not.toContain('127.0.0.1:3306');
    const busy = await call(null, { url: '/v1/failing/busy' });
    expect([busy.status, busy.headers['retry-after']]).toEqual([429, '3']);
  });
});

describe('a request', () => {
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

  it('carries its id and trace through everything that it starts', async () => {
    const headers = { 'x-request-id': 'r-1', traceparent };
    const answer = await call(null, { method: 'POST', url: '/v1/failing/context', headers, payload: { a: 1 } });
    expect(answer.body.context.requestId).toBe('r-1');
    expect(answer.body.context.traceparent).toMatch(
      /^00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$/,
    );
    expect(answer.headers['x-request-id']).toBe('r-1');
  });

  it('keeps its id when its body comes over the wire in pieces', async () => {
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const headers = { 'content-type': 'application/json', 'x-request-id': 'r-2', 'content-length': '8' };
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = request(
        { port, host: '127.0.0.1', method: 'POST', path: '/v1/failing/context', headers },
        response => {
          response.on('data', (chunk: Buffer) => resolve(chunk.toString()));
        },
      );
      sent.on('error', reject);
      sent.write('{"a"');
      setTimeout(() => sent.end(': 1}'), 50);
    });
    expect(JSON.parse(answer)).toMatchObject({ context: { requestId: 'r-2' }, body: { a: 1 } });
  });

  it('is given an id when it has none that could be logged', async () => {
    const answer = await call(null, { url: '/health/live', headers: { 'x-request-id': 'a b' } });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('what stands around every service', () => {
  it('is live, and ready when every part is', async () => {
    expect((await call(null, { url: '/v1/health/live' })).body).toEqual({ status: 'live' });
    let fault: string | null = 'no progress for 60 s';
    app.get(Readiness).add('consumers', () => fault);
    const stuck = await call(null, { url: '/health/ready' });
    expect([stuck.status, stuck.body.parts]).toEqual([503, { consumers: 'no progress for 60 s' }]);
    fault = null;
    expect((await call(null, { url: '/v1/health/ready' })).body).toEqual({
      status: 'ready',
      parts: { consumers: 'ready' },
    });
  });

  it('measures answers by route, not by address', async () => {
    await call(promoter, { url: '/v1/promoters/pr-77/picks' });
    const { headers, body } = await call(null, { url: '/metrics' });
    expect(headers['content-type']).toMatch('text/plain');
    expect(body).toMatch(
      /chuanliu_http_request_seconds_count\{method="GET",route="\/v1\/promoters\/:promoterId\/picks",status="200"/,
    );
    expect(body).not.toContain('pr-77');
  });

  it('describes itself to the gateway from the schemas that check', async () => {
    expect((await call({}, { url: '/internal/openapi.json' })).status).toBe(403);
    const { body } = await call({ role: 'internal' }, { url: '/internal/openapi.json' });
    const { post, get } = body.paths['/v1/promoters/{promoterId}/picks'];
    expect(post.summary).toBe('Pick a product');
    expect(post.requestBody.content['application/json'].schema).toEqual(JSON.parse(JSON.stringify(NewPick)));
    expect(post.parameters).toEqual([expect.objectContaining({ name: 'promoterId', in: 'path', required: true })]);
    expect(post.responses['409'].description).toBe('/problems/pool/taken');
    expect(post.responses['201'].content['application/json'].schema.properties.productId.type).toBe('string');
    const parameters = get.parameters.map((p: { name: string; in: string; required: boolean }) => [
      p.name,
      p.in,
      p.required,
    ]);
    expect(parameters).toEqual(
      expect.arrayContaining([
        ['limit', 'query', false],
        ['open', 'query', false],
        ['cursor', 'query', false],
      ]),
    );
    expect(Object.keys(body.paths).filter(path => !path.startsWith('/v1/') || path.includes('health'))).toEqual([]);
  });
});
