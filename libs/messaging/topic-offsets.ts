import type { Admin } from 'kafkajs';
import { PARTITIONS } from '@chuanliu/contracts/topics';
import { brokerName } from '@chuanliu/database/service-schema';
import { onceTopicsHaveLeaders } from './once-topics-have-leaders';
import type { MessagingSettings } from './settings';

/** What the broker has of one partition of a stream: the messages of [begin, end). */
export interface PartitionOffsets {
  topic: string;
  partition: number;
  /** Above 0 once messages have become older than the broker keeps them. */
  begin: number;
  end: number;
}

/**
 * All partitions of a stream, in order.
 * @throws Error while the broker does not tell all of them: one that has just heard of a topic may not know it whole, and
 *   what it leaves out would look as if it were empty
 */
export async function offsetsOfStream(admin: Admin, namespace: string, topic: string): Promise<PartitionOffsets[]> {
  const offsets = await admin.fetchTopicOffsets(brokerName(namespace, topic));
  if (offsets.length < PARTITIONS)
    throw new Error(`the broker tells the ends of ${offsets.length} partitions of ${topic} only`);
  const inOrder = offsets.sort((one, other) => one.partition - other.partition);
  return inOrder.map(({ partition, low, high }) => ({ topic, partition, begin: Number(low), end: Number(high) }));
}

/** As offsetsOfStream, of streams that may have been made just now. */
export function offsetsOfStreams(
  settings: Pick<MessagingSettings, 'kafkaBrokers' | 'namespace'>,
  streams: readonly string[],
): Promise<PartitionOffsets[]> {
  return onceTopicsHaveLeaders(settings, async admin => {
    const all: PartitionOffsets[] = [];
    for (const stream of streams) all.push(...(await offsetsOfStream(admin, settings.namespace, stream)));
    return all;
  });
}
