import type { RowDataPacket } from 'mysql2/promise';
import { orderPaid } from '@chuanliu/contracts/orders/order-paid.v1';
import { topics } from '@chuanliu/contracts/topics';
import { buyerOf, touchCounts, type TouchCount } from '../data/buyers';
import { orderFromShelf } from '../data/facts';
import { meter, type Used } from '../../measure/used';
import type { Stage, StoreName } from './stage';

/** One backlog, decided. */
export interface DecisionsResult extends Used {
  touches: TouchCount;
  store: StoreName;
  orders: number;
  decisionsPerSecond: number;
  cpuPerThousand: number;
  /** What the slices' database work took: statements that the server answered, by decision. */
  statements: number;
}

/** Of a pair, each store comes first once. */
const ROUNDS: StoreName[][] = [
  ['few', 'many'],
  ['many', 'few'],
];

/**
 * Orders from the shelf, decided from a backlog: by buyers without a touch, with one, and with fifty of the product that
 * they order; the same orders once with few touches stored and once with many.
 */
export async function runDecisions(stage: Stage): Promise<DecisionsResult[]> {
  const results: DecisionsResult[] = [];
  for (const touches of touchCounts)
    for (const [backlog, pair] of ROUNDS.entries())
      for (const store of pair) results.push(await decide(stage, { touches, backlog, store }));
  return results;
}

/** Before anything is measured: the code is compiled, the pages that all cases share are in memory. */
export async function warmUp(stage: Stage): Promise<void> {
  for (const store of ['few', 'many'] as const)
    for (const touches of [0, 50] as const)
      await decide(stage, { touches, backlog: 0, store, prefix: `warm-up-${touches}-${store}`, orders: 400 });
}

let backlogs = 0;

async function decide(
  { attribution, options, stores, table, servers }: Stage,
  what: { touches: TouchCount; backlog: number; store: StoreName; prefix?: string; orders?: number },
): Promise<DecisionsResult> {
  const { touches, store, prefix = `decide-${backlogs++}`, orders = options.orders } = what;
  await attribution.untilQuiet();
  await table.show(stores[store].home);
  const before = await attribution.applied(topics.orderEvents.name);
  const letGo = await attribution.holdBack();
  const now = Date.now();
  await attribution.speaker.sayAll(orderPaid, orders, n =>
    orderFromShelf(`${prefix}-${n}`, buyerOf(touches, what.backlog, options.orders, n), now),
  );
  const statementsBefore = await statementsOf(attribution.connection);
  const end = meter([attribution.participant(), ...servers.participants]);
  await letGo();
  await attribution.untilApplied(before + orders);
  await attribution.untilQuiet();
  const used = end();
  const statements = ((await statementsOf(attribution.connection)) - statementsBefore) / orders;
  await checkOutcomes(attribution.connection, prefix, orders, touches);
  return {
    touches,
    store,
    orders,
    decisionsPerSecond: orders / used.seconds,
    cpuPerThousand: (used.cpuTotal * 1_000) / orders,
    statements,
    ...used,
  };
}

type Connection = Stage['attribution']['connection'];

async function statementsOf(connection: Connection): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>("SHOW GLOBAL STATUS LIKE 'Questions'");
  return Number((rows as Array<{ Value: string }>)[0]!.Value);
}

/** A figure of wrong decisions would be worth nothing. */
async function checkOutcomes(
  connection: Connection,
  prefix: string,
  orders: number,
  touches: TouchCount,
): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT outcome, assistants IS NULL AS alone, COUNT(*) AS n FROM line WHERE order_id LIKE ?
     GROUP BY outcome, assistants IS NULL`,
    [`${prefix}-%`],
  );
  const expected = [{ outcome: touches === 0 ? 'organic' : 'distribution', alone: touches === 50 ? 0 : 1, n: orders }];
  if (JSON.stringify(rows) !== JSON.stringify(expected))
    throw new Error(`${prefix}: decided ${JSON.stringify(rows)}, not ${JSON.stringify(expected)}`);
}
