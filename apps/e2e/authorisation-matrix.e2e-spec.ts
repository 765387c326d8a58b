import { TokenSigner } from '@chuanliu/auth/token';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { Alliance } from './alliance';
import { fits, passedOn, routesOf, type ApiRoute, type Document } from './authorisation/api-routes';
import { matrix, notYet, ownProof, roles, type Expectation, type Role } from './authorisation/matrix';
import { sampleOf, type Named } from './authorisation/sample-values';
import { TwoAlliances, type Whose } from './authorisation/two-alliances';
import { tracesIn, WhatOthersAgreed } from './authorisation/what-others-agreed';
import { asBody, Door, type Headers } from './door';
import { keysOfTheTest } from './keys-of-the-test';

jest.setTimeout(240_000);

/** Parts of a path that belong to somebody: with one's own party before them, another's are absent all the same. */
const belongsToSomebody = new Set(['pickId', 'deliveryId', 'applicationId']);

/** Bodies that are rows, by their media type. */
const rowsOf: Record<string, string> = {
  'application/x-ndjson': '{}',
  'text/csv': 'productId,brandId,title,categoryId,priceFen,stock\n',
};

/** Files of a route’s own, where another file of the same media type would be misread. */
const filesOf: Record<string, string> = {
  'POST /v1/payouts/results': 'payoutId,result,amountYuan,occurredAt,reference,reason\nTOTAL,0,0.00,,,\n',
};

const forbidden = '/problems/forbidden';
const rank = (name: string) => ['GET', 'POST', 'PUT', 'DELETE'].indexOf(name.split(' ')[0]!);

