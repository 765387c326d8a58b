import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Message, Producer } from 'kafkajs';
import { Database } from '@chuanliu/database/database';
import { brokerName } from '@chuanliu/database/service-schema';
import { outboxAgeSeconds, outboxRows } from '@chuanliu/observability/metrics';
import { kafkaClient, oneAtATimeProducer, sendDurably } from './kafka';
import { Lease } from './lease';
import { Outbox, SHARD } from './outbox';
import { PlantedFaults } from './planted-faults';
import type { MessagingOptions } from './settings';
import { uuidText } from './uuid-text';

const ROWS_A_LOOK = 1_000;
/** A send stays far below a topic's largest message, since kafkajs packs one batch per partition. */
const BYTES_A_SEND = 600_000;
const FEW = 100;
const PACE_MS = 10;
const POLL_MS = 1_000;
/** Ids become visible out of order: the look starts from the beginning again this often. */
const FROM_THE_START_MS = 3_000;

interface OutboxRow {
  id: number;
  event_id: Buffer;
  aggregate_type: string;
  aggregate_id: string;
  type: string;
  payload: string;
  headers: string;
  occurred_at: string;
}

/** Sends what the outbox holds, in order, one awaited send at a time, and deletes what was sent. A crash between sends it again; inboxes drop the repeat. */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Relay.name);
  private readonly producer: Producer;
  private readonly lease: Lease;
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();
  private low = 0;
  private lowSince = 0;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly options: MessagingOptions,
    private readonly faults: PlantedFaults,
  ) {
    this.producer = oneAtATimeProducer(kafkaClient(options.settings, `${options.service}-relay`));
    this.lease = new Lease(database, SHARD, `${options.service}:${options.settings.instance}`);
  }

  onApplicationBootstrap(): void {
    if ((this.options.produces ?? []).length > 0) this.loop = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.outbox.written.up();
    await this.loop;
    await this.producer.disconnect().catch(() => undefined);
  }

  private async run(): Promise<void> {
    let connected = false;
    while (!this.stopping) {
      try {
        if (!connected) {
          await this.producer.connect();
          connected = true;
        }
        if (!(await this.lease.hold())) {
          await this.outbox.written.wait(POLL_MS);
          continue;
        }
        const sent = await this.sendSome();
        if (sent < FEW) await sleep(PACE_MS);
        if (sent < ROWS_A_LOOK) await this.outbox.written.wait(POLL_MS);
      } catch (fault) {
        this.logger.warn(`could not send from the outbox, trying again: ${String(fault)}`);
        this.low = 0;
        await sleep(500);
      }
    }
    await this.lease.release().catch(() => undefined);
  }

  /** @returns how many events were sent */
  private async sendSome(): Promise<number> {
    if (Date.now() - this.lowSince > FROM_THE_START_MS) {
      this.low = 0;
      this.lowSince = Date.now();
    }
    const rows = await this.database.read<OutboxRow>(
      `SELECT id, event_id, aggregate_type, aggregate_id, type, payload, headers, occurred_at
       FROM outbox WHERE id > ? AND shard = ? ORDER BY id LIMIT ${ROWS_A_LOOK}`,
      [this.low, SHARD],
    );
    outboxRows.set(rows.length);
    outboxAgeSeconds.set({ shard: SHARD }, rows[0] ? (Date.now() - Date.parse(`${rows[0].occurred_at}Z`)) / 1_000 : 0);
    for (const part of inParts(rows)) {
      if (!(await this.lease.hold())) return 0;
      if (this.faults.deleteFirst) {
        await this.forget(part);
        await sleep(30);
      }
      await sendDurably(this.producer, this.messagesOf(part));
      if (!this.faults.deleteFirst) await this.forget(part);
      this.low = part.at(-1)!.id;
    }
    // All that was visible is sent. Ids become visible out of order, so the next look starts from the first row.
    if (rows.length < ROWS_A_LOOK) this.low = 0;
    return rows.length;
  }

  private messagesOf(rows: OutboxRow[]): Map<string, Message[]> {
    const byTopic = new Map<string, Message[]>();
    for (const row of rows) {
      const topic = brokerName(this.options.settings.namespace, row.aggregate_type);
      const message: Message = {
        key: row.aggregate_id,
        value: row.payload,
        headers: {
          type: row.type,
          eventId: uuidText(row.event_id),
          ...(JSON.parse(row.headers) as { requestId?: string; traceparent?: string }),
        },
      };
      const messages = byTopic.get(topic);
      if (messages) messages.push(message);
      else byTopic.set(topic, [message]);
    }
    return byTopic;
  }

  private async forget(rows: OutboxRow[]): Promise<void> {
    await this.database.write('DELETE FROM outbox WHERE id IN (?)', [rows.map(row => row.id)]);
  }
}

/** Runs of rows that one send carries. */
function inParts(rows: OutboxRow[]): OutboxRow[][] {
  const parts: OutboxRow[][] = [];
  let part: OutboxRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    if (part.length > 0 && bytes + row.payload.length > BYTES_A_SEND) {
      parts.push(part);
      part = [];
      bytes = 0;
    }
    part.push(row);
    bytes += row.payload.length;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}
