import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Admin } from 'kafkajs';
import { Database } from '@chuanliu/database/database';
import { dueLines } from '@chuanliu/observability/metrics';
import { kafkaClient } from './kafka';
import { ParkedEvents } from './parked-events';
import type { MessagingOptions } from './settings';
import { offsetsOfStream, type PartitionOffsets } from './topic-offsets';

export interface PartitionProgress {
  topic: string;
  partition: number;
  /** Offset of the next message to apply. */
  at: number;
  /** Offset after the last message that the broker has. */
  end: number;
  /** It rests, because the broker has not what comes next. */
  stranded: boolean;
}

export interface ServiceProgress {
  service: string;
  outboxRows: number;
  /** Lines that late knowledge concerns, waiting to be derived again. */
  dueRows: number;
  /** Messages not yet applied. */
  lag: number;
  parked: number;
  /** Facts kept that wait for another one, such as a refund before its payment. */
  waiting: number;
  partitions: PartitionProgress[];
}

interface PositionRow {
  topic: string;
  partition_no: number;
  next_offset: number;
  stranded_offset: number | null;
}

/** How far this service has come: what it has yet to read, to derive, to send, and what waits for something else. */
@Injectable()
export class Progress implements OnApplicationShutdown {
  private admin: Promise<Admin> | undefined;
  private readonly waiters: Array<() => Promise<number>> = [];
  private readonly due: Array<() => Promise<number>> = [];

  constructor(
    private readonly options: MessagingOptions,
    private readonly database: Database,
    private readonly parked: ParkedEvents,
  ) {}

  /** Adds to what counts as waiting for another fact. */
  waiting(count: () => Promise<number>): void {
    this.waiters.push(count);
  }

  /** Adds to what counts as due to be derived again. */
  dueWork(count: () => Promise<number>): void {
    this.due.push(count);
  }

  async look(): Promise<ServiceProgress> {
    const { service } = this.options;
    // A message's consequences are committed with the position that passes it, first as due or outbox rows; due rows end
    // as outbox rows, and those as messages. So in this order: whoever finds nothing at each place knows that all that
    // was there at the first look has left its consequences with the broker by the last one.
    const ends = await this.offsets();
    const rows = await this.database.read<PositionRow>(
      'SELECT topic, partition_no, next_offset, stranded_offset FROM consumer_position WHERE consumer = ?',
      [service],
    );
    const positions = new Map(rows.map(row => [`${row.topic}/${row.partition_no}`, row]));
    const dueRows = await total(this.due);
    dueLines.set(dueRows);
    const [outbox] = await this.database.read<{ n: number }>('SELECT COUNT(*) AS n FROM outbox');
    // A partition that nobody has read from yet has no position.
    const partitions = ends.map(({ topic, partition, end }) => {
      const { next_offset: at = 0, stranded_offset = null } = positions.get(`${topic}/${partition}`) ?? {};
      return { topic, partition, end, at, stranded: stranded_offset === at };
    });
    return {
      service,
      outboxRows: outbox!.n,
      dueRows,
      lag: partitions.reduce((sum, partition) => sum + Math.max(0, partition.end - partition.at), 0),
      parked: await this.parked.count(service),
      waiting: await total(this.waiters),
      partitions,
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.admin?.then(admin => admin.disconnect()).catch(() => undefined);
  }

  /** What the broker has of every stream that the service hears. @throws Error while the broker cannot be asked */
  async offsets(): Promise<PartitionOffsets[]> {
    const { settings, topics } = this.options;
    const all: PartitionOffsets[] = [];
    if (topics.length === 0) return all;
    const admin = await (this.admin ??= this.connect());
    try {
      for (const stream of topics) all.push(...(await offsetsOfStream(admin, settings.namespace, stream)));
    } catch (fault) {
      // What this client believes of topics and their leaders may be old.
      this.admin = undefined;
      await admin.disconnect().catch(() => undefined);
      throw fault;
    }
    return all;
  }

  private async connect(): Promise<Admin> {
    const admin = kafkaClient(this.options.settings, `${this.options.service}-progress`).admin();
    try {
      await admin.connect();
    } catch (fault) {
      this.admin = undefined;
      throw fault;
    }
    return admin;
  }
}

async function total(counts: Array<() => Promise<number>>): Promise<number> {
  let sum = 0;
  for (const count of counts) sum += await count();
  return sum;
}
