import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** `.local/credentials.json`, as far as the programs here need it. */
export interface Credentials {
  baseUrl: string;
  clients: Record<string, { clientId: string; clientSecret: string }>;
  channel: { id: string; secret: string };
}

export const credentialsFrom = (file: string): Credentials => JSON.parse(readFileSync(file, 'utf8')) as Credentials;

export interface IntakeAnswer {
  accepted: number;
  duplicates: number;
  refused: Array<{ index: number; eventId: string | null; type: string; title: string; errors?: unknown }>;
}

/** A refusal by the API: its status and its problem. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: { type?: string; title?: string; [fact: string]: unknown },
    what: string,
  ) {
    super(`${what}: ${status} ${JSON.stringify(problem)}`);
  }
}

/** Talks to the public door as an installation's operator and as its channel, the way any outside program would. */
export class Client {
  private readonly tokens = new Map<string, { text: string; until: number }>();

  constructor(private readonly credentials: Credentials) {}

  get baseUrl(): string {
    return this.credentials.baseUrl;
  }

  get<T>(path: string, client = 'operator'): Promise<T> {
    return this.call(client, 'GET', path);
  }

  put<T>(path: string, body: unknown, client = 'operator'): Promise<T> {
    return this.call(client, 'PUT', path, JSON.stringify(body));
  }

  post<T>(path: string, body: unknown, client = 'operator'): Promise<T> {
    return this.call(client, 'POST', path, JSON.stringify(body));
  }

  /** Rows as newline-delimited JSON. */
  postRows<T>(path: string, rows: unknown[], client = 'operator'): Promise<T> {
    return this.call(client, 'POST', path, rows.map(row => JSON.stringify(row)).join('\n'), 'application/x-ndjson');
  }

  /** Sends order events as the channel does: signed as Standard Webhooks are, and sent again while the system is busy. */
  async sendEvents(events: unknown[]): Promise<IntakeAnswer> {
    const { id: channelId, secret } = this.credentials.channel;
    const body = JSON.stringify({ events });
    const webhookId = randomUUID();
    return this.untilTaken('order events', () => {
      const timestamp = Math.floor(Date.now() / 1_000);
      const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
      const signature = createHmac('sha256', key).update(`${webhookId}.${timestamp}.${body}`).digest('base64');
      return fetch(`${this.baseUrl}/v1/orders/events`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-channel-id': channelId,
          'webhook-id': webhookId,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': `v1,${signature}`,
        },
        body,
      });
    });
  }

  /** Waits until everything that was sent has arrived in every service. @throws after the given time */
  async untilQuiet(limitMs: number): Promise<{ waiting: number; parked: number }> {
    const until = Date.now() + limitMs;
    for (;;) {
      const progress = await this.get<{ quiescent: boolean; waiting: number; parked: number }>('/v1/progress');
      if (progress.quiescent) return progress;
      if (Date.now() > until)
        throw new Error(`the system was not quiet after ${limitMs} ms: ${JSON.stringify(progress)}`);
      await sleep(300);
    }
  }

  private async call<T>(
    client: string,
    method: string,
    path: string,
    body?: string,
    type = 'application/json',
  ): Promise<T> {
    const key = randomUUID();
    return this.untilTaken(`${method} ${path}`, async () =>
      fetch(`${this.baseUrl}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await this.token(client)}`,
          ...(body === undefined ? {} : { 'content-type': type, 'idempotency-key': key }),
        },
        body,
      }),
    );
  }

  /** Tries again after 429 and 503, as they ask; every other refusal is thrown. */
  private async untilTaken<T>(what: string, attempt: () => Promise<Response>): Promise<T> {
    for (let n = 1; ; n++) {
      const answer = await attempt();
      const text = await answer.text();
      if (answer.ok) return (text ? JSON.parse(text) : undefined) as T;
      if ((answer.status === 429 || answer.status === 503) && n < 60) {
        await sleep(Math.min(5, Number(answer.headers.get('retry-after') ?? 1)) * 1_000);
        continue;
      }
      throw new Refused(answer.status, problemOf(text), what);
    }
  }

  private async token(client: string): Promise<string> {
    const known = this.tokens.get(client);
    if (known && known.until > Date.now()) return known.text;
    const secrets = this.credentials.clients[client];
    if (!secrets) throw new Error(`the credentials name no client "${client}"`);
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: secrets.clientId,
      client_secret: secrets.clientSecret,
    });
    const answer = await fetch(`${this.baseUrl}/v1/token`, { method: 'POST', body: form });
    if (!answer.ok) throw new Refused(answer.status, problemOf(await answer.text()), 'token');
    const { access_token: text, expires_in: seconds } = (await answer.json()) as {
      access_token: string;
      expires_in: number;
    };
    this.tokens.set(client, { text, until: Date.now() + (seconds - 30) * 1_000 });
    return text;
  }
}

function problemOf(text: string): { title?: string } {
  try {
    return JSON.parse(text) as { title?: string };
  } catch {
    return { title: text.slice(0, 200) };
  }
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
