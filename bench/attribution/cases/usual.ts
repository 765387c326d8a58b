import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { orderPaid } from '@chuanliu/contracts/orders/order-paid.v1';
import { dropNamespace } from '@chuanliu/testing/unique-namespace';
import { makeTopics, untilGroupWorks, withAdmin } from '../../broker-topics';
import { Child } from '../../child';
import { alliance, buyerOf, touchCounts, touchesOfBuyers, type TouchCount } from '../data/buyers';
import { ASSIST_BPS, orderFromShelf } from '../data/facts';
import { Speaker } from '../speaker';
import { meter, type Used } from '../../measure/used';
import type { Stage } from './stage';
import { setTimeout as sleep } from 'node:timers/promises';

export interface UsualResult extends Used {
  touches: TouchCount;
  orders: number;
  decisionsPerSecond: number;
  cpuPerThousand: number;
}

/** It would take minutes for as many as ours. */
const FEWER = 5;
const PATIENCE_MS = 240_000;

/**
 * The same orders decided in the usual way: a message a transaction, `repository.find()` and `save()`. Only the touches
 * of these buyers are stored, in one table with an index for the question.
 */
export async function runUsual({ options, servers, folder }: Stage): Promise<UsualResult[]> {
  const prefix = `b${randomBytes(3).toString('hex')}_`;
  const { kafkaBrokers, databaseUrl } = servers;
  await makeTopics(kafkaBrokers, [`${prefix}orders.order-events`, `${prefix}attribution.sale-events`]);
  const child = new Child({
    name: 'usual way',
    program: join(__dirname, '..', 'usual-way', 'main.js'),
    environment: { PREFIX: prefix, KAFKA_BROKERS: kafkaBrokers, DATABASE_URL: databaseUrl },
    logFile: join(folder, 'usual-way-attribution.log'),
  });
  const namespace = { name: prefix, servers, schemaOf: () => prefix, brokerName: (name: string) => `${prefix}${name}` };
  const speaker = await Speaker.connect(namespace);
  let connection: Connection | undefined;
  try {
    await child.start();
    connection = await createConnection({ uri: databaseUrl, database: `${prefix}attribution` });
    await withAdmin(kafkaBrokers, admin => untilGroupWorks(admin, `${prefix}attribution`));
    await fill(connection, options.orders);
    const results: UsualResult[] = [];
    const lines = () => countOf(connection!);
    const say = (name: string, touches: TouchCount, orders: number) =>
      speaker.sayAll(orderPaid, orders, n =>
        orderFromShelf(`${name}-${touches}-${n}`, buyerOf(touches, 0, options.orders, n), Date.now()),
      );
    await say('warm-up', 50, 40);
    await untilLines(lines, 40);
    for (const touches of touchCounts) {
      const orders = Math.ceil(options.orders / FEWER);
      const target = (await lines()) + orders;
      const end = meter([...child.participant(), ...servers.participants]);
      await say('usual', touches, orders);
      await untilLines(lines, target);
      const used = end();
      const cpuPerThousand = (used.cpuTotal * 1_000) / orders;
      results.push({ touches, orders, decisionsPerSecond: orders / used.seconds, cpuPerThousand, ...used });
    }
    return results;
  } finally {
    await child.stop();
    await speaker.disconnect();
    await connection?.end();
    await dropNamespace({ name: prefix, servers });
  }
}

async function fill(connection: Connection, orders: number): Promise<void> {
  const since = new Date('2020-01-01T00:00:00Z');
  await connection.query(
    'INSERT INTO pick (pickId, promoterId, productId, promotionCode, holdsFrom, assistBps) VALUES ?',
    [
      alliance.picks.map(({ promoterId, productId, promotionCode }, n) => [
        ...[`pick-${n}`, promoterId, productId, promotionCode, since, ASSIST_BPS],
      ]),
    ],
  );
  let rows: unknown[][] = [];
  const insert = async () => {
    await connection.query(
      `INSERT INTO touch (buyerKey, productId, occurredAt, touchId, kind, surface, accountId, promotionCode) VALUES ?`,
      [rows],
    );
    rows = [];
  };
  for (const touch of touchesOfBuyers(orders, Date.now())) {
    const { buyerKey, productId, occurredAt, touchId, kind, surface, accountId, promotionCode } = touch;
    rows.push([buyerKey, productId, new Date(occurredAt), touchId, kind, surface, accountId, promotionCode]);
    if (rows.length === 2_000) await insert();
  }
  if (rows.length > 0) await insert();
}

async function countOf(connection: Connection): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM line');
  return Number((rows as Array<{ n: number }>)[0]!.n);
}

async function untilLines(lines: () => Promise<number>, count: number): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while ((await lines()) < count) {
    if (Date.now() > until) throw new Error('the usual way does not come to its end');
    await sleep(50);
  }
}
