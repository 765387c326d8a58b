import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENCE_MS } from '@chuanliu/testing/eventually';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  /** As it came over the wire: it is what was signed. */
  raw: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever came
  body: any;
}

type Behaviour = (received: Received, response: ServerResponse) => void;

const accepts: Behaviour = (_received, response) => void response.writeHead(204).end();

/** A partner's system: takes messages, and answers as the test wants it to. */
export class AReceiver {
  readonly received: Received[] = [];
  private behaviour: Behaviour = accepts;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<AReceiver> {
    const server = createServer();
    const receiver = new AReceiver(server);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const one = { path: request.url ?? '', headers: request.headers, raw, body: JSON.parse(raw) as unknown };
        receiver.received.push(one);
        receiver.behaviour(one, response);
      });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on. */
  answers(behaviour: Behaviour | number, headers: Record<string, string> = {}): void {
    this.behaviour =
      typeof behaviour === 'number' ? (_, response) => void response.writeHead(behaviour, headers).end() : behaviour;
  }

  accepts(): void {
    this.behaviour = accepts;
  }

  /** Waits for so many messages in all. @throws when they do not come */
  async until(count: number, path = ''): Promise<Received[]> {
    const matching = () => this.received.filter(one => one.path.startsWith(path));
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(20)) {
      if (matching().length >= count) return matching();
    }
    throw new Error(
      `${matching().length} of ${count} messages came: ${JSON.stringify(matching().map(one => one.raw))}`,
    );
  }

  /** What came under a path so far, in a few words. */
  told(path = ''): string[] {
    return this.received.filter(one => one.path.startsWith(path)).map(one => (one.body as { type: string }).type);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }
}