describe('who may do what', () => {
  let system: SystemUnderTest;
  let door: Door;
  let alliance: Alliance;
  let alliances: TwoAlliances;
  let routes: Map<string, ApiRoute>;
  let internalToken: string;

  beforeAll(async () => {
    const { privateJwk, environment } = await keysOfTheTest(); // To ask the services what they describe.
    // The test's sales keep their date, and appeals against them have a time.
    environment.attribution!.CLOCK_AT = '2026-11-20T12:00:00+08:00';
    system = await SystemUnderTest.start({ environment });
    const self = { clientId: 'test', role: 'internal', partyId: null, personId: null } as const;
    internalToken = await new TokenSigner(privateJwk).sign(self, 600);
    alliance = new Alliance(system);
    door = new Door(alliance.calls, system.credentials);
    alliances = new TwoAlliances(alliance);
    await alliances.populate();
    const document = (await (await fetch(`${system.baseUrl}/openapi.json`)).json()) as Document;
    routes = new Map(routesOf(document).map(route => [route.name, route]));
  });
  afterAll(async () => {
    door?.close();
    await system?.stop();
  });

  it('is declared for every route that the system describes, and for no other', () => {
    expect(Object.keys(matrix).concat(ownProof).sort()).toEqual([...routes.keys()].sort());
  });

  it('covers what the door passes on: the rest is named as not answered yet', () => {
    const unanswered = passedOn.filter(pattern => ![...routes.keys()].some(name => fits(pattern, name)));
    expect([...unanswered].sort()).toEqual([...notYet].sort());
  });

  it('covers what the services answer: the door passes all of it on', async () => {
    const behind: string[] = [];
    for (const { name, url } of system.everyService().filter(service => service.name !== 'gateway')) {
      const headers = { authorization: `Bearer ${internalToken}` };
      const answer = await fetch(`${url}/internal/openapi.json`, { headers });
      expect({ name, status: answer.status }).toEqual({ name, status: 200 });
      behind.push(...routesOf((await answer.json()) as Document).map(route => route.name));
    }
    const shown = [...routes.keys()].map(shapeOf);
    expect(behind.filter(name => !shown.includes(shapeOf(name)))).toEqual([]);
  });

  it.each(ownProof)('%s asks for another proof than a token', async name => {
    const [method, path] = name.split(' ') as [string, string];
    const { status, text } = await door.send(method, path, { 'content-type': 'application/json' }, '{}');
    expect({ status, type: typeIn(text) }).not.toMatchObject({ type: '/problems/unauthenticated' });
  });

  it.each(notYet)('%s finds nothing yet', async name => {
    const [method, path] = name.split(' ') as [string, string];
    const { status } = await door.as('finance-1', method, path.replace(/\{\w+\}/g, 'x-1'), body(method));
    expect(status).toBe(404);
  });

  describe('what a promoter sees of what others agreed', () => {
    let others: WhatOthersAgreed;

    beforeAll(async () => {
      others = new WhatOthersAgreed(alliance, alliances.clientOf('promoter'));
      await others.agree();
    });

    it('is their own rate in the pool, and that a product is not for them', async () => {
      const rows = await others.pool();
      expect(rows.find(row => row.productId === 'shared')).toMatchObject({
        commissionBps: 1_000,
        refusedBecause: null,
      });
      expect(rows.find(row => row.productId === 'theirs-alone')!.refusedBecause).toMatch(/exclusive/);
      expect(tracesIn(JSON.stringify(rows))).toEqual([]);
    });

    it.each([
      ['their own calendar of terms', '/v1/products/shared/terms?promoterId=pr-1', 200],
      ['no calendar of another', '/v1/products/shared/terms?promoterId=pr-2', 404],
      ['their own calendar of what is not for them', '/v1/products/theirs-alone/terms?promoterId=pr-1', 200],
      ['no plans', '/v1/products/shared/plans', 403],
      ['no plans with anybody', '/v1/products/shared/plans/directed', 403],
      ['no plans with anybody alone', '/v1/products/theirs-alone/plans/exclusive', 403],
      ['no plans of a shop', '/v1/brands/br-3/plans/shop-directed', 403],
      ['their own picks', '/v1/promoters/pr-1/picks', 200],
      ['no picks of another', '/v1/promoters/pr-2/picks', 404],
      ['their own applications', '/v1/promoters/pr-1/applications', 200],
      ['no applications of another', '/v1/promoters/pr-2/applications', 404],
      ['no applications for a product', '/v1/products/shared/plans/directed/applications', 403],
    ])('is %s', async (_, path, status) => {
      const answer = await others.ask(path);
      expect({ path, status: answer.status }).toEqual({ path, status });
      // A refusal repeats the name that was asked for.
      expect(tracesIn(answer.text.replace('"id":"pr-2"', ''))).toEqual([]);
    });

    it('is their own terms when they pick, and no more than that they may not', async () => {
      const taken = await others.pick('shared');
      expect(taken.status).toBe(201);
      expect(taken.text).toContain('"commissionBps":1000');
      expect(tracesIn(taken.text)).toEqual([]);
      const refused = await others.pick('theirs-alone');
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('/problems/product-pool/exclusive-to-others');
      expect(tracesIn(refused.text)).toEqual([]);
    });
  });

  // What is read first, what takes away last: a route must find what it asks for.
  const rows = Object.keys(matrix).sort((one, other) => rank(one) - rank(other));
  it.each(rows)('%s', async name => {
    const route = routes.get(name);
    if (!route) throw new Error(`no service describes ${name}`);
    const wrong: string[] = [];
    const judge = (who: string, what: string, fault: string | undefined) => {
      if (fault) wrong.push(`${who}, ${what}: ${fault}`);
    };
    judge('nobody', 'mine', refusedAs(await ask(route, null, 'mine'), 401, '/problems/unauthenticated'));
    for (const role of roles) {
      const expected = matrix[name]![role];
      judge(role, 'mine', await faultOf(route, role, 'mine', expected));
      judge(role, 'theirs', await faultOf(route, role, 'theirs', expected));
      if (expected === 'own' && route.parameters.some(isOwned))
        judge(role, 'theirs below mine', absent(await ask(route, role, 'mine', 'theirs')));
    }
    expect(wrong).toEqual([]);
  });

  async function faultOf(route: ApiRoute, role: Role, whose: Whose, expected: Expectation | undefined) {
    const answer = await ask(route, role, whose);
    if (expected === undefined) return refusedAs(answer, 403, forbidden);
    if (expected === 'any' || (expected === 'own' && whose === 'mine')) return answered(answer);
    return absent(answer);
  }

  function bodyOf({ name, body }: ApiRoute, named: Named, role: Role | null): unknown {
    const sample = sampleOf(body!.schema, named);
    return Array.isArray(sample) ? sample : { ...(sample as object), ...alliances.moreOf(name, role) };
  }

  /** @param below whose the things are that stand in the path below a party */
  async function ask(route: ApiRoute, role: Role | null, whose: Whose, below: Whose = whose) {
    const named = (name: string) =>
      alliances.valueOf(route.path, name, belongsToSomebody.has(name) ? below : whose, role ?? 'operator');
    const value = ({ name, schema }: { name: string; schema: ApiRoute['parameters'][number]['schema'] }) =>
      encodeURIComponent(String(sampleOf(schema, named, name)));
    const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      value(route.parameters.find(parameter => parameter.in === 'path' && parameter.name === name)!),
    );
    const query = route.parameters
      .filter(({ name, required, ...parameter }) => parameter.in === 'query' && (required || namesWhose(name)))
      .map(parameter => `${parameter.name}=${value(parameter)}`)
      .join('&');
    const target = query ? `${path}?${query}` : path;
    const type = route.body?.type ?? 'application/json';
    const headers: Headers = route.method === 'GET' ? {} : { 'content-type': type };
    const sent = route.body && (filesOf[route.name] ?? rowsOf[type] ?? bodyOf(route, named, role));
    const answer =
      role === null
        ? await door.send(route.method, target, headers, asBody(sent))
        : await door.as(alliances.clientOf(role), route.method, target, sent, headers);
    return { ...answer, asked: `${route.method} ${target} ${JSON.stringify(sent)}` };
  }
});

type Asked = { status: number; text: string; asked: string };

const told = ({ status, text, asked }: Asked) => `${asked} answered ${status} ${text.slice(0, 300)}`;

const refusedAs = (answer: Asked, status: number, type: string): string | undefined =>
  answer.status === status && typeIn(answer.text) === type ? undefined : `not ${status} ${type}: ${told(answer)}`;

const absent = (answer: Asked): string | undefined =>
  answer.status === 404 && typeIn(answer.text) !== '/problems/no-such-route' ? undefined : `not 404: ${told(answer)}`;

/** It reached what it asked for: a refusal for what the request says is an answer, one for who asks is none. */
function answered(answer: Asked): string | undefined {
  const isRefused = [401, 403, 404].includes(answer.status) || answer.status >= 500;
  // A body that does not have the declared shape would be refused before anybody looks whose things it is about.
  const isMisread = answer.status === 400;
  return isRefused || isMisread ? `not answered: ${told(answer)}` : undefined;
}

function typeIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { type?: unknown }).type;
  } catch {
    return undefined;
  }
}

/** A filter by a party, or by a pick, is asked with one, though it may be left out. */
const namesWhose = (name: string) => name === 'brandId' || name === 'promoterId' || name === 'pickId';
const isOwned = ({ name }: { name: string }) => belongsToSomebody.has(name);
const shapeOf = (name: string) => name.replace(/\{\w+\}/g, '{}');
const body = (method: string) => (method === 'GET' ? undefined : '{}');
