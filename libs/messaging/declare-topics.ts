import type { Admin } from 'kafkajs';
import { PARTITIONS, topics, type Topic } from '@chuanliu/contracts/topics';
import { brokerName } from '@chuanliu/database/service-schema';
import { onceTopicsHaveLeaders } from './once-topics-have-leaders';
import type { MessagingSettings } from './settings';

/** Thirty days: longer than any backup that would be restored lies back. */
const RETENTION_MS = 30 * 86_400_000;

/**
 * Makes the topics that are missing, and waits until the broker knows them all. They are never made by a first message, whose partition count would be the broker's guess.
 * @param names streams, as contracts name them
 */
export async function declareTopics(
  settings: Pick<MessagingSettings, 'kafkaBrokers' | 'namespace'>,
  names: string[],
): Promise<void> {
  if (names.length === 0) return;
  const known: Topic[] = Object.values(topics);
  const wanted = known.filter(topic => names.includes(topic.name));
  const unknown = names.filter(name => !known.some(topic => topic.name === name));
  if (unknown.length > 0) throw new Error(`streams that contracts/topics.ts lacks: ${unknown.join(', ')}`);
  await onceTopicsHaveLeaders(settings, async admin => {
    await makeMissing(admin, settings.namespace, wanted);
    // A topic that was just made may still be unknown to who asks next: a consumer would fail on it.
    await admin.fetchTopicMetadata({ topics: wanted.map(topic => brokerName(settings.namespace, topic.name)) });
  });
}

async function makeMissing(admin: Admin, namespace: string, wanted: Topic[]): Promise<void> {
  const there = new Set(await admin.listTopics());
  const missing = wanted.filter(topic => !there.has(brokerName(namespace, topic.name)));
  if (missing.length === 0) return;
  await admin.createTopics({
    waitForLeaders: true,
    topics: missing.map(topic => ({
      topic: brokerName(namespace, topic.name),
      numPartitions: PARTITIONS,
      replicationFactor: -1,
      configEntries: [
        { name: 'max.message.bytes', value: String(topic.maxMessageBytes) },
        { name: 'retention.ms', value: String(RETENTION_MS) },
      ],
    })),
  });
}
