import { Injectable, Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { uuidv7 } from 'uuidv7';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { orderReceived } from '@chuanliu/contracts/orders/order-received.v1';
import { topics } from '@chuanliu/contracts/topics';
import { createService } from '@chuanliu/http/start-service';
import { untilAtRest } from '@chuanliu/testing/at-rest';
import { offsetsOfTopic } from '@chuanliu/testing/offsets-of-topic';
import { settingsIn } from '@chuanliu/testing/settings-in';
import { dropNamespace, uniqueNamespace } from '@chuanliu/testing/unique-namespace';
import { declareTopics } from './declare-topics';
import { kafkaClient, oneAtATimeProducer } from './kafka';
import { MessagingModule } from './messaging.module';
import { OnEvents, type EventOf } from './on-events';
import { Progress } from './progress';
import type { MessagingSettings } from './settings';

const STREAM = topics.orderEvents.name;
let heard: string[] = [];

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

describe('a service that hears a stream for the first time', () => {
  const namespace = uniqueNamespace();
  const settings = settingsIn(namespace);
  const kafka = kafkaClient(settings, 'test');
  const [producer, admin] = [oneAtATimeProducer(kafka), kafka.admin()];
  let app: NestFastifyApplication | undefined;

  beforeAll(() => Promise.all([producer.connect(), admin.connect()]));
  afterAll(async () => {
    await Promise.all([producer.disconnect(), admin.disconnect()]);
    await app?.close();
    await dropNamespace(namespace);
  });

  const topic = namespace.brokerName(STREAM);
  const send = (partition: number, ...orderIds: string[]) =>
    producer.send({
      topic,
      acks: -1,
      messages: orderIds.map(orderId => ({
        ...{ partition, key: orderId, headers: { type: orderReceived.type, eventId: uuidv7() } },
        value: JSON.stringify({
          ...{ channelId: 'c', orderId, receiptRevision: 1, receivedAt: '2026-11-06T12:00:00.000Z' },
        }),
      })),
    });
  /** As the broker does with what is older than it keeps. */
  const forget = async (partition: number, offset: string) => {
    await offsetsOfTopic(admin, topic); // Without it kafkajs does not know whom to ask.
    await admin.deleteTopicRecords({ topic, partitions: [{ partition, offset }] });
  };

  it('begins with what the broker still has of it, also where that is nothing', async () => {
    await declareTopics(settings, [STREAM]);
    await send(0, 'gone-1', 'gone-2', 'kept');
    await send(1, 'gone-3');
    await forget(0, '2');
    await forget(1, '1');
    heard = [];

    const { jwks } = await createKeyPair();
    const module = ListeningModule.with(settings);
    app = await createService({ module, service: 'listening', trust: { jwks }, logLevel: 'silent' });
    await app.startAllMicroservices();
    await app.init();
    await untilAtRest(() => app!.get(Progress).look());
    expect(heard).toEqual(['kept']);

    await send(1, 'next');
    await untilAtRest(() => app!.get(Progress).look());
    expect(heard).toEqual(['kept', 'next']);
  });
});
