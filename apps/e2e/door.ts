import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Calls } from '@chuanliu/testing/calls';
import { PATIENCE_MS } from '@chuanliu/testing/eventually';
import type { Credentials } from '@chuanliu/testing/system-under-test';
import { signedHeaders, type Delivery } from './webhook';

export interface DoorAnswer {
  status: number;
  contentType: string;
  text: string;
}

type Body = string | Buffer | undefined;
export type Headers = Record<string, string>;

/** The public door as a stranger meets it: sends what no well-behaved client would, byte for byte. */
export class Door {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 16 });

  constructor(
    readonly calls: Calls,
    private readonly credentials: Credentials,
  ) {}

  close(): void {
    this.agent.destroy();
  }

  /** @param path sent as it stands: nothing is resolved or encoded */
  send(method: string, path: string, headers: Headers = {}, body?: Body): Promise<DoorAnswer> {
    const { hostname, port } = new URL(this.credentials.baseUrl);
    const length: Headers = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const options = { hostname, port, method, path, headers: { ...length, ...headers }, agent: this.agent };
      const sent = request(options, answer => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', reject);
        answer.once('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            contentType: answer.headers['content-type'] ?? '',
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      });
      sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error(`${method} ${path.slice(0, 100)} was not answered`)));
      sent.once('error', reject);
      sent.end(body);
    });
  }

  /** As one of the clients, with a key of its own where something is written. */
  async as(client: string, method: string, path: string, body?: unknown, headers: Headers = {}): Promise<DoorAnswer> {
    const authorization = `Bearer ${await this.calls.token(client)}`;
    const written: Headers =
      method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    return this.send(method, path, { authorization, ...written, ...headers }, asBody(body));
  }

  /** As the channel, signed unless `headers` replace the signature; those given as '' are left out. */
  webhook(
    body: unknown,
    { path = '/v1/orders/events', ...delivery }: Partial<Omit<Delivery, 'body'>> & { path?: string } = {},
    headers: Headers = {},
  ): Promise<DoorAnswer> {
    const bytes = asBody(body) ?? '';
    const signed = signedHeaders(this.credentials.channel, { webhookId: randomUUID(), ...delivery, body: bytes });
    const all = Object.entries({ ...signed, ...headers }).filter(([, value]) => value !== '');
    return this.send('POST', path, Object.fromEntries(all), bytes);
  }
}

export const asBody = (body: unknown): Body =>
  body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
