import type { OpenAPIObject } from '@nestjs/swagger';
import { idempotencyKeyHeader } from '../answer-once/idempotency-key.shape';
import { routes, type Route } from '../forward/routes';
import type { UpstreamName } from '../gateway.config';
import { describedNotifications } from './described-notifications';

type Paths = OpenAPIObject['paths'];
type PathItem = Paths[string];
type Components = NonNullable<OpenAPIObject['components']>;

const methods = ['get', 'put', 'post', 'delete'] as const;

/** Addresses are compared by their shape: services name the parts of a path in their own words. */
const shapeOf = (path: string) => path.replace(/\{[^}]*\}|:\w+/g, '{}');

/**
 * The door's own name of an address that it passes on; a part that it leaves open may be a fixed word of the service's,
 * unless the door has that word as well: `:statementId` and `:statementId.csv` are two addresses.
 */
function routeTo(service: UpstreamName, method: string, path: string): Route | undefined {
  const parts = shapeOf(path).split('/');
  const fitting = routes.filter(route => {
    const open = shapeOf(route.path).split('/');
    if (route.service !== service || route.method !== method.toUpperCase() || open.length !== parts.length)
      return false;
    return open.every((part, i) => part === '{}' || part === parts[i]);
  });
  return fitting.find(route => shapeOf(route.path) === shapeOf(path)) ?? fitting[0];
}

/**
 * One description of the whole public API: the gateway's own calls, and of each service those that are passed on to
 * it. What a service answers inside only is left out.
 */
export function mergeDocuments(
  own: OpenAPIObject,
  documents: ReadonlyArray<{ service: UpstreamName; document: OpenAPIObject }>,
): OpenAPIObject {
  const paths: Paths = tagged(own.paths, 'gateway');
  const schemas: Components['schemas'] = { ...own.components?.schemas };
  for (const { service, document } of documents) {
    const publicPaths = tagged(publicPathsOf(service, document), service);
    for (const [path, item] of Object.entries(inBuyersWords(publicPaths))) {
      const same = Object.keys(paths).find(known => shapeOf(known) === shapeOf(path)) ?? path;
      paths[same] = { ...item, ...paths[same] };
    }
    Object.assign(schemas, document.components?.schemas);
  }
  const sorted = Object.fromEntries(Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1)));
  return {
    ...own,
    info: {
      ...own.info,
      title: 'Chuanliu',
      description:
        'Live-commerce distribution: who brought a sale, who gets what of it, and where every fen went. ' +
        'Amounts are whole fen, rates whole basis points, scores whole hundredths, instants RFC 3339 with an offset. ' +
        'An instant has at most three decimals, and lies in the years 1970 to 9998 of UTC.',
    },
    paths: sorted,
    webhooks: describedNotifications(),
    components: { ...own.components, schemas },
  };
}

function publicPathsOf(service: UpstreamName, document: OpenAPIObject): Paths {
  const paths: Paths = {};
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      const route = operation && routeTo(service, method, path);
      if (!route) continue;
      const [name, named] = inWordsOf(route, path, operation.parameters ?? []);
      const parameters = [...named, ...headersOf(route)];
      paths[name] = { ...paths[name], [method]: { ...operation, parameters } };
    }
  }
  return paths;
}

/** What the door itself reads of a request that it passes on. */
function headersOf({ method, keyRequired }: Route): Parameters {
  if (method !== 'POST' && method !== 'PUT') return [];
  return Object.entries(idempotencyKeyHeader).map(
    ([name, schema]) =>
      ({ name, in: 'header', required: keyRequired === true, schema: { ...schema } }) as unknown as Parameters[number],
  );
}

type Parameters = NonNullable<NonNullable<PathItem['get']>['parameters']>;

/** Services name the parts of a path each in their own words; the public's are those of the door, the same for all. */
function inWordsOf(route: Route, path: string, parameters: Parameters): [string, Parameters] {
  const open = route.path.split('/');
  const words = new Map<string, string>();
  const parts = path.split('/').map((part, i) => {
    const [, itsWord, ending = ''] = /^\{(\w+)\}(.*)$/.exec(part) ?? [];
    const [, doorsWord] = /^:(\w+)/.exec(open[i]!) ?? [];
    if (itsWord === undefined || doorsWord === undefined) return part;
    words.set(itsWord, doorsWord);
    return `{${doorsWord}}${ending}`;
  });
  const named = parameters.map(parameter =>
    'in' in parameter && parameter.in === 'path'
      ? { ...parameter, name: words.get(parameter.name) ?? parameter.name }
      : parameter,
  );
  return [parts.join('/'), named];
}

/** Operations are grouped by the service that answers; ids that two services share get its name in front. */
function tagged(paths: Paths, service: string): Paths {
  const entries = Object.entries(paths).map(([path, item]) => {
    const operations = methods.flatMap(method => {
      const operation = item[method];
      if (!operation) return [];
      const operationId = `${service}.${operation.operationId ?? `${method} ${path}`}`;
      return [[method, { ...operation, operationId, tags: [service] }] as const];
    });
    return [path, Object.fromEntries(operations)] as const;
  });
  return Object.fromEntries(entries);
}

/** Behind the gateway a buyer has a key; whoever calls it names the buyer by the id that the channel uses. */
function inBuyersWords(paths: Paths): Paths {
  const entries = Object.entries(paths).map(([path, item]) => {
    if (path.includes('{buyerId}')) return [path, withBuyerId(item)] as const;
    if (shapeOf(path) === '/v1/promoters/{}' && item.put)
      return [path, { ...item, put: renamedBody(item.put) }] as const;
    return [path, item] as const;
  });
  return Object.fromEntries(entries);
}

const anId = { type: 'string', pattern: '^[A-Za-z0-9._:-]{1,64}$' };

function withBuyerId(item: PathItem): PathItem {
  const copy = structuredClone(item);
  for (const method of methods) {
    for (const parameter of copy[method]?.parameters ?? []) {
      if ('name' in parameter && parameter.name === 'buyerId') Object.assign(parameter, { schema: anId });
    }
  }
  return copy;
}

function renamedBody(operation: NonNullable<PathItem['put']>): NonNullable<PathItem['put']> {
  const copy = structuredClone(operation);
  const body = copy.requestBody;
  if (!body || !('content' in body)) return copy;
  for (const media of Object.values(body.content)) {
    const properties = media.schema && 'properties' in media.schema ? media.schema.properties : undefined;
    if (!properties || !('buyerKeys' in properties)) continue;
    delete properties.buyerKeys;
    properties.buyerIds = {
      type: 'array',
      items: anId,
      description: "The promoter's own ids as a buyer; kept as keys only",
    };
  }
  return copy;
}
