import { Kafka, logLevel } from 'kafkajs';
import { topics } from '@chuanliu/contracts/topics';
import { offsetsOfTopic } from '@chuanliu/testing/offsets-of-topic';
import type { Namespace } from '@chuanliu/testing/unique-namespace';

export interface TopicMessage {
  key: string;
  headers: Record<string, string>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at single fields
  data: any;
}

/** Everything that intake has made durable so far, in no particular order between keys. */
export async function eventsOnTheTopic(
  namespace: Namespace,
  stream: string = topics.orderIntake.name,
): Promise<TopicMessage[]> {
  const kafka = new Kafka({
    brokers: namespace.servers.kafkaBrokers.split(','),
    clientId: 'tests',
    logLevel: logLevel.NOTHING,
  });
  const topic = namespace.brokerName(stream);
  const admin = kafka.admin();
  await admin.connect();
  const offsets = await offsetsOfTopic(admin, topic);
  await admin.disconnect();
  const expected = offsets.reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
  if (expected === 0) return [];

  const consumer = kafka.consumer({ groupId: `${namespace.name}look-${Date.now()}` });
  const messages: TopicMessage[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        eachMessage: ({ message }) => {
          const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]);
          messages.push({
            key: String(message.key),
            headers: Object.fromEntries(headers) as Record<string, string>,
            data: JSON.parse(String(message.value)) as unknown,
          });
          if (messages.length >= expected) resolve();
          return Promise.resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  return messages;
}
