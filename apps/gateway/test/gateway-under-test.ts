import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Caller } from '@chuanliu/auth/caller';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { TokenSigner } from '@chuanliu/auth/token';
import { signWebhook } from '@chuanliu/auth/webhook-signature';
import { createService } from '@chuanliu/http/start-service';
import { dropNamespace, uniqueNamespace, type Namespace } from '@chuanliu/testing/unique-namespace';
import { upstreamNames, type GatewaySettings, type UpstreamName } from '../src/gateway.config';
import { gatewayModule } from '../src/gateway.module';
import { ChannelSecrets } from '../src/register-channel/channel-secrets';

/** What a service behind the gateway was asked. */
export interface Asked {
  service: UpstreamName;
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** An answer as tests look at it. */
export interface TestAnswer {
  status: number;
  headers: Headers;
  text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at single fields
  json: any;
}

/** How the services behind answer in a test; only their HTTP boundary is played. */
export type Behind = (asked: Asked, response: ServerResponse) => void;

/** A real gateway on a real port, with a database and a broker of its own namespace and played services behind it. */
export class GatewayUnderTest {
  readonly asked: Asked[] = [];
  behind: Behind = (_asked, response) => answerJson(response, 200, { ok: true });

  private constructor(
    readonly app: NestFastifyApplication,
    readonly namespace: Namespace,
    readonly url: string,
    readonly settings: GatewaySettings,
    private readonly signer: TokenSigner,
    private readonly servers: Server[],
  ) {}

  static async start(changes: Partial<GatewaySettings> = {}): Promise<GatewayUnderTest> {
    const namespace = uniqueNamespace();
    const { privateJwk, jwks } = await createKeyPair();
    const box: { gateway?: GatewayUnderTest } = {};
    const servers = await Promise.all(upstreamNames.map(name => playService(name, box)));
    const settings: GatewaySettings = {
      databaseUrl: namespace.servers.databaseUrl,
      kafkaBrokers: namespace.servers.kafkaBrokers.split(','),
      namespace: namespace.name,
      upstreams: Object.fromEntries(upstreamNames.map((name, index) => [name, urlOf(servers[index]!)])) as Record<
        UpstreamName,
        string
      >,
      jwtPrivateJwk: JSON.stringify(privateJwk),
      buyerKeySecret: 'the permanent secret of this test',
      requestsPerSecond: 100_000,
      unauthenticatedRequestsPerSecond: 100_000,
      answersKeptHours: 72,
      ...changes,
    };
    const module = gatewayModule(settings);
    const app = await createService({ module, service: 'gateway', trust: { jwks }, logLevel: 'silent' });
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    box.gateway = new GatewayUnderTest(app, namespace, url, settings, new TokenSigner(privateJwk), servers);
    return box.gateway;
  }

  async stop(): Promise<void> {
    await this.app.close();
    for (const server of this.servers) {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    }
    await dropNamespace(this.namespace);
  }

  token(caller: Partial<Caller> & Pick<Caller, 'role'>): Promise<string> {
    return this.signer.sign({ clientId: `${caller.role}-client`, partyId: null, personId: null, ...caller }, 300);
  }

  /** Calls as this caller; `body` goes as JSON unless it is text or bytes already. */
  async call(
    caller: (Partial<Caller> & Pick<Caller, 'role'>) | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<TestAnswer> {
    const authorization: Record<string, string> = caller ? { authorization: `Bearer ${await this.token(caller)}` } : {};
    const raw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...authorization,
        ...(raw === undefined ? undefined : { 'content-type': 'application/json' }),
        ...headers,
      },
      redirect: 'manual',
      ...(raw === undefined ? {} : { body: raw as string }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson ? (JSON.parse(text) as unknown) : undefined,
    };
  }

  secretOf(channelId: string): Promise<string> {
    return this.app.get(ChannelSecrets).rotate(channelId);
  }

  /** Sends a webhook; every header can be replaced or, by an empty text, left out. */
  webhook(
    channelId: string,
    secret: string,
    body: unknown,
    headers: Record<string, string> = {},
    path = '/v1/orders/events',
  ) {
    const raw = typeof body === 'string' ? body : JSON.stringify(body);
    const id = headers['webhook-id'] ?? randomUUID();
    const timestamp = headers['webhook-timestamp'] ?? String(Math.floor(Date.now() / 1_000));
    const all = {
      'x-channel-id': channelId,
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signWebhook(secret, { id, timestamp, body: raw }),
      ...headers,
    };
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    return this.call(null, 'POST', path, raw, sent);
  }
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
}

async function playService(service: UpstreamName, box: { gateway?: GatewayUnderTest }): Promise<Server> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const asked = { service, method, url, headers, body };
      box.gateway!.asked.push(asked);
      box.gateway!.behind(asked, response);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
