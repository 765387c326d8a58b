import { Partitioners, type Message, type Producer } from 'kafkajs';
import { uuidv7 } from 'uuidv7';
import { orderEventTakenIn } from '@chuanliu/contracts/gateway/order-event-taken-in.v1';
import { quietKafka } from '../broker-topics';
import { asTakenIn, type ChannelEvent } from './orders';

const MESSAGES_A_SEND = 2_000;
const CHANNEL = 'bench';

/** Puts orders on the intake topic as the gateway does: one awaited send at a time, acknowledged by all replicas. */
export class IntakeProducer {
  private readonly producer: Producer;
  private waiting: Array<{ message: Message; done: () => void; failed: (fault: unknown) => void }> = [];
  private sending = false;

  constructor(
    brokers: string,
    private readonly topic: string,
  ) {
    this.producer = quietKafka(brokers).producer({
      maxInFlightRequests: 1,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
  }

  connect(): Promise<void> {
    return this.producer.connect();
  }

  disconnect(): Promise<void> {
    return this.producer.disconnect();
  }

  /** Sends one order; those that come meanwhile go together with the next send. */
  send(event: ChannelEvent): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ message: messageOf(event), done, failed });
      if (!this.sending) void this.sendAll();
    });
  }

  /** Sends many orders, made one by one as they are needed. */
  async fill(count: number, orderAt: (n: number) => ChannelEvent): Promise<void> {
    for (let start = 0; start < count; start += MESSAGES_A_SEND) {
      const size = Math.min(MESSAGES_A_SEND, count - start);
      const messages = Array.from({ length: size }, (_, n) => messageOf(orderAt(start + n)));
      await this.producer.send({ topic: this.topic, acks: -1, messages });
    }
  }

  private async sendAll(): Promise<void> {
    this.sending = true;
    while (this.waiting.length > 0) {
      const together = this.waiting.splice(0, MESSAGES_A_SEND);
      try {
        await this.producer.send({ topic: this.topic, acks: -1, messages: together.map(({ message }) => message) });
        for (const { done } of together) done();
      } catch (fault) {
        for (const { failed } of together) failed(fault);
      }
    }
    this.sending = false;
  }
}

function messageOf(event: ChannelEvent): Message {
  const data = asTakenIn(CHANNEL, event);
  return {
    key: orderEventTakenIn.key(data),
    value: JSON.stringify(data),
    headers: { type: orderEventTakenIn.type, eventId: uuidv7() },
  };
}
