import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Message, Producer } from 'kafkajs';
import { uuidv7 } from 'uuidv7';
import type { DataOf, EventDefinition } from '@chuanliu/contracts/define-event';
import { brokerName } from '@chuanliu/database/service-schema';
import { currentContext } from '@chuanliu/http/request-context';
import { kafkaClient, oneAtATimeProducer, sendDurably } from './kafka';
import type { MessagingSettings } from './settings';

const BYTES_A_SEND = 4_000_000;
const FEW = 50;
const PACE_MS = 8;

interface Waiting {
  topic: string;
  messages: Message[];
  bytes: number;
  done: () => void;
  failed: (fault: unknown) => void;
}

/**
 * Makes events durable in the broker before their sender is answered: for intake, which has nothing to write in a
 * database. One send is under way at a time; what callers bring meanwhile goes together into the next.
 */
export class DirectProducer {
  private readonly logger = new Logger(DirectProducer.name);
  private readonly producer: Producer;
  private waiting: Waiting[] = [];
  private sending = false;

  constructor(
    private readonly settings: Pick<MessagingSettings, 'kafkaBrokers' | 'namespace'>,
    clientId: string,
  ) {
    this.producer = oneAtATimeProducer(kafkaClient(settings, clientId));
  }

  connect(): Promise<void> {
    return this.producer.connect();
  }

  disconnect(): Promise<void> {
    return this.producer.disconnect();
  }

  /**
   * Returns once all in-sync replicas have every event.
   * @throws when they could not be stored for certain; they may have been, so a repeat must be harmless
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any event's definition
  send<D extends EventDefinition<any>>(event: D, items: ReadonlyArray<DataOf<D>>): Promise<void> {
    if (items.length === 0) return Promise.resolve();
    const context = currentContext();
    const messages = items.map(data => ({
      key: event.key(data),
      value: JSON.stringify(data),
      headers: {
        type: event.type,
        eventId: uuidv7(),
        ...(context ? { requestId: context.requestId, traceparent: context.traceparent } : {}),
      },
    }));
    const topic = brokerName(this.settings.namespace, event.stream);
    const bytes = messages.reduce((sum, message) => sum + message.value.length, 0);
    return new Promise<void>((done, failed) => {
      this.waiting.push({ topic, messages, bytes, done, failed });
      if (!this.sending) void this.sendAll();
    });
  }

  private async sendAll(): Promise<void> {
    this.sending = true;
    while (this.waiting.length > 0) {
      let bytes = 0;
      let count = 0;
      while (count < this.waiting.length && (count === 0 || bytes + this.waiting[count]!.bytes <= BYTES_A_SEND)) {
        bytes += this.waiting[count]!.bytes;
        count++;
      }
      const together = this.waiting.splice(0, count);
      try {
        await sendDurably(this.producer, byTopic(together));
        for (const one of together) one.done();
        // Few at once: let more arrive before the next send, so that a quiet door costs the broker little.
        if (this.waiting.length < FEW) await sleep(PACE_MS);
      } catch (fault) {
        this.logger.warn(`the broker did not take ${together.length} requests: ${String(fault)}`);
        for (const one of together) one.failed(fault);
      }
    }
    this.sending = false;
  }
}

function byTopic(waiting: Waiting[]): Map<string, Message[]> {
  const messages = new Map<string, Message[]>();
  for (const one of waiting) messages.set(one.topic, [...(messages.get(one.topic) ?? []), ...one.messages]);
  return messages;
}
