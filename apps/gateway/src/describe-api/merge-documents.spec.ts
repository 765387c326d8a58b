import type { OpenAPIObject } from '@nestjs/swagger';
import { mergeDocuments } from './merge-documents';

const documentOf = (paths: object, schemas: object = {}) =>
  ({
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    paths,
    components: { schemas },
  }) as unknown as OpenAPIObject;
const operation = (operationId: string, more: object = {}) => ({ operationId, responses: {}, ...more });

describe('the description of the whole API', () => {
  const own = documentOf({ '/v1/token': { post: operation('issue') } });
  const merged = mergeDocuments(own, [
    {
      service: 'partners',
      document: documentOf(
        {
          '/v1/brands/{brandId}': { put: operation('write'), patch: operation('change') },
          '/v1/secret-door': { get: operation('open') },
          '/internal/progress': { get: operation('look') },
          '/v1/promoters/{promoterId}': {
            put: operation('write', {
              requestBody: {
                content: {
                  'application/json': { schema: { type: 'object', properties: { name: {}, buyerKeys: {} } } },
                },
              },
            }),
          },
        },
        { Brand: { type: 'object' } },
      ),
    },
    {
      service: 'attribution',
      document: documentOf({
        '/v1/brands/{brand}/river/members/{buyerKey}': {
          get: operation('member', {
            parameters: [
              { name: 'brand', in: 'path' },
              { name: 'buyerKey', in: 'path', schema: { pattern: 'hex' } },
            ],
          }),
        },
      }),
    },
    { service: 'orders', document: documentOf({ '/v1/brands/{id}': { get: operation('taken') } }) },
  ]);

  it('has the gateway’s own calls and those that are passed on, each under the service that answers', () => {
    expect(Object.keys(merged.paths)).toEqual(
      [
        '/v1/brands/{partyId}',
        '/v1/brands/{partyId}/river/members/{buyerId}',
        '/v1/promoters/{partyId}',
        '/v1/token',
      ].sort(),
    );
    expect(merged.paths['/v1/brands/{partyId}']).toEqual({
      put: expect.objectContaining({ tags: ['partners'], operationId: 'partners.write' }),
    });
    expect(merged.paths['/v1/token']!.post!.tags).toEqual(['gateway']);
    expect(merged.components!.schemas).toEqual({ Brand: { type: 'object' } });
  });

  it('names the parts of a path as the door does, whatever the services call them', () => {
    const { parameters } = merged.paths['/v1/brands/{partyId}/river/members/{buyerId}']!.get!;
    expect(parameters).toEqual([
      expect.objectContaining({ name: 'partyId' }),
      expect.objectContaining({ name: 'buyerId', schema: expect.objectContaining({ type: 'string' }) }),
    ]);
  });

  it('tells of the key that every write may carry', () => {
    const write = merged.paths['/v1/promoters/{partyId}']!.put!;
    expect(write.parameters).toEqual([expect.objectContaining({ name: 'Idempotency-Key', required: false })]);
  });

  it('speaks of buyers by the ids that callers know', () => {
    const text = JSON.stringify(merged);
    expect(text).not.toContain('buyerKey');
    const body = JSON.stringify(merged.paths['/v1/promoters/{partyId}']!.put!.requestBody);
    expect(body).toMatch(/"properties":\{"name":\{\},"buyerIds":\{"type":"array"/);
  });

  it('keeps an address apart from one that ends in a word of its own', () => {
    const whole = mergeDocuments(own, [
      {
        service: 'settlement',
        document: documentOf({
          '/v1/statements/{id}': { get: operation('read') },
          '/v1/statements/{id}.csv': { get: operation('asCsv') },
        }),
      },
    ]);
    expect(Object.keys(whole.paths).filter(path => path.startsWith('/v1/statements'))).toEqual([
      '/v1/statements/{statementId}',
      '/v1/statements/{statementId}.csv',
    ]);
  });
});
