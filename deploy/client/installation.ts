import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createChannel,
  createClient,
  type AnswerOf,
  type Channel,
  type ChuanliuClient,
  type RowOf,
} from '@chuanliu/client';

/** `.local/credentials.json`, as far as the programs here need it. */
export interface Credentials {
  baseUrl: string;
  clients: Record<string, { clientId: string; clientSecret: string }>;
  channel: { id: string; secret: string };
}

export const credentialsFrom = (file: string): Credentials => JSON.parse(readFileSync(file, 'utf8')) as Credentials;

/** A system that starts, or that was just killed, is given minutes. */
const patience = { attempts: 60, longestWaitMs: 5_000 };

/** An installation as those who run it meet it: its clients by name, and its channel. */
export class Installation {
  readonly channel: Channel;
  private readonly clients = new Map<string, ChuanliuClient>();

  constructor(private readonly credentials: Credentials) {
    const { baseUrl, channel } = credentials;
    this.channel = createChannel({ baseUrl, channelId: channel.id, secret: channel.secret, ...patience });
  }

  get operator(): ChuanliuClient {
    return this.as('operator');
  }

  /** @param name a client that the credentials name */
  as(name: string): ChuanliuClient {
    let client = this.clients.get(name);
    if (!client) {
      const { baseUrl, clients } = this.credentials;
      const secrets = clients[name];
      if (!secrets) throw new Error(`the credentials name no client "${name}"`);
      client = createClient({ baseUrl, ...secrets, ...patience });
      this.clients.set(name, client);
    }
    return client;
  }

  /** Waits until everything that was sent has arrived in every service. @throws after the given time */
  async untilQuiet(limitMs: number): Promise<AnswerOf<'get', '/v1/progress'>> {
    const until = Date.now() + limitMs;
    for (;;) {
      const progress = await this.operator.get('/v1/progress');
      if (progress.quiescent) return progress;
      if (Date.now() > until)
        throw new Error(`the system was not quiet after ${limitMs} ms: ${JSON.stringify(progress)}`);
      await sleep(300);
    }
  }
}

/** The categories that products can be in: those without further ones below them. */
export async function leafCategories(client: ChuanliuClient): Promise<Array<RowOf<'/v1/categories'>>> {
  const rows = await client.listAll('/v1/categories', { params: { query: { limit: 200 } } });
  const parents = new Set(rows.map(row => row.parentId));
  return rows.filter(row => !parents.has(row.id));
}

/** Does all jobs, at most `width` at a time. */
export async function inParallel<T>(jobs: readonly T[], width: number, work: (job: T) => Promise<void>): Promise<void> {
  const queue = jobs.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const job of queue) await work(job);
    }),
  );
}
