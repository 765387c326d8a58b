import { randomUUID } from 'node:crypto';
import { createTokens, type Tokens } from '@chuanliu/client';
import type { SystemUnderTest } from './system-under-test';

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** Calls the system's public door as one of its clients; tokens are fetched when needed and kept. */
export class Calls {
  private readonly tokens = new Map<string, Tokens>();
  private readonly clients: Record<string, { clientId: string; clientSecret: string }>;

  constructor(private readonly system: Pick<SystemUnderTest, 'baseUrl' | 'credentials'>) {
    this.clients = { ...system.credentials.clients };
  }

  /** Makes a further client known under `name`, such as one answered by `POST /v1/clients`. */
  introduce(name: string, client: { clientId: string; clientSecret: string }): void {
    this.clients[name] = client;
    this.tokens.delete(name);
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

  delete<T>(client: string, path: string, body?: unknown): Promise<Answer<T>> {
    return this.send(client, 'DELETE', path, body);
  }

  /** @throws when the gateway refuses the client */
  async token(client: string): Promise<string> {
    let tokens = this.tokens.get(client);
    if (!tokens) {
      const secrets = this.clients[client];
      if (!secrets) throw new Error(`No client ${client}; there are ${Object.keys(this.clients).join(', ')}`);
      tokens = createTokens({ baseUrl: this.system.baseUrl, ...secrets });
      this.tokens.set(client, tokens);
    }
    return tokens.get();
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
