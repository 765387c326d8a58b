import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { parkedEvents } from '@chuanliu/observability/metrics';
import type { Incoming } from './incoming';

const COLUMNS = [
  'consumer',
  'topic',
  'partition_no',
  'message_offset',
  'message_key',
  'event_id',
  'type',
  'payload',
  'headers',
  'reason',
  'state',
  'parked_at',
  'updated_at',
];

export interface ParkedKeys {
  has(incoming: Incoming): boolean;
}

const NONE: ParkedKeys = { has: () => false };

/** Events that could not be handled, and those behind them of the same key: set aside until a person replays them. */
@Injectable()
export class ParkedEvents {
  /** How many are parked, as this process last saw; null: look. Spares every slice a query while nothing is parked. */
  private known: number | null = null;

  constructor(private readonly database: Database) {}

  /** Another instance may have parked events while this one was not assigned: look again. */
  forget(): void {
    this.known = null;
  }

  /** Which of these messages' keys have a parked event; locks those rows, so that a replay of them waits for this slice. */
  async keysOf(tx: Tx, consumer: string, messages: Incoming[]): Promise<ParkedKeys> {
    if (messages.length === 0) return NONE;
    this.known ??= await count(tx, consumer);
    if (this.known === 0) return NONE;
    const rows = await tx.query<{ topic: string; message_key: string }>(
      `SELECT topic, message_key FROM parked_event
       WHERE consumer = ? AND state = 'parked' AND (topic, message_key) IN (?) ORDER BY id FOR UPDATE`,
      [consumer, messages.map(message => [message.topic, message.key])],
    );
    const keys = new Set(rows.map(row => `${row.topic}/${row.message_key}`));
    return { has: incoming => keys.has(`${incoming.topic}/${incoming.key}`) };
  }

  async park(tx: Tx, consumer: string, events: Array<{ incoming: Incoming; fault: string }>): Promise<void> {
    if (events.length === 0) return;
    const now = toColumn(new Date().toISOString());
    const inOrder = [...events].sort((a, b) => a.incoming.offset - b.incoming.offset);
    const rows = inOrder.map(({ incoming, fault }) => [
      consumer,
      incoming.topic,
      incoming.partition,
      incoming.offset,
      incoming.key,
      incoming.eventId,
      incoming.type.slice(0, 100),
      incoming.payload,
      JSON.stringify(incoming.headers),
      fault.slice(0, 4_000),
      'parked',
      now,
      now,
    ]);
    await insertRows(tx, 'parked_event', COLUMNS, rows, { ignore: true });
    this.known = null;
    tx.afterCommit(() => {
      this.known = null;
    });
  }

  /** How many events are parked in this service. */
  async count(consumer: string): Promise<number> {
    const [row] = await this.database.read<{ n: number }>(
      `SELECT COUNT(*) AS n FROM parked_event WHERE consumer = ? AND state = 'parked'`,
      [consumer],
    );
    parkedEvents.set({ group: consumer }, row!.n);
    return row!.n;
  }
}

async function count(tx: Tx, consumer: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `SELECT COUNT(*) AS n FROM parked_event WHERE consumer = ? AND state = 'parked'`,
    [consumer],
  );
  return row!.n;
}
