import { setTimeout as sleep } from 'node:timers/promises';
import { untilGroupWorks, withAdmin } from '../broker-topics';
import { IntakeProducer } from '../load/fill-intake';
import { orderOf, type Alliance } from '../load/orders';
import { Ledger } from '../measure/ledger';
import type { Servers, Subject } from '../subject';
import { check, until } from './in-the-ledger';
import { Meters, type AroundIt, type Costs } from './measured-case';

export interface BacklogResult extends Costs {
  kind: 'backlog';
  alliance: Alliance['name'];
  sales: number;
  salesPerSecond: number;
}

/**
 * Lets orders pile up on the intake topic while nobody reads it, and measures from the moment in which its reader has
 * its partitions until the last order is in the ledger.
 *
 * @throws when an order is missing in the ledger, or the ledger does not balance
 */
export async function runBacklog(
  subject: Subject,
  servers: Servers,
  alliance: Alliance,
  sales: number,
  prefix: string,
  aroundIt: AroundIt = {},
): Promise<BacklogResult> {
  const ledger = await Ledger.open(servers.databaseUrl, subject.ledgerSchema);
  try {
    const { orders: _startsAnew, ...slices } = await subject.slices();
    await subject.stopIntake();
    await fill(subject, servers, alliance, sales, prefix);
    const applied = () => (subject.keepsPositions ? ledger.eventsApplied() : ledger.newest());
    const target = (await applied()) + sales;
    const meters = await withAdmin(servers.kafkaBrokers, async admin => {
      const ready = Promise.resolve(subject.startIntake());
      await untilGroupWorks(admin, subject.intakeGroup);
      const started = await Meters.start(subject, servers, ledger, slices);
      aroundIt.begin?.();
      await ready;
      return started;
    });
    await until(subject, async () => (await applied()) >= target, subject.keepsPositions ? 15 : 100);
    // A sale that is told twice moves the position twice: only now is it worth the cost of counting.
    await until(subject, async () => (await ledger.ordersPosted(prefix)) >= sales, 250);
    const costs = await meters.end(sales);
    await aroundIt.end?.();
    await sleep(500);
    await check(ledger, prefix, sales);
    return { kind: 'backlog', alliance: alliance.name, sales, salesPerSecond: sales / costs.seconds, ...costs };
  } finally {
    await ledger.close();
  }
}

async function fill(subject: Subject, servers: Servers, alliance: Alliance, sales: number, prefix: string) {
  const producer = new IntakeProducer(servers.kafkaBrokers, subject.intakeTopic);
  await producer.connect();
  await producer.fill(sales, n => orderOf(alliance, prefix, n));
  await producer.disconnect();
}
