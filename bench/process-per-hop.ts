import { join } from 'node:path';
import { makeTopics } from './broker-topics';
import { Child } from './child';
import { IntakeProducer } from './load/fill-intake';
import type { Alliance, ChannelEvent } from './load/orders';
import type { Participant } from './measure/process-times';
import type { Servers, Slices, Subject } from './subject';
import { hops } from './floor/hops';

const programs = { floor: 'floor/stage.js', 'usual-way': 'usual-way/main.js' };

/** The two subjects that ours is compared with: one small program, started once for each hop of the sale's path. */
export class ProcessPerHop implements Subject {
  readonly keepsPositions: boolean;
  readonly intakeTopic: string;
  readonly intakeGroup: string;
  readonly ledgerSchema: string;
  private readonly children: Map<string, Child>;
  private readonly intake: IntakeProducer;

  constructor(
    readonly name: keyof typeof programs,
    private readonly servers: Servers,
    private readonly prefix: string,
    folder: string,
  ) {
    this.keepsPositions = name === 'floor';
    this.intakeTopic = `${prefix}gateway.order-intake`;
    this.intakeGroup = `${prefix}orders`;
    this.ledgerSchema = `${prefix}settlement`;
    this.intake = new IntakeProducer(servers.kafkaBrokers, this.intakeTopic);
    const { kafkaBrokers, databaseUrl } = servers;
    this.children = new Map(
      Object.keys(hops).map(hop => {
        const environment = { SERVICE: hop, PREFIX: prefix, KAFKA_BROKERS: kafkaBrokers, DATABASE_URL: databaseUrl };
        const program = join(__dirname, programs[name]);
        return [hop, new Child({ name: hop, program, environment, logFile: join(folder, `${name}-${hop}.log`) })];
      }),
    );
  }

  async start(): Promise<void> {
    await makeTopics(
      this.servers.kafkaBrokers,
      Object.values(hops).map(({ hears }) => this.prefix + hears),
    );
    await this.intake.connect();
    for (const child of this.children.values()) await child.start();
  }

  processes(): Participant[] {
    return [...this.children.values()].flatMap(child => child.participant());
  }

  /** They have no rules, so they need know nobody. */
  learn(alliance: Alliance): Promise<Alliance> {
    return Promise.resolve(alliance);
  }

  stopIntake(): Promise<void> {
    return this.children.get('orders')!.stop();
  }

  startIntake(): Promise<void> {
    return this.children.get('orders')!.start();
  }

  async slices(): Promise<Record<string, Slices>> {
    const counts: Record<string, Slices> = {};
    if (this.name === 'usual-way') return counts; // Every message is on its own.
    for (const [name, child] of this.children) counts[name] = await child.slices();
    return counts;
  }

  send(event: ChannelEvent): Promise<void> {
    return this.intake.send(event);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.children.values()].map(child => child.stop()));
    await this.intake.disconnect();
  }
}
