import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { runBacklog } from '../../cases/backlog';
import { allianceOf, asTakenIn, orderOf, type Alliance, type ChannelEvent } from '../../load/orders';
import { Ours } from '../../ours/ours';
import type { Servers } from '../../subject';
import type { TakenInTouch } from '../../../apps/attribution/src/storage/touches';
import { touchOf } from '../data/buyers';
import { ASSIST_BPS } from '../data/facts';
import { addTouches, type TouchStore } from '../data/touch-store';
import { TouchTableShown } from '../data/touch-table-shown';
import type { AttributionBenchOptions } from '../options';

/** Every so many'th order's buyer has touched what they order. */
const TOUCHED_EVERY = 5;
export const PAST = 'past';

/** What every case with all services works with. */
export interface WholeSystem {
  options: AttributionBenchOptions;
  servers: Servers;
  subject: Ours;
  alliance: Alliance;
  /** Orders `past-0`, `past-1`, … are in the ledger. */
  pastOrders: number;
  many: TouchStore;
  table: TouchTableShown;
  /** On attribution's schema. */
  connection: Connection;
  stop: () => Promise<void>;
}

/** Starts all services, makes the alliance known to them, and sells some orders while many touches are stored. */
export async function startWholeSystem(
  options: AttributionBenchOptions,
  servers: Servers,
  many: TouchStore,
  prefix: string,
): Promise<WholeSystem> {
  const subject = new Ours(servers, options.profileFolder);
  await subject.start();
  const database = subject.schemaOf('attribution');
  const connection = await createConnection({ uri: servers.databaseUrl, database, supportBigNumbers: true });
  const table = new TouchTableShown(connection, database, `${prefix}own_of_all`);
  const stop = async () => {
    await table.restore();
    await connection.end();
    await subject.stop();
  };
  try {
    const alliance = await subject.learn({ ...allianceOf('spread'), assistBps: ASSIST_BPS });
    await addTouches(servers.databaseUrl, many.home, touchesOfSales(alliance, 2 * options.orders));
    await table.show(many.home);
    await runBacklog(subject, servers, alliance, options.orders, PAST);
    const assisted = await numberOf(connection, 'SELECT COUNT(*) AS n FROM line WHERE assistants IS NOT NULL');
    if (assisted === 0) throw new Error('no sale has an assistant, though every fifth buyer had a touch');
    return { options, servers, subject, alliance, pastOrders: options.orders, many, table, connection, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** A click of every fifth order's buyer on its product, by a link of whoever else picked it. */
function* touchesOfSales(alliance: Alliance, orders: number): Generator<TakenInTouch> {
  const now = Date.now();
  for (let n = 0; n < orders; n += TOUCHED_EVERY) {
    const order = orderOf(alliance, PAST, n);
    const { buyerKey, lines } = asTakenIn('bench', order).payment!;
    const product = alliance.products.findIndex(({ productId }) => productId === lines[0]!.productId);
    yield { ...touchOf({ buyerKey: buyerKey!, product }, 0, now), promotionCode: anotherCode(alliance, order) };
  }
}

/** The code of whoever else picked what an order is about. */
export function anotherCode(alliance: Alliance, { order }: ChannelEvent): string {
  const { productId, scene } = order.lines[0]!;
  return alliance.picks.find(pick => pick.productId === productId && pick.promotionCode !== scene.promotionCode)!
    .promotionCode;
}

/** The answer to a question that has one row with one number, `n`. */
export async function numberOf(connection: Connection, sql: string, parameters: unknown[] = []): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>(sql, parameters);
  return Number((rows as Array<{ n: number | string }>)[0]?.n);
}
