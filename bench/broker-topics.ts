import { Kafka, logLevel, type Admin } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';

const PARTITIONS = 12;

export const quietKafka = (brokers: string): Kafka =>
  new Kafka({ clientId: 'bench', brokers: brokers.split(','), logLevel: logLevel.NOTHING });

/** Makes topics with as many partitions as the real ones have. */
export async function makeTopics(brokers: string, names: string[]): Promise<void> {
  await withAdmin(brokers, async admin => {
    await admin.createTopics({
      waitForLeaders: true,
      topics: names.map(topic => ({ topic, numPartitions: PARTITIONS, replicationFactor: 1 })),
    });
  });
  await sleep(300); // Clients' metadata follows.
}

/** Waits until a group has divided its partitions: from then on it fetches. @throws after 60 s */
export async function untilGroupWorks(admin: Admin, groupId: string): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    const { groups } = await admin.describeGroups([groupId]);
    if (groups[0]?.state === 'Stable' && groups[0].members.length > 0) return;
    if (Date.now() > until) throw new Error(`group ${groupId} was not ready after 60 s: ${groups[0]?.state}`);
    await sleep(10);
  }
}

export async function withAdmin<T>(brokers: string, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = quietKafka(brokers).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
