import { routesOf, type ApiRoute, type Document } from './authorisation/api-routes';
import { matrix, ownProof, roles } from './authorisation/matrix';
import { sampleOf, type Schema } from './authorisation/sample-values';
import { refusedAs, type BadRequest } from './bad-request';
import type { Headers } from './door';

const anything = () => undefined;

/** What the description says a body or a query is, spoilt at one place: whatever route is added is in here by itself. */
export function badByDescription(document: Document): BadRequest[] {
  return routesOf(document)
    .filter(route => !ownProof.includes(route.name))
    .flatMap(route => [...badQueriesOf(route), ...badBodiesOf(route)]);
}

function badQueriesOf(route: ApiRoute): BadRequest[] {
  if (route.method !== 'GET') return [];
  const isList = route.parameters.some(parameter => parameter.name === 'limit');
  const queries: Array<[string, string]> = [['surplus=1', '/surplus']];
  if (isList)
    queries.push(['limit=0', '/limit'], ['limit=201', '/limit'], ['limit=ten', '/limit'], ['cursor=', '/cursor']);
  return queries.map(([query, pointer]) => badRequest(route, query, undefined, pointer, query));
}

function badBodiesOf(route: ApiRoute): BadRequest[] {
  if (route.body?.type !== 'application/json') return [];
  const { schema } = route.body;
  const right = sampleOf(schema, anything);
  const bad = (what: string, body: unknown, pointer: string) => badRequest(route, what, body, pointer);
  const wholes = [[], 'text', 7].map(body => bad(`${JSON.stringify(body)} for the whole`, body, ''));
  if (schema.type !== 'object') return wholes;
  const fields = Object.entries(schema.properties ?? {});
  return [
    ...wholes,
    bad('a field too many', { ...(right as object), surplusField: 1 }, '/surplusField'),
    ...(schema.required ?? []).map(field => bad(`without ${field}`, without(right as object, field), `/${field}`)),
    ...fields.map(([field, inner]) =>
      bad(`${field} of another kind`, { ...(right as object), [field]: wrongKindOf(inner) }, `/${field}`),
    ),
  ];
}

/** @param pointer where the refusal must say that the fault is, or below it */
function badRequest(route: ApiRoute, what: string, body: unknown, pointer: string, query = ''): BadRequest {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = route.parameters.find(parameter => parameter.in === 'path' && parameter.name === name)!;
    return encodeURIComponent(String(sampleOf(part.schema, anything)));
  });
  const headers: Headers = route.method === 'GET' ? {} : { 'content-type': 'application/json' };
  return {
    what: `${route.name}, ${what}`,
    refused: { ...refusedAs(400, 'malformed-request'), pointer },
    send: door => door.as(clientFor(route.name), route.method, query ? `${path}?${query}` : path, text(body), headers),
  };
}

/** A body that is a text must be sent as JSON has texts. */
const text = (body: unknown) => (typeof body === 'string' ? JSON.stringify(body) : body);

/** Somebody who may ask: a request is read before anybody looks whose things it is about. */
function clientFor(name: string): string {
  const row = matrix[name] ?? {};
  const role = roles.find(each => row[each] !== undefined);
  if (!role) throw new Error(`nobody may ask ${name}`);
  return role === 'finance' ? 'finance-1' : role;
}

function without(body: object, field: string): object {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== field));
}

/** Fits no shape that the API has: texts where objects belong, and an object of no known field everywhere else. */
function wrongKindOf(schema: Schema): unknown {
  const isObject = schema.type === 'object' || schema.anyOf?.some(each => each.type === 'object');
  return isObject ? 'text' : { $gt: '' };
}
