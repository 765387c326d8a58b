import { setTimeout as sleep } from 'node:timers/promises';
import { topics } from '@chuanliu/contracts/topics';
import { runSteady, type SteadyResult } from '../../cases/steady';
import { sendAtRate } from '../../load/at-rate';
import { orderOf, type Alliance, type ChannelEvent, type ChannelTouch } from '../../load/orders';
import { spreadOf, type Spread } from '../../measure/percentile';
import { meter, type Used } from '../../measure/used';
import { anotherCode, numberOf, type WholeSystem } from './whole-system';

export interface SteadyTouchesResult extends Used {
  touches: number;
  rate: number;
  /** Milliseconds from when a request of touches was due until it was answered: then they are durable. */
  accept: Spread;
  /** Touches that were accepted and not yet stored, seen twice a second. */
  lag: { mean: number; most: number; atEnd: number };
  /** Lists of stored touches (up to a thousand each) that were not yet matched. */
  unmatched: { mean: number; most: number; atEnd: number };
  /** Seconds from the last touch's acceptance until all were matched and what they concern was decided again. */
  restSeconds: number;
  decidedAgain: number;
  sales: SteadyResult;
}

const A_REQUEST = 100;
const SALES_A_SECOND = 50;
/** One of so many touches comes late, for an order that was decided before and is decided anew. */
const LATE_EVERY = 400;
const EARLIER = 'earlier';
const BUYERS = 1_000_000;
const TWO_DAYS_MS = 2 * 86_400_000;

/** Touches and sales at their rates, side by side. @throws when a touch is lost */
export async function runSteadyTouches(stage: WholeSystem): Promise<SteadyTouchesResult> {
  const { options, servers, subject, alliance, table, many, connection } = stage;
  const { rate, seconds } = options;
  await subject.untilQuiet();
  await table.show(many.home);
  const begin = new Date();
  const requests = Math.ceil((rate * seconds) / A_REQUEST);
  const earlier = earlierOrders(alliance, SALES_A_SECOND * seconds, Math.ceil((rate * seconds) / LATE_EVERY));
  for (const order of earlier) await subject.send(order);
  await subject.untilQuiet();
  const touchesBefore = await appliedTouches(stage);
  const revisedBefore = await revised(stage);

  let accepted = 0;
  const samples = { lag: [] as number[], unmatched: [] as number[] };
  let isOver = false;
  const look = async () => {
    samples.lag.push(accepted - ((await appliedTouches(stage)) - touchesBefore));
    samples.unmatched.push(await numberOf(connection, 'SELECT COUNT(*) AS n FROM due_touches'));
  };
  const looking = (async () => {
    while (!isOver) {
      await look();
      await sleep(500);
    }
  })();

  const end = meter([...servers.participants, ...subject.processes()]);
  const selling = runSteady(subject, servers, alliance, { rate: SALES_A_SECOND, seconds }, 'beside');
  selling.catch(() => undefined); // Awaited below, once all touches were sent.
  const { dueAt, answeredAt } = await sendAtRate(
    rate / A_REQUEST,
    sent => sent === requests,
    async n => {
      await subject.sendTouches(
        Array.from({ length: A_REQUEST }, (_, i) => touchAt(alliance, earlier, n * A_REQUEST + i, begin)),
      );
      accepted += A_REQUEST;
    },
  );
  const used = end();
  isOver = true;
  await looking;
  await look();
  const [lag, unmatched] = [inShort(samples.lag), inShort(samples.unmatched)];
  const sales = await selling;
  await subject.untilQuiet(120_000);
  const restSeconds = (performance.now() - Math.max(...answeredAt)) / 1_000;
  const decidedAgain = (await revised(stage)) - revisedBefore;
  if (decidedAgain < earlier.length) throw new Error(`${decidedAgain} of ${earlier.length} lines were decided anew`);
  await check(stage, requests * A_REQUEST, begin);
  return {
    touches: requests * A_REQUEST,
    rate,
    lag,
    unmatched,
    restSeconds,
    decidedAgain,
    sales,
    accept: spreadOf(answeredAt.map((at, n) => at - dueAt(n))),
    ...used,
  };
}

/** Orders of buyers and products that the sales beside the touches have not, and that a touch can decide. */
const earlierOrders = (alliance: Alliance, from: number, count: number): ChannelEvent[] =>
  Array.from({ length: count }, (_, i) => {
    const n = from + i;
    return orderOf(alliance, EARLIER, n % 10 === 8 ? n + 1_000_001 : n);
  });

/** The nth touch: of anybody and anything, or now and then of the buyer of an earlier order. */
function touchAt(alliance: Alliance, earlier: readonly ChannelEvent[], n: number, begin: Date): ChannelTouch {
  const dice = Math.imul(n + 1, 2_654_435_761) >>> 0;
  if (n % LATE_EVERY === 0) {
    const order = earlier[n / LATE_EVERY]!;
    const { buyerId, lines } = order.order;
    return {
      touchId: `steady-${n}`,
      buyerId,
      productId: lines[0]!.productId,
      kind: 'click',
      surface: 'link',
      promotionCode: anotherCode(alliance, order),
      occurredAt: new Date(begin.getTime() - TWO_DAYS_MS).toISOString(),
    };
  }
  return {
    touchId: `steady-${n}`,
    buyerId: `visitor-${dice % BUYERS}`,
    productId: alliance.products[n % alliance.products.length]!.productId,
    kind: n % 10 < 6 ? 'view' : n % 10 < 9 ? 'click' : 'cart',
    surface: (['link', 'live', 'short_video'] as const)[n % 3]!,
    promotionCode: alliance.picks[dice % alliance.picks.length]!.promotionCode,
    occurredAt: new Date().toISOString(),
  };
}

const appliedTouches = ({ connection }: WholeSystem): Promise<number> =>
  numberOf(
    connection,
    `SELECT CAST(COALESCE(SUM(next_offset), 0) AS SIGNED) AS n FROM consumer_position
     WHERE consumer = 'attribution' AND topic = ?`,
    [topics.touches.name],
  );

/** How often lines were announced anew. */
const revised = ({ connection }: WholeSystem): Promise<number> =>
  numberOf(connection, 'SELECT CAST(COALESCE(SUM(revision - 1), 0) AS SIGNED) AS n FROM line');

async function check({ connection }: WholeSystem, touches: number, begin: Date): Promise<void> {
  const stored = await numberOf(
    connection,
    `SELECT COUNT(*) AS n FROM touch WHERE occurred_at >= ? - INTERVAL 3 DAY AND touch_id LIKE 'steady-%'`,
    [begin.toISOString().replace('T', ' ').replace('Z', '')],
  );
  if (stored !== touches) throw new Error(`${stored} of ${touches} touches are stored`);
}

const inShort = (samples: readonly number[]) => ({
  mean: samples.reduce((sum, value) => sum + value, 0) / samples.length,
  most: Math.max(...samples),
  atEnd: samples.at(-1)!,
});
