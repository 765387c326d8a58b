import { setTimeout as sleep } from 'node:timers/promises';
import { KafkaJSError, type Admin } from 'kafkajs';
import { PATIENCE_MS } from './eventually';

/** Where each partition of a topic begins and ends. A broker that has just made the topic may still be electing leaders. */
export async function offsetsOfTopic(
  admin: Admin,
  topic: string,
): Promise<Awaited<ReturnType<Admin['fetchTopicOffsets']>>> {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(50)) {
    try {
      return await admin.fetchTopicOffsets(topic);
    } catch (fault) {
      if (!(fault instanceof KafkaJSError && fault.retriable) || Date.now() > until) throw fault;
    }
  }
}
