import { Kafka, logLevel, Partitioners, type Message, type Producer } from 'kafkajs';
import { Logger } from '@nestjs/common';
import type { MessagingSettings } from './settings';

const logger = new Logger('kafka');

/** A part of kafkajs that its types do not show. */
interface RequestQueueOfKafkajs {
  pending: unknown[];
  throttledUntil: number;
  scheduleCheckPendingRequests(): void;
}

/**
 * kafkajs 2.2.4 asks every idle connection a thousand times a second whether a request waits for its turn (its issue
 * 1556, never released): a third of a core for a system that does nothing. A request that must wait schedules the check
 * itself, so an empty queue needs none.
 */
function letIdleConnectionsRest(): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- not exported by the package's types
  const queue = (require('kafkajs/src/network/requestQueue') as { prototype: RequestQueueOfKafkajs }).prototype;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const schedule = queue.scheduleCheckPendingRequests;
  queue.scheduleCheckPendingRequests = function (this: RequestQueueOfKafkajs) {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
}

letIdleConnectionsRest();

/** A client of the broker. kafkajs's own retries are noisy and harmless, so they go to debug. */
export function kafkaClient(settings: Pick<MessagingSettings, 'kafkaBrokers'>, clientId: string): Kafka {
  return new Kafka({
    clientId,
    brokers: settings.kafkaBrokers,
    connectionTimeout: 5_000,
    requestTimeout: 30_000,
    retry: { initialRetryTime: 100, maxRetryTime: 5_000, retries: 8 },
    logLevel: logLevel.ERROR,
    logCreator: () => entry => logger.debug(`${entry.namespace}: ${entry.log.message}`),
  });
}

/**
 * A producer for one sender that awaits each send before the next: kafkajs with two sends in flight and one lost
 * answer has acknowledged a message that was never stored.
 */
export function oneAtATimeProducer(kafka: Kafka): Producer {
  return kafka.producer({
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
}

/** Sends and returns once all in-sync replicas have it. */
export async function sendDurably(producer: Producer, byTopic: Map<string, Message[]>): Promise<void> {
  await producer.sendBatch({
    acks: -1,
    topicMessages: [...byTopic].map(([topic, messages]) => ({ topic, messages })),
  });
}

/** A message's headers as text. */
export function headerTexts(headers: Record<string, unknown> | undefined): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (value !== undefined && value !== null) texts[name] = String(Array.isArray(value) ? value[0] : value);
  }
  return texts;
}
