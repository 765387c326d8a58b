import type { RowDataPacket } from 'mysql2/promise';
import { createConnection, type Connection } from 'mysql2/promise';
import { setTimeout as sleep } from 'node:timers/promises';
import { GROUP, type AttributionProcess } from './attribution-process';
import type { Place } from './speaker';

const LOOK_EVERY_MS = 5;
const PATIENCE_MS = 60_000;

interface Sighting {
  at: number;
  /** By partition: everything before it has been applied. */
  next: number[];
}

/**
 * Notes when events were applied, by looking at the twelve positions of a stream every few milliseconds: a position moves
 * in the transaction that applies what lies before it.
 */
export class PositionWatch {
  private readonly sightings: Sighting[] = [];
  private stopped = false;
  private readonly loop: Promise<void>;

  private constructor(
    private readonly connection: Connection,
    private readonly stream: string,
  ) {
    this.loop = this.look();
  }

  static async start({ namespace, schema }: AttributionProcess, stream: string): Promise<PositionWatch> {
    const connection = await createConnection({ uri: namespace.servers.databaseUrl, database: schema });
    return new PositionWatch(connection, stream);
  }

  /** Waits until all these were applied. @returns when each was first seen to be, by performance.now() */
  async end(places: readonly Place[]): Promise<number[]> {
    const until = Date.now() + PATIENCE_MS;
    const isSeen = ({ partition, offset }: Place) => (this.sightings.at(-1)?.next[partition] ?? 0) > offset;
    while (!places.every(isSeen)) {
      if (Date.now() > until) throw new Error('orders were not decided within a minute');
      await sleep(20);
    }
    this.stopped = true;
    await this.loop;
    await this.connection.end();
    return places.map(
      ({ partition, offset }) => this.sightings.find(({ next }) => (next[partition] ?? 0) > offset)!.at,
    );
  }

  private async look(): Promise<void> {
    let known = '';
    while (!this.stopped) {
      const [rows] = await this.connection.query<RowDataPacket[]>(
        'SELECT partition_no AS p, next_offset AS o FROM consumer_position WHERE consumer = ? AND topic = ? ORDER BY partition_no',
        [GROUP, this.stream],
      );
      const next = (rows as Array<{ p: number; o: number }>).map(({ o }) => Number(o));
      if (known !== (known = next.join())) this.sightings.push({ at: performance.now(), next });
      await sleep(LOOK_EVERY_MS);
    }
  }
}
