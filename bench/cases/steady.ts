import { sendAtRate } from '../load/at-rate';
import { orderOf, type Alliance } from '../load/orders';
import { Ledger, LedgerWatch } from '../measure/ledger';
import { spreadOf, type Spread } from '../measure/percentile';
import type { Servers, Subject } from '../subject';
import { check, until } from './in-the-ledger';
import { Meters, type AroundIt, type Costs } from './measured-case';

export interface SteadyResult extends Costs {
  kind: 'steady';
  alliance: Alliance['name'];
  /** Orders a second that were sent. */
  rate: number;
  sales: number;
  /** Orders a second that were accepted, and that reached the ledger, from the first send on. */
  acceptedPerSecond: number;
  finishedPerSecond: number;
  /** Milliseconds from the instant at which an order was due to be sent until its acceptance was answered. */
  accept: Spread;
  /** Milliseconds from the instant at which an order was due to be sent until its posting was committed. */
  ledger: Spread;
}

/**
 * Sends single orders at a fixed rate, whether or not earlier ones were answered, and times each of them from the
 * instant at which it was due: a system that stalls is charged for all who would have had to wait.
 */
export async function runSteady(
  subject: Subject,
  servers: Servers,
  alliance: Alliance,
  { rate, seconds }: { rate: number; seconds: number },
  prefix: string,
  aroundIt: AroundIt = {},
): Promise<SteadyResult> {
  const ledger = await Ledger.open(servers.databaseUrl, subject.ledgerSchema);
  try {
    const sales = rate * seconds;
    const meters = await Meters.start(subject, servers, ledger);
    const target = (await ledger.eventsApplied()) + sales;
    aroundIt.begin?.();
    const watch = await LedgerWatch.start(ledger);
    const send = (n: number) => subject.send(orderOf(alliance, prefix, n));
    const { startedAt, dueAt, answeredAt: accepted } = await sendAtRate(rate, sent => sent === sales, send);
    await until(subject, async () => (await ledger.eventsApplied()) >= target, 20);
    await until(subject, async () => (await ledger.ordersPosted(prefix)) >= sales, 250);
    const costs = await meters.end(sales);
    const posted = await watch.end();
    await aroundIt.end?.();
    await check(ledger, prefix, sales);
    const ledgerDelays = Array.from({ length: sales }, (_, n) => posted.get(`${prefix}-${n}`)! - dueAt(n));
    const per = (lastAt: number) => (sales * 1_000) / (lastAt - startedAt);
    return {
      kind: 'steady',
      alliance: alliance.name,
      rate,
      sales,
      acceptedPerSecond: per(Math.max(...accepted)),
      finishedPerSecond: per(Math.max(...posted.values())),
      accept: spreadOf(accepted.map((at, n) => at - dueAt(n))),
      ledger: spreadOf(ledgerDelays),
      ...costs,
    };
  } finally {
    await ledger.close();
  }
}
