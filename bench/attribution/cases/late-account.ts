import { accountOwned } from '@chuanliu/contracts/partners/account-owned.v1';
import { orderPaid } from '@chuanliu/contracts/orders/order-paid.v1';
import { topics } from '@chuanliu/contracts/topics';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendAtRate } from '../../load/at-rate';
import { spreadOf, type Spread } from '../../measure/percentile';
import { meter, type Used } from '../../measure/used';
import { everydayOrder, lateAccount, orderOnLateAccount } from '../data/facts';
import { PositionWatch } from '../position-watch';
import type { Place } from '../speaker';
import type { Stage } from './stage';

export interface LateAccountResult extends Used {
  lines: number;
  /** From the account's being said until the last line was decided anew. */
  decidedPerSecond: number;
  /** New sales beside it, a second, and without it: milliseconds from when one was due until it was decided. */
  rate: number;
  without: Spread;
  meanwhile: Spread;
  salesMeanwhile: number;
  /** Before any of it: the past lines' own first decisions, a second. */
  firstPerSecond: number;
}

const RATE = 50;
const PREFIX = 'late';

/** Many lines were sold on an account that nobody knew; then it is registered, while new sales go on. */
export async function runLateAccount(stage: Stage): Promise<LateAccountResult> {
  const { attribution, options, stores, table, servers } = stage;
  const lines = options.late;
  await attribution.untilQuiet();
  await table.show(stores.many.home);
  const firstPerSecond = await sellThePast(stage);

  const without = await sellEveryday(stage, 'without', Math.min(10, options.seconds), () => false);
  let isOver = false;
  const decidedAnew = () =>
    attribution.number(`SELECT COUNT(*) AS n FROM line WHERE account_id = ? AND outcome = 'distribution'`, [
      lateAccount.accountId,
    ]);
  const meanwhile = sellEveryday(stage, 'meanwhile', 240, () => isOver);
  await sleep(1_000);
  const end = meter([attribution.participant(), ...servers.participants]);
  try {
    await attribution.speaker.say(accountOwned, {
      accountId: lateAccount.accountId,
      effectiveFrom: '2020-01-01T00:00:00.000Z',
      owner: { kind: 'promoter', id: lateAccount.promoterId },
    });
    const until = Date.now() + 240_000;
    while ((await attribution.number('SELECT COUNT(*) AS n FROM due_line')) === 0)
      await attribution.pause(until, 'no line became due');
    // Looking costs a count of what is left: seldom is enough.
    while ((await attribution.number('SELECT EXISTS (SELECT 1 FROM due_line) AS n')) > 0)
      await attribution.pause(until, 'lines are still due', 20);
  } finally {
    isOver = true;
  }
  const used = end();
  const { delays } = await meanwhile;
  const decided = await decidedAnew();
  if (decided !== lines) throw new Error(`${decided} of ${lines} lines were decided anew`);
  return {
    lines,
    decidedPerSecond: lines / used.seconds,
    firstPerSecond,
    ...used,
    rate: RATE,
    without: spreadOf(without.delays),
    meanwhile: spreadOf(delays),
    salesMeanwhile: delays.length,
  };
}

async function sellThePast({ attribution, options }: Stage): Promise<number> {
  const before = await attribution.applied(topics.orderEvents.name);
  const letGo = await attribution.holdBack();
  const now = Date.now();
  await attribution.speaker.sayAll(orderPaid, options.late, n => orderOnLateAccount(`${PREFIX}-${n}`, n, now));
  const begin = performance.now();
  await letGo();
  const done = await attribution.untilApplied(before + options.late);
  await attribution.untilQuiet();
  return (options.late * 1_000) / (done - begin);
}

/** Sells at the rate for so many seconds, or until it is over. */
async function sellEveryday(
  { attribution }: Stage,
  prefix: string,
  seconds: number,
  isOver: () => boolean,
): Promise<{ delays: number[] }> {
  const watch = await PositionWatch.start(attribution, topics.orderEvents.name);
  const places: Place[] = [];
  const { dueAt } = await sendAtRate(
    RATE,
    sent => sent >= RATE * seconds || isOver(),
    async n => void (places[n] = await attribution.speaker.say(orderPaid, everydayOrder(prefix, n))),
  );
  const seenAt = await watch.end(places);
  return { delays: seenAt.map((at, n) => at - dueAt(n)) };
}
