/** A request as it reached the fake API. */
export interface Seen {
  method: string;
  path: string;
  headers: Headers;
  body: string;
}

type Answer = { status?: number; headers?: Record<string, string>; body?: unknown };

/** What answers: a fault of the connection is a thrown Error. */
export type Answers = (request: Seen, nth: number) => Answer | Promise<Answer>;

/** Stands in for `fetch`: gives tokens by itself and keeps what else was asked. */
export class FakeApi {
  readonly seen: Seen[] = [];
  tokens = 0;
  tokenSeconds = 900;

  constructor(private readonly answers: Answers) {}

  readonly options = {
    baseUrl: 'http://api.test',
    clientId: 'promoter-1',
    clientSecret: 'secret',
    fetch: (input: string | URL | Request, init?: RequestInit) => this.fetch(input, init),
  };

  private async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    if (pathname === '/v1/token') {
      this.tokens++;
      const token = { access_token: `token-${this.tokens}`, token_type: 'Bearer', expires_in: this.tokenSeconds };
      return Response.json(token);
    }
    const seen = {
      method: request.method,
      path: pathname + search,
      headers: request.headers,
      body: await request.text(),
    };
    this.seen.push(seen);
    const { status = 200, headers, body } = await this.answers(seen, this.seen.length);
    if (status === 204) return new Response(null, { status, headers });
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    return new Response(JSON.stringify(body ?? {}), { status, headers: { 'content-type': type, ...headers } });
  }
}
