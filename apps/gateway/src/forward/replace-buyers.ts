import { Type } from '@sinclair/typebox';
import { Id } from '@chuanliu/contracts/shapes';
import { compileShape, malformedRequest, validate } from '@chuanliu/http/validate';
import { parseJson } from '../public-door/json-body';
import type { BuyerKeys } from './buyer-key';
import type { UpstreamRequest } from './upstreams';

const anId = compileShape(Id);
// Only what the gateway itself replaces is checked here; partners checks all the rest.
const BuyersOfPromoter = compileShape(Type.Object({ buyerIds: Type.Optional(Type.Array(Id, { maxItems: 1_000 })) }));

/** The request as it goes on, with every buyer's id in it replaced by a key. */
export function replaceBuyers(pattern: string, request: UpstreamRequest, keys: BuyerKeys): UpstreamRequest {
  if (pattern === '/v1/brands/:partyId/river/members/:buyerId') return withKeyInPath(request, keys);
  if (pattern === '/v1/promoters/:partyId' && request.method === 'PUT') return withKeysInBody(request, keys);
  return request;
}

function withKeyInPath(request: UpstreamRequest, keys: BuyerKeys): UpstreamRequest {
  const [path = '', query] = request.path.split(/\?(.*)/s);
  const at = path.lastIndexOf('/') + 1;
  const buyerId = decodeURIComponent(path.slice(at));
  const faults = anId.faults(buyerId);
  if (faults.length > 0) throw malformedRequest([{ pointer: '/buyerId', problem: faults[0]!.problem }]);
  const keyed = path.slice(0, at) + keys.of(buyerId);
  return { ...request, path: query === undefined ? keyed : `${keyed}?${query}` };
}

function withKeysInBody(request: UpstreamRequest, keys: BuyerKeys): UpstreamRequest {
  if (request.body === undefined || request.body.length === 0) return request;
  const body = parseJson(request.body);
  // Its own check in words of the public field: a fault must name buyerIds, and never repeat an id.
  const { buyerIds, ...others } = validate(BuyersOfPromoter, body) as Record<string, unknown> & { buyerIds?: string[] };
  if (Object.hasOwn(others, 'buyerKeys'))
    throw malformedRequest([{ pointer: '/buyerKeys', problem: 'is not a known field' }]);
  const keyed = buyerIds === undefined ? others : { ...others, buyerKeys: buyerIds.map(id => keys.of(id)) };
  return { ...request, body: Buffer.from(JSON.stringify(keyed), 'utf8') };
}
