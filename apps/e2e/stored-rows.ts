import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { Kafka, logLevel } from 'kafkajs';
import { offsetsOfTopic } from '@chuanliu/testing/offsets-of-topic';
import type { Namespace } from '@chuanliu/testing/unique-namespace';

/** What services write for themselves whatever is asked of them: answers that a repeat gets again, and leases. */
const BOOKKEEPING = new Set(['idempotency_key', 'webhook_delivery', 'outbox_lease']);

/** Every table of every service with its number of rows and its checksum, and every topic with its number of messages. */
export async function storedRows({ name, servers }: Namespace): Promise<Record<string, string>> {
  const connection = await createConnection(servers.databaseUrl);
  try {
    return { ...(await tablesOf(connection, name)), ...(await topicsOf(name, servers.kafkaBrokers)) };
  } finally {
    await connection.end();
  }
}

/** Of the touches that a channel was told are durable, those that attribution does not keep exactly once. */
export async function touchesNotStoredOnce(
  { name, servers }: Namespace,
  prefix: string,
  touchIds: ReadonlySet<string>,
): Promise<string[]> {
  const connection = await createConnection(servers.databaseUrl);
  try {
    const [rows] = await connection.query<Array<RowDataPacket & { touch_id: string; n: number }>>(
      'SELECT touch_id, COUNT(*) AS n FROM ??.touch WHERE LEFT(touch_id, ?) = ? GROUP BY touch_id',
      [`${name}attribution`, prefix.length, prefix],
    );
    const stored = new Map(rows.map(row => [row.touch_id, row.n]));
    return [...new Set([...touchIds, ...stored.keys()])].filter(id => !touchIds.has(id) || stored.get(id) !== 1).sort();
  } finally {
    await connection.end();
  }
}

async function tablesOf(connection: Connection, prefix: string): Promise<Record<string, string>> {
  const [tables] = await connection.query<Array<RowDataPacket & { db: string; tab: string }>>(
    `SELECT table_schema AS db, table_name AS tab FROM information_schema.tables
     WHERE LEFT(table_schema, ?) = ? AND table_type = 'BASE TABLE' ORDER BY 1, 2`,
    [prefix.length, prefix],
  );
  const rows: Record<string, string> = {};
  for (const { db, tab } of tables) {
    if (BOOKKEEPING.has(tab)) continue;
    const [[sum]] = await connection.query<Array<RowDataPacket & { Checksum: string }>>('CHECKSUM TABLE ??.??', [
      db,
      tab,
    ]);
    const [[count]] = await connection.query<Array<RowDataPacket & { n: number }>>('SELECT COUNT(*) AS n FROM ??.??', [
      db,
      tab,
    ]);
    rows[`${db}.${tab}`] = `${count!.n} rows, checksum ${sum!.Checksum}`;
  }
  return rows;
}

async function topicsOf(prefix: string, brokers: string): Promise<Record<string, string>> {
  const admin = new Kafka({ brokers: brokers.split(','), clientId: 'tests', logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const rows: Record<string, string> = {};
    for (const topic of (await admin.listTopics()).filter(one => one.startsWith(prefix)).sort()) {
      const ends = await offsetsOfTopic(admin, topic);
      rows[topic] = `${ends.reduce((sum, { high }) => sum + Number(high), 0)} messages`;
    }
    return rows;
  } finally {
    await admin.disconnect();
  }
}
