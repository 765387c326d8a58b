import { FakeApi, type Answers } from '../test/fake-api';
import { ChuanliuProblem, createClient } from './index';

const path = { partyId: 'pr-1' };
const at = (answers: Answers) => {
  const api = new FakeApi(answers);
  return { api, client: createClient({ ...api.options, longestWaitMs: 2_000 }) };
};
const busy = { status: 503, headers: { 'retry-after': '0' }, body: { type: '/problems/unavailable', title: 'Busy' } };
const keysOf = (api: FakeApi) => api.seen.map(({ headers }) => headers.get('idempotency-key'));

describe('a client’s token', () => {
  it('is fetched once, however many calls want it', async () => {
    const { api, client } = at(() => ({}));
    await Promise.all(Array.from({ length: 5 }, () => client.get('/v1/progress')));
    expect(api.tokens).toBe(1);
    expect(api.seen.map(({ headers }) => headers.get('authorization'))).toEqual(Array(5).fill('Bearer token-1'));
  });

  it('is renewed before it runs out', async () => {
    const { api, client } = at(() => ({}));
    api.tokenSeconds = 60;
    await client.get('/v1/progress');
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000);
    await client.get('/v1/progress');
    now.mockRestore();
    expect(api.seen.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('is renewed once when the API believes it no more, for all who were refused with it', async () => {
    const { api, client } = at(({ headers }) => ({
      status: headers.get('authorization') === 'Bearer token-1' ? 401 : 200,
    }));
    await Promise.all([client.get('/v1/progress'), client.get('/v1/progress')]);
    expect(api.tokens).toBe(2);
  });

  it('is kept when a call is refused with the one before it', async () => {
    const { api, client } = at(async (_, nth) => {
      // The second call is refused only once the first has fetched the next token and was answered.
      if (nth === 2) while (api.seen.length < 3) await new Promise(resolve => setImmediate(resolve));
      return { status: nth <= 2 ? 401 : 200 };
    });
    await Promise.all([client.get('/v1/progress'), client.get('/v1/progress')]);
    expect(api.tokens).toBe(2);
  });

  it('is not renewed for ever: a second 401 is a refusal', async () => {
    const { api, client } = at(() => ({ status: 401, body: { type: '/problems/unauthenticated' } }));
    await expect(client.get('/v1/progress')).rejects.toMatchObject({ status: 401, type: '/problems/unauthenticated' });
    expect(api.seen).toHaveLength(2);
  });
});

describe('a call', () => {
  it('keeps its Idempotency-Key over repeats, and has another than the next call', async () => {
    const { api, client } = at((_, nth) => (nth === 1 ? busy : { status: 201 }));
    await client.post('/v1/promoters/{partyId}/picks', { params: { path }, body: { productId: 'p-1' } });
    await client.post('/v1/promoters/{partyId}/picks', { params: { path }, body: { productId: 'p-1' } });
    const [first, repeat, next] = keysOf(api);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(repeat).toBe(first);
    expect(next).not.toBe(first);
    expect(api.seen[1]).toMatchObject({
      method: 'POST',
      path: '/v1/promoters/pr-1/picks',
      body: '{"productId":"p-1"}',
    });
  });

  it('is made again when the connection fails, but a DELETE is not: it may have been carried out', async () => {
    const faulty: Answers = (_, nth) => {
      if (nth === 1) throw new TypeError('fetch failed');
      return { status: 204 };
    };
    const one = at(faulty);
    await one.client.put('/v1/promoters/{partyId}', { params: { path }, body: { name: 'x', kind: 'person' } });
    expect(one.api.seen).toHaveLength(2);
    expect(keysOf(one.api)[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keysOf(one.api)[1]).toBe(keysOf(one.api)[0]);

    const other = at(faulty);
    const end = other.client.delete('/v1/promoters/{partyId}/picks/{pickId}', {
      params: { path: { partyId: 'pr-1', pickId: 'pk-1' } },
    });
    await expect(end).rejects.toThrow('fetch failed');
    expect(other.api.seen).toHaveLength(1);
  });

  it.each([
    [429, 5],
    [503, 5],
    [500, 1],
    [409, 1],
    [422, 1],
  ])('that is refused with %i is made %i times in all', async (status, times) => {
    const headers: Record<string, string> = status === 409 ? {} : { 'retry-after': '0' };
    const { api, client } = at(() => ({ status, headers }));
    await expect(client.get('/v1/progress')).rejects.toMatchObject({ status });
    expect(api.seen).toHaveLength(times);
  });

  it('waits while its own first request is still at work', async () => {
    const working = { status: 409, headers: { 'retry-after': '0' } };
    const { api, client } = at((_, nth) => (nth === 1 ? working : {}));
    await client.put('/v1/promoters/{partyId}', { params: { path }, body: { name: 'x', kind: 'person' } });
    expect(api.seen).toHaveLength(2);
  });

  it('does not wait longer than it was told to', async () => {
    const { api, client } = at(() => ({ status: 429, headers: { 'retry-after': '3' } }));
    await expect(client.get('/v1/progress')).rejects.toMatchObject({ status: 429 });
    expect(api.seen).toHaveLength(1);
  });

  it('sends rows as lines of JSON', async () => {
    const { api, client } = at(() => ({ body: { written: 2, refused: [] } }));
    expect(await client.postRows('/v1/products/bulk', [{ productId: 'p-1' }, { productId: 'p-2' }])).toEqual({
      written: 2,
      refused: [],
    });
    expect(api.seen[0]!.headers.get('content-type')).toBe('application/x-ndjson');
    expect(api.seen[0]!.body).toBe('{"productId":"p-1"}\n{"productId":"p-2"}');
  });
});

describe('a refusal', () => {
  it('is thrown with its type, its faults and the request that it answers', async () => {
    const { client } = at(() => ({
      status: 400,
      body: {
        type: '/problems/malformed-request',
        title: 'The request is not of the declared shape',
        status: 400,
        errors: [{ pointer: '/productId', problem: 'is required' }],
        requestId: 'r-1',
      },
    }));
    const refusal = await client
      .post('/v1/promoters/{partyId}/picks', { params: { path }, body: { productId: '' } })
      .catch((fault: unknown) => fault);
    expect(refusal).toBeInstanceOf(ChuanliuProblem);
    expect(refusal).toMatchObject({
      type: '/problems/malformed-request',
      status: 400,
      errors: [{ pointer: '/productId', problem: 'is required' }],
      requestId: 'r-1',
      message: expect.stringContaining('POST /v1/promoters/pr-1/picks: 400') as string,
    });
  });

  it('is told as well as it can be when it is not a problem document', async () => {
    const { client } = at(() => ({ status: 502, body: 'Bad Gateway' }));
    await expect(client.get('/v1/progress')).rejects.toMatchObject({ status: 502, type: 'about:blank' });
  });
});
