import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'undici';
import { signWebhook } from '@chuanliu/auth/webhook-signature';
import { topics } from '@chuanliu/contracts/topics';
import { Calls } from '@chuanliu/testing/calls';
import { untilQuiet } from '@chuanliu/testing/quiet';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { uniqueNamespace, type Namespace } from '@chuanliu/testing/unique-namespace';
import type { Alliance, ChannelEvent, ChannelTouch } from '../load/orders';
import type { Participant } from '../measure/process-times';
import { PROFILED } from '../profile';
import type { Servers, Slices, Subject } from '../subject';
import { register } from './alliance';

const REQUESTS_AT_ONCE = 64;

/** The built services, all of them, as an installation runs them. */
export class Ours implements Subject {
  readonly name = 'ours';
  readonly keepsPositions = true;
  readonly intakeTopic: string;
  readonly intakeGroup: string;
  readonly ledgerSchema: string;
  private readonly namespace: Namespace;
  private system!: SystemUnderTest;
  private calls!: Calls;
  private door!: Pool;

  constructor(
    { kafkaBrokers, databaseUrl }: Servers,
    private readonly profileFolder?: string,
  ) {
    this.namespace = uniqueNamespace({ kafkaBrokers, databaseUrl });
    this.intakeTopic = this.namespace.brokerName(topics.orderIntake.name);
    this.intakeGroup = this.namespace.brokerName('chuanliu.orders');
    this.ledgerSchema = this.namespace.schemaOf('settlement');
  }

  async start(): Promise<void> {
    this.system = await SystemUnderTest.start({
      namespace: this.namespace,
      environment: this.profiling(),
    });
    this.calls = new Calls(this.system);
    this.door = new Pool(this.system.baseUrl, { connections: REQUESTS_AT_ONCE });
  }

  processes(): Participant[] {
    return this.system
      .everyService()
      .filter(service => service.isRunning())
      .map(({ name, pid }) => ({ name, pid }));
  }

  async learn(alliance: Alliance): Promise<Alliance> {
    const known = await register(this.calls, alliance);
    await this.untilQuiet();
    return known;
  }

  stopIntake(): Promise<void> {
    return this.system.service('orders').stop();
  }

  async startIntake(): Promise<void> {
    const orders = this.system.service('orders');
    orders.start();
    await orders.untilReady();
  }

  /** From the histogram that every service shows to a Prometheus. */
  async slices(): Promise<Record<string, Slices>> {
    const counts: Record<string, Slices> = {};
    for (const { name, url } of this.system.everyService()) {
      const text = await fetch(`${url}/metrics`).then(answer => (answer.ok ? answer.text() : ''));
      const value = (suffix: string) =>
        Number(new RegExp(`^chuanliu_slice_messages_${suffix}\\{.*\\} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
      if (value('count') > 0) counts[name] = { slices: value('count'), messages: value('sum') };
    }
    return counts;
  }

  /** One signed request with one order. @throws unless it was accepted */
  async send(event: ChannelEvent): Promise<void> {
    await this.deliver('/v1/orders/events', { events: [event] }, 1);
  }

  /** One signed request with up to a thousand touches. @throws unless all were accepted */
  async sendTouches(touches: readonly ChannelTouch[]): Promise<void> {
    await this.deliver('/v1/touches', { touches }, touches.length);
  }

  /** A read, as an operator unless somebody else is named. @throws unless it is answered */
  async get<T>(path: string, client = 'operator'): Promise<T> {
    const authorization = `Bearer ${await this.calls.token(client)}`;
    const answer = await this.door.request({ method: 'GET', path, headers: { authorization } });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}: ${text}`);
    return JSON.parse(text) as T;
  }

  /** Begins the settlement of a business day. @throws when it is refused */
  async settle(businessDate: string): Promise<{ runId: string }> {
    const { status, body } = await this.calls.post<{ runId: string }>('finance-1', '/v1/settlement-runs', {
      businessDate,
    });
    if (status !== 202) throw new Error(`the run was answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  schemaOf(service: string): string {
    return this.namespace.schemaOf(service);
  }

  /** Waits until everything that was sent has arrived everywhere. */
  async untilQuiet(timeoutMs?: number): Promise<void> {
    await untilQuiet(this.calls, timeoutMs);
  }

  private async deliver(path: string, content: object, items: number): Promise<void> {
    const { id: channelId, secret } = this.system.credentials.channel;
    const id = randomUUID();
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const body = JSON.stringify(content);
    const answer = await this.door.request({
      method: 'POST',
      path,
      headers: {
        'content-type': 'application/json',
        'x-channel-id': channelId,
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signWebhook(secret, { id, timestamp, body }),
      },
      body,
    });
    const told = (await answer.body.json()) as { accepted?: number };
    if (answer.statusCode !== 202 || told.accepted !== items)
      throw new Error(`${path} did not accept all: ${answer.statusCode} ${JSON.stringify(told)}`);
  }

  async stop(): Promise<void> {
    await this.door?.close();
    await this.system?.stop();
  }

  /** A program loaded before the service's own writes a CPU profile on a signal. */
  private profiling(): Record<string, Record<string, string>> {
    if (!this.profileFolder) return {};
    mkdirSync(this.profileFolder, { recursive: true });
    const preload = join(__dirname, '..', 'profile-on-signal.js');
    return Object.fromEntries(
      PROFILED.map(name => [
        name,
        { NODE_OPTIONS: `--require ${preload}`, PROFILE_NAME: join(this.profileFolder!, name) },
      ]),
    );
  }
}
