import { randomUUID } from 'node:crypto';
import createApi, { type Client as Api } from 'openapi-fetch';
import type { AnswerOf, Call, Method, PathOf } from './calls';
import { createLists, type Lists } from './lists';
import { sendPatiently } from './patience';
import { problemOf } from './problem';
import type { paths } from './schema';
import { createTokens, type ClientOptions } from './tokens';

/**
 * The API as one of its clients. Paths, parameters, bodies and answers are checked by the compiler.
 *
 * Every call throws a ChuanliuProblem when it is refused.
 */
export interface ChuanliuClient extends Lists {
  get: Call<'get'>;
  put: Call<'put'>;
  post: Call<'post'>;
  delete: Call<'delete'>;
  /** Sends rows as newline-delimited JSON, as bulk writes take them. */
  postRows<P extends RowsPath>(path: P, rows: Iterable<object>): Promise<AnswerOf<'post', P>>;
  /**
   * The openapi-fetch client underneath, for an answer's headers (`response.headers`) or for a stream (`parseAs:
   * 'stream'`). It has the same tokens, keys and patience, but returns a refusal as `error` instead of throwing it.
   */
  readonly api: Api<paths>;
}

type RowsPath = {
  [P in PathOf<'post'>]: paths[P]['post'] extends { requestBody: { content: { [ROWS]: string } } } ? P : never;
}[PathOf<'post'>];
const ROWS = 'application/x-ndjson';

/**
 * Talks to the API as one client: fetches and renews its token, gives every POST and PUT an Idempotency-Key that it
 * keeps over repeats, and repeats while the system is busy, or out of reach, as far as a repeat does no harm.
 */
export function createClient(options: ClientOptions): ChuanliuClient {
  const api = createApi<paths>({
    baseUrl: options.baseUrl,
    bodySerializer: body => (typeof body === 'string' ? body : JSON.stringify(body)),
    fetch: authorised(options),
  });
  const call = (method: Method) => callBy(api, method);
  const get = call('get') as Call<'get'>;
  const post = call('post') as Call<'post'>;
  return {
    api,
    get,
    post,
    put: call('put') as Call<'put'>,
    delete: call('delete') as Call<'delete'>,
    postRows: ((path: RowsPath, rows: Iterable<object>) =>
      post(path, {
        headers: { 'content-type': ROWS },
        body: Array.from(rows, row => JSON.stringify(row)).join('\n'),
      })) as ChuanliuClient['postRows'],
    ...createLists(get),
  };
}

/** openapi-fetch's general method, of which the typed ones are views. */
type UntypedRequest = (method: Method, path: string, init: object) => Promise<{ error?: unknown; response: Response }>;

function callBy(api: Api<paths>, method: Method) {
  const request = api.request as unknown as UntypedRequest;
  return async (path: string, init: object = {}): Promise<unknown> => {
    const { response } = await request(method, path, { ...init, parseAs: 'stream', middleware: [refusalsThrown] });
    if (response.status === 204) return undefined;
    const text = await response.text();
    return /[/+]json\b/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text;
  };
}

const refusalsThrown = {
  async onResponse({ request, response }: { request: Request; response: Response }): Promise<undefined> {
    if (response.ok) return;
    const { pathname, search } = new URL(request.url);
    throw await problemOf(response, `${request.method} ${pathname}${search}`);
  },
};

function authorised(options: ClientOptions): (request: Request) => Promise<Response> {
  const tokens = createTokens(options);
  const { fetch = globalThis.fetch } = options;
  return async request => {
    const { method, url, signal } = request;
    const headers = new Headers(request.headers);
    const isWrite = method === 'POST' || method === 'PUT';
    if (isWrite && !headers.has('idempotency-key')) headers.set('idempotency-key', randomUUID());
    const body = request.body === null ? undefined : await request.arrayBuffer();

    let token: string | undefined;
    const attempt = async () => {
      token = await tokens.get();
      headers.set('authorization', `Bearer ${token}`);
      return fetch(url, { method, headers, body, signal });
    };
    // A DELETE that was carried out though its answer got lost would be refused the second time.
    const mayRepeat = method !== 'DELETE';
    const answer = await sendPatiently(attempt, options, mayRepeat);
    if (answer.status !== 401 || token === undefined) return answer;
    tokens.drop(token);
    await answer.body?.cancel();
    return sendPatiently(attempt, options, mayRepeat);
  };
}
