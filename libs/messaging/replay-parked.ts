import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import { isTransient } from '@chuanliu/database/transient-faults';
import type { Tx } from '@chuanliu/database/tx';
import { Problem } from '@chuanliu/problems/problem';
import { BatchStrategy } from './batch-strategy';
import { metaOf, readIncoming, type Incoming } from './incoming';
import { standAlone } from './late-knowledge-fence';
import { ParkedEvents } from './parked-events';
import { PlantedFaults } from './planted-faults';
import type { MessagingOptions } from './settings';

interface ParkedRow {
  id: number;
  topic: string;
  partition_no: number;
  message_offset: number;
  message_key: string;
  event_id: Buffer | null;
  type: string;
  payload: Buffer;
  headers: string;
  reason: string;
  state: string;
  parked_at: string;
  updated_at: string;
}

/** A parked event as operators see it. */
export interface ParkedEvent {
  id: string;
  topic: string;
  key: string;
  type: string;
  reason: string;
  state: string;
  occurredAt: string;
  updatedAt: string;
  /** What the payload says of its order, where it can be read. */
  channelId: string | null;
  orderId: string | null;
}

const noSuchEvent = (id: string) =>
  new Problem('absent', 'messaging/no-such-parked-event', 'There is no such parked event', { id });
const stillFails = (id: string, reason: string) =>
  new Problem('conflict', 'messaging/event-still-fails', 'The event cannot be handled yet; it stays parked', {
    id,
    reason,
  });

/** Runs parked events through the same handlers again, once what made them fail was mended. */
@Injectable()
export class ReplayParked {
  constructor(
    private readonly database: Database,
    private readonly strategy: BatchStrategy,
    private readonly parked: ParkedEvents,
    private readonly faults: PlantedFaults,
    private readonly options: MessagingOptions,
  ) {}

  /** Parked events, replayed ones too, in the order of their ids, from after the given one. */
  async list(after: number, limit: number): Promise<ParkedEvent[]> {
    const rows = await this.database.read<ParkedRow>(
      'SELECT * FROM parked_event WHERE consumer = ? AND id > ? ORDER BY id LIMIT ?',
      [this.strategy.group, after, limit],
    );
    return rows.map(row => ({
      id: String(row.id),
      topic: row.topic,
      key: row.message_key,
      type: row.type,
      reason: row.reason,
      state: row.state,
      occurredAt: fromColumn(row.parked_at),
      updatedAt: fromColumn(row.updated_at),
      ...orderOf(row.payload),
    }));
  }

  /**
   * Replays the event and every other parked one of its key, in their order, in one transaction.
   * @returns how many were replayed
   * @throws Problem messaging/no-such-parked-event, messaging/event-still-fails (nothing changed then)
   */
  async replay(id: string): Promise<number> {
    const replayed = await this.database.transaction(async tx => {
      const [chosen] = await tx.query<ParkedRow>('SELECT * FROM parked_event WHERE id = ? AND consumer = ?', [
        Number(id),
        this.strategy.group,
      ]);
      if (!chosen) throw noSuchEvent(id);
      // As a slice of facts does: no slice of any instance is under way meanwhile.
      await tx.query(
        'SELECT next_offset FROM consumer_position WHERE consumer = ? ORDER BY topic, partition_no FOR UPDATE',
        [this.strategy.group],
      );
      await standAlone(tx);
      const rows = await tx.query<ParkedRow>(
        `SELECT * FROM parked_event WHERE consumer = ? AND state = 'parked' AND topic = ? AND message_key = ?
         ORDER BY partition_no, message_offset FOR UPDATE`,
        [this.strategy.group, chosen.topic, chosen.message_key],
      );
      for (const row of rows) await this.handle(tx, id, row);
      if (rows.length > 0) {
        await tx.execute(`UPDATE parked_event SET state = 'replayed', updated_at = ? WHERE id IN (?)`, [
          toColumn(new Date().toISOString()),
          rows.map(row => row.id),
        ]);
      }
      return rows.length;
    });
    this.parked.forget();
    return replayed;
  }

  private async handle(tx: Tx, id: string, row: ParkedRow): Promise<void> {
    const incoming = incomingOf(row);
    const read = readIncoming(incoming, this.strategy.hears, new Set(this.options.ignores ?? []));
    if (read === null) return;
    if ('fault' in read) throw stillFails(id, read.fault);
    const fresh = await insertRows(
      tx,
      'inbox',
      ['event_id', 'consumer', 'slice'],
      [[incoming.eventId, this.strategy.group, 0]],
      { ignore: true },
    );
    if (fresh === 0) return;
    try {
      this.faults.tasteOf(row.payload);
      await read.hearer.handle([{ data: read.data, meta: metaOf(incoming) }], tx);
    } catch (fault) {
      if (isTransient(fault)) throw fault;
      throw stillFails(id, fault instanceof Error ? fault.message : String(fault));
    }
  }
}

function incomingOf(row: ParkedRow): Incoming {
  return {
    topic: row.topic,
    partition: row.partition_no,
    offset: row.message_offset,
    key: row.message_key,
    type: row.type,
    eventId: row.event_id,
    headers: JSON.parse(row.headers) as Record<string, string>,
    payload: row.payload,
  };
}

function orderOf(payload: Buffer): { channelId: string | null; orderId: string | null } {
  try {
    const data = JSON.parse(payload.toString('utf8')) as { channelId?: unknown; orderId?: unknown } | null;
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    return { channelId: text(data?.channelId), orderId: text(data?.orderId) };
  } catch {
    return { channelId: null, orderId: null };
  }
}
