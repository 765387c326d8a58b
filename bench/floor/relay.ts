import type { Producer } from 'kafkajs';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Wake } from '@chuanliu/messaging/wake';

const ROWS_A_SEND = 1_000;
const FEW = 100;
const PACE_MS = 10;
const POLL_MS = 1_000;
/** Ids become visible out of order: look from the beginning again this often. */
const FROM_THE_START_MS = 3_000;

/** Sends what the outbox holds, one awaited send at a time, and deletes what was sent. Never returns. */
export async function relay(connection: Connection, producer: Producer, topic: string, written: Wake): Promise<never> {
  let low = 0;
  let lowSince = 0;
  for (;;) {
    if (Date.now() - lowSince > FROM_THE_START_MS) [low, lowSince] = [0, Date.now()];
    const [rows] = await connection.query<RowDataPacket[]>(
      `SELECT id, event_id, order_id, payload FROM outbox WHERE id > ? AND shard = 0 ORDER BY id LIMIT ${ROWS_A_SEND}`,
      [low],
    );
    if (rows.length === 0) {
      await written.wait(POLL_MS);
      continue;
    }
    const messages = rows.map(row => ({
      key: row.order_id as string,
      value: row.payload as string,
      headers: { eventId: (row.event_id as Buffer).toString('hex') },
    }));
    await producer.send({ topic, acks: -1, messages });
    await connection.query('DELETE FROM outbox WHERE id IN (?)', [rows.map(row => row.id as number)]);
    low = rows.at(-1)!.id as number;
    if (rows.length < FEW) await sleep(PACE_MS);
  }
}
