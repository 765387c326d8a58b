import { Injectable, Module, type Abstract, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { uuidv7 } from 'uuidv7';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { orderReceived } from '@chuanliu/contracts/orders/order-received.v1';
import { topics } from '@chuanliu/contracts/topics';
import { createService } from '@chuanliu/http/start-service';
import { offsetsOfTopic } from '@chuanliu/testing/offsets-of-topic';
import { settingsIn } from '@chuanliu/testing/settings-in';
import { dropNamespace, uniqueNamespace } from '@chuanliu/testing/unique-namespace';
import { kafkaClient, oneAtATimeProducer } from '../kafka';
import { MessagingModule } from '../messaging.module';
import { OnEvents, type EventOf } from '../on-events';
import type { MessagingSettings } from '../settings';

/** What ListeningService hears. */
export const STREAM = topics.orderEvents.name;

/** Order ids in the order in which they were heard, whatever stopped and started meanwhile. To be emptied as a test likes. */
export const heard: string[] = [];

@Injectable()
class Hears {
  @OnEvents(orderReceived)
  async hear(events: EventOf<typeof orderReceived>[]): Promise<void> {
    heard.push(...events.map(event => event.data.orderId));
  }
}

@Module({})
class ListeningModule {
  static with(settings: MessagingSettings): DynamicModule {
    const options = { service: 'listening', settings, migrations: [], topics: [STREAM] };
    return { module: ListeningModule, imports: [MessagingModule.forRoot(options)], providers: [Hears] };
  }
}

/** A service that hears one stream in a namespace of its own, and the broker's side of that stream. */
export class ListeningService {
  private readonly namespace = uniqueNamespace();
  readonly settings = settingsIn(this.namespace);
  readonly topic = this.namespace.brokerName(STREAM);
  private readonly kafka = kafkaClient(this.settings, 'test');
  private readonly producer = oneAtATimeProducer(this.kafka);
  readonly admin = this.kafka.admin();
  private app: NestFastifyApplication | undefined;

  async connect(): Promise<void> {
    await Promise.all([this.producer.connect(), this.admin.connect()]);
  }

  /** Ends everything, and leaves nothing behind. */
  async close(): Promise<void> {
    await Promise.all([this.producer.disconnect(), this.admin.disconnect()]);
    await this.stop();
    await dropNamespace(this.namespace);
  }

  async start(): Promise<void> {
    const { jwks } = await createKeyPair();
    const module = ListeningModule.with(this.settings);
    this.app = await createService({ module, service: 'listening', trust: { jwks }, logLevel: 'silent' });
    await this.app.startAllMicroservices();
    await this.app.init();
  }

  async stop(): Promise<void> {
    await this.app?.close();
    this.app = undefined;
  }

  /** A part of the running service. */
  get<T>(part: Abstract<T>): T {
    return this.app!.get(part);
  }

  async send(partition: number, ...orderIds: string[]): Promise<void> {
    await this.producer.send({
      topic: this.topic,
      acks: -1,
      messages: orderIds.map(orderId => ({
        partition,
        key: orderId,
        headers: { type: orderReceived.type, eventId: uuidv7() },
        value: JSON.stringify({ channelId: 'c', orderId, receiptRevision: 1, receivedAt: '2026-11-06T12:00:00.000Z' }),
      })),
    });
  }

  /** As the broker does with what is older than it keeps. */
  async forget(partition: number, offset: string): Promise<void> {
    await offsetsOfTopic(this.admin, this.topic); // Without it kafkajs does not know whom to ask.
    await this.admin.deleteTopicRecords({ topic: this.topic, partitions: [{ partition, offset }] });
  }
}
