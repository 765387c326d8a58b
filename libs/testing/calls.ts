import { randomUUID } from 'node:crypto';
import type { SystemUnderTest } from './system-under-test';

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** Calls the system's public door as one of its clients; tokens are fetched when needed and kept. */
export class Calls {
  private readonly tokens = new Map<string, { token: string; until: number }>();
  private readonly clients: Record<string, { clientId: string; clientSecret: string }>;

  constructor(private readonly system: Pick<SystemUnderTest, 'baseUrl' | 'credentials'>) {
    this.clients = { ...system.credentials.clients };
  }

  /** Makes a further client known under `name`, such as one answered by `POST /v1/clients`. */
  introduce(name: string, client: { clientId: string; clientSecret: string }): void {
    this.clients[name] = client;
  }

  get<T>(client: string, path: string): Promise<Answer<T>> {
    return this.send(client, 'GET', path);
  }

  /** A fresh Idempotency-Key goes along unless `headers` names one. */
  post<T>(client: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send(client, 'POST', path, body, { 'idempotency-key': randomUUID(), ...headers });
  }

  put<T>(client: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send(client, 'PUT', path, body, { 'idempotency-key': randomUUID(), ...headers });
  }

  /** @throws when the gateway refuses the client */
  async token(client: string): Promise<string> {
    const known = this.tokens.get(client);
    if (known && known.until > Date.now()) return known.token;
    const secrets = this.clients[client];
    if (!secrets) throw new Error(`No client ${client}; there are ${Object.keys(this.clients).join(', ')}`);
    const answer = await fetch(`${this.system.baseUrl}/v1/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: secrets.clientId,
        client_secret: secrets.clientSecret,
      }),
    });
    if (!answer.ok) throw new Error(`${client} got no token: ${answer.status} ${await answer.text()}`);
    const { access_token: token, expires_in: seconds } = (await answer.json()) as {
      access_token: string;
      expires_in: number;
    };
    this.tokens.set(client, { token, until: Date.now() + (seconds - 30) * 1_000 });
    return token;
  }

  private async send<T>(
    client: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const answer = await fetch(`${this.system.baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.token(client)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = /[/+]json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as T };
  }
}
