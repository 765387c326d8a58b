import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { createConnection, type Connection, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise';
import { uuidv7obj } from 'uuidv7';
import { Wake } from '@chuanliu/messaging/wake';
import { hops, type AddRow } from './hops';
import { relay } from './relay';
import { Slices, type Part } from './slices';

/** One process of the floor: raw kafkajs, raw multi-row SQL, and the same promises that the real services keep. */
const { SERVICE = '', PREFIX = '', KAFKA_BROKERS = '', DATABASE_URL = '' } = process.env;
const hop = hops[SERVICE]!;
const schema = `${PREFIX}${SERVICE}`;
const written = new Wake();

const messagingTables = `
  consumer_position (partition_no INT NOT NULL PRIMARY KEY, next_offset BIGINT NOT NULL);
  inbox (event_id BINARY(16) NOT NULL PRIMARY KEY);
  outbox (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, event_id BINARY(16) NOT NULL, shard SMALLINT NOT NULL,
    order_id VARCHAR(140) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, payload LONGTEXT NOT NULL, occurred_at DATETIME(3) NOT NULL)`;

const numbered = (table: string) => (table === 'outbox' ? ' (event_id, shard, order_id, payload, occurred_at)' : '');

async function connect(): Promise<Connection> {
  return createConnection({ uri: DATABASE_URL, database: schema, supportBigNumbers: true, dateStrings: true });
}

async function makeTables(): Promise<void> {
  const server = await createConnection({ uri: DATABASE_URL, database: undefined });
  await server.query(`CREATE DATABASE IF NOT EXISTS ${schema}`);
  await server.query(`USE ${schema}`);
  for (const table of `${messagingTables};${hop.tables}`.split(';'))
    await server.query(`CREATE TABLE IF NOT EXISTS ${table}`);
  await server.end();
}

/** One transaction: lock the positions, drop what was applied, note the events, write all rows, move the positions. */
async function applySlice(connection: Connection, parts: Part[]): Promise<void> {
  await connection.query('START TRANSACTION');
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT partition_no, next_offset FROM consumer_position WHERE partition_no IN (?) ORDER BY partition_no FOR UPDATE',
    [parts.map(part => part.partition)],
  );
  const next = new Map(rows.map(row => [row.partition_no as number, row.next_offset as number]));
  const messages = parts.flatMap(({ partition, messages: all }) =>
    all.filter(message => Number(message.offset) >= (next.get(partition) ?? 0)),
  );
  const eventIds = messages.map(({ headers }) => [Buffer.from(String(headers?.eventId).replaceAll('-', ''), 'hex')]);
  if (messages.length > 0) {
    const [noted] = await connection.query<ResultSetHeader>('INSERT IGNORE INTO inbox VALUES ?', [eventIds]);
    if (noted.affectedRows !== messages.length) throw new Error('an event came twice, which this bench never does');
  }

  const tables = new Map<string, unknown[][]>();
  const add: AddRow = (table, ...values) => void (tables.get(table)?.push(values) ?? tables.set(table, [values]));
  const now = new Date().toISOString().replace('T', ' ').replace('Z', '');
  for (const { key, value } of messages) {
    const said = hop.derive(JSON.parse(value!.toString()) as never, add);
    if (said) add('outbox', Buffer.from(uuidv7obj().bytes), 0, key!.toString(), JSON.stringify(said), now);
  }
  for (const [table, values] of tables) {
    if (hop.sums?.includes(table)) await addSums(connection, table, values as number[][]);
    else await connection.query(`INSERT INTO ${table}${numbered(table)} VALUES ?`, [values]);
  }
  const moved = parts.map(({ partition, messages: all }) => [partition, Number(all.at(-1)!.offset) + 1]);
  await connection.query(
    'INSERT INTO consumer_position VALUES ? ON DUPLICATE KEY UPDATE next_offset = VALUES(next_offset)',
    [moved],
  );
  await connection.query('COMMIT');
  written.up();
}

async function addSums(connection: Connection, table: string, values: number[][]): Promise<void> {
  const sums = new Map<number, number>();
  for (const [account, fen] of values) sums.set(account!, (sums.get(account!) ?? 0) + fen!);
  await connection.query(
    `INSERT INTO ${table} VALUES ? ON DUPLICATE KEY UPDATE amount_fen = amount_fen + VALUES(amount_fen)`,
    [[...sums].sort(([a], [b]) => a - b)],
  );
}

async function main(): Promise<void> {
  await makeTables();
  const kafka = new Kafka({ clientId: schema, brokers: KAFKA_BROKERS.split(','), logLevel: logLevel.NOTHING });
  const forSlices = await connect();
  const slices = new Slices(parts =>
    applySlice(forSlices, parts).catch(fault => {
      console.error(fault);
      process.exit(1);
    }),
  );
  if (hop.says) {
    const producer = kafka.producer({ maxInFlightRequests: 1, createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    void relay(await connect(), producer, PREFIX + hop.says, written).catch(fault => {
      console.error(fault);
      process.exit(1);
    });
  }
  const consumer = kafka.consumer({
    groupId: `${PREFIX}${SERVICE}`,
    minBytes: 1,
    maxWaitTimeInMs: 50,
    maxBytesPerPartition: 1024 * 1024,
    retry: { initialRetryTime: 100 },
  });
  const topic = PREFIX + hop.hears;
  const positions = await connect();
  consumer.on(consumer.events.GROUP_JOIN, () => {
    void positions.query<RowDataPacket[]>('SELECT partition_no, next_offset FROM consumer_position').then(([rows]) => {
      for (const row of rows)
        consumer.seek({ topic, partition: row.partition_no as number, offset: String(row.next_offset) });
    });
  });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  process.on('message', () => process.send?.({ slices: slices.count }));
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => void consumer.disconnect().then(() => process.exit(0)));
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: 12,
    eachBatch: payload => slices.take(payload),
  });
  process.send?.('ready');
}

void main();
