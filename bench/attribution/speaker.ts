import type { Static, TSchema } from '@sinclair/typebox';
import { Partitioners, type Message, type Producer } from 'kafkajs';
import { uuidv7 } from 'uuidv7';
import type { EventDefinition } from '@chuanliu/contracts/define-event';
import type { Namespace } from '@chuanliu/testing/unique-namespace';
import { quietKafka } from '../broker-topics';

const MESSAGES_A_SEND = 2_000;

/** Where an event lies. */
export interface Place {
  partition: number;
  offset: number;
}

/** Says what other services would say, as their outboxes do: one awaited send at a time, acknowledged by all replicas. */
export class Speaker {
  private last: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly namespace: Namespace,
    private readonly producer: Producer,
  ) {}

  static async connect(namespace: Namespace): Promise<Speaker> {
    const producer = quietKafka(namespace.servers.kafkaBrokers).producer({
      maxInFlightRequests: 1,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    return new Speaker(namespace, producer);
  }

  disconnect(): Promise<void> {
    return this.producer.disconnect();
  }

  async sayAll<S extends TSchema>(
    event: EventDefinition<S>,
    count: number,
    dataAt: (n: number) => Static<S>,
  ): Promise<void> {
    for (let start = 0; start < count; start += MESSAGES_A_SEND) {
      const size = Math.min(MESSAGES_A_SEND, count - start);
      await this.send(
        event,
        Array.from({ length: size }, (_, n) => messageOf(event, dataAt(start + n))),
      );
    }
  }

  async say<S extends TSchema>(event: EventDefinition<S>, data: Static<S>): Promise<Place> {
    const [sent] = await this.send(event, [messageOf(event, data)]);
    return { partition: sent!.partition, offset: Number(sent!.baseOffset) };
  }

  private send({ stream }: { stream: string }, messages: Message[]) {
    const topic = this.namespace.brokerName(stream);
    const sent = this.last.then(() => this.producer.send({ topic, acks: -1, messages }));
    this.last = sent.catch(() => undefined);
    return sent;
  }
}

const messageOf = <S extends TSchema>(event: EventDefinition<S>, data: Static<S>): Message => ({
  key: event.key(data),
  value: JSON.stringify(data),
  headers: { type: event.type, eventId: uuidv7() },
});
