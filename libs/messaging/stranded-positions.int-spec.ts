import { Injectable, Logger, Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { uuidv7 } from 'uuidv7';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { orderReceived } from '@chuanliu/contracts/orders/order-received.v1';
import { topics } from '@chuanliu/contracts/topics';
import { Database } from '@chuanliu/database/database';
import { createService } from '@chuanliu/http/start-service';
import { registry } from '@chuanliu/observability/metrics';
import { Readiness } from '@chuanliu/observability/readiness';
import { eventually, untilSeen } from '@chuanliu/testing/eventually';
import { offsetsOfTopic } from '@chuanliu/testing/offsets-of-topic';
import { settingsIn } from '@chuanliu/testing/settings-in';
import { dropNamespace, uniqueNamespace } from '@chuanliu/testing/unique-namespace';
import { declareTopics } from './declare-topics';
import { kafkaClient, oneAtATimeProducer } from './kafka';
import { MessagingModule } from './messaging.module';
import { OnEvents, type EventOf } from './on-events';
import { Progress } from './progress';
import type { MessagingSettings } from './settings';
import { SliceRunner } from './slice';

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

const namespace = uniqueNamespace();
const settings = settingsIn(namespace);
const kafka = kafkaClient(settings, 'test');
const [producer, admin] = [oneAtATimeProducer(kafka), kafka.admin()];
const topic = namespace.brokerName(STREAM);
let app: NestFastifyApplication | undefined;
const errors = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  await Promise.all([producer.connect(), admin.connect()]);
  await declareTopics(settings, [STREAM]);
});
beforeEach(() => {
  heard = [];
  errors.mockClear();
});
afterAll(async () => {
  await Promise.all([producer.disconnect(), admin.disconnect()]);
  await app?.close();
  await dropNamespace(namespace);
});

async function start(): Promise<void> {
  const { jwks } = await createKeyPair();
  const module = ListeningModule.with(settings);
  app = await createService({ module, service: 'listening', trust: { jwks }, logLevel: 'silent' });
  await app.startAllMicroservices();
  await app.init();
}

async function stop(): Promise<void> {
  await app?.close();
  app = undefined;
}

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
async function forget(partition: number, offset: string): Promise<void> {
  await offsetsOfTopic(admin, topic); // Without it kafkajs does not know whom to ask.
  await admin.deleteTopicRecords({ topic, partitions: [{ partition, offset }] });
}

const hasHeard = (...orderIds: string[]) => eventually(() => Promise.resolve([...heard].sort()), [...orderIds].sort());
const told = async () => (await app!.get(Readiness).look()).parts.positions;
const complaint = () => untilSeen(told, text => text !== 'ready');
const strandedNow = async () => {
  const { partitions } = await app!.get(Progress).look();
  return partitions.filter(({ stranded }) => stranded).map(({ partition }) => partition);
};
const gauge = () => registry.getSingleMetricAsString('chuanliu_stranded_partitions');
const complaints = () => errors.mock.calls.map(([text]) => String(text)).filter(text => text.includes('rests'));
/** Does what the complaint says that an operator can do. */
const doAsTold = (complaint: string) => app!.get(Database).write(/UPDATE consumer_position .*$/.exec(complaint)![0]);

describe('a service that was down for longer than the broker keeps events', () => {
  it('says which are lost, leaves that partition alone and hears the others', async () => {
    await start();
    await send(0, 'a', 'b', 'c');
    await hasHeard('a', 'b', 'c');
    await stop();
    await send(0, 'gone-1', 'gone-2', 'kept');
    await send(1, 'other');
    await forget(0, '5');

    await start();
    await eventually(strandedNow, [0]);
    await hasHeard('a', 'b', 'c', 'other');
    expect(await complaint()).toBe(
      `partition 0 of ${STREAM} rests at offset 3, while the broker has 5 to 6: the 2 messages from 3 to 4 were never ` +
        'heard, and the broker has them no longer',
    );
    expect((await app!.get(Readiness).look()).ready).toBe(false);
    expect(await gauge()).toMatch(/group="listening".* 1$/m);
    await send(0, 'late');
    await send(1, 'other-2');
    await hasHeard('a', 'b', 'c', 'other', 'other-2');
    expect(complaints()).toHaveLength(1);
  });

  it('goes on where an operator says, without a restart', async () => {
    await doAsTold(await complaintAfterRestart());
    await hasHeard('kept', 'late');
    await eventually(told, 'ready');
    expect(await strandedNow()).toEqual([]);
    expect(await gauge()).toMatch(/group="listening".* 0$/m);
    await send(0, 'next');
    await hasHeard('kept', 'late', 'next');
  });
});

describe('a service whose stream was made anew', () => {
  it('takes no event of it for one that it heard, be there more of them than it ever heard', async () => {
    await stop();
    await admin.deleteTopics({ topics: [topic] });
    await eventually(async () => (await admin.listTopics()).includes(topic), false);
    await declareTopics(settings, [STREAM]);
    await send(0, 'new-1', 'new-2');

    await start();
    await eventually(strandedNow, [0, 1]);
    expect(await complaint()).toContain(`partition 0 of ${STREAM} rests at offset 8, while the broker has 0 to 2: `);
    const more = Array.from({ length: 8 }, (_, i) => `new-${i + 3}`);
    await send(0, ...more);
    await send(2, 'other');
    await hasHeard('other');
    const wayOut = await complaintAfterRestart();
    await send(2, 'other-2');
    await hasHeard('other-2');
    await doAsTold(wayOut);
    await hasHeard('other-2', 'new-1', 'new-2', ...more);
  });
});

describe('a slice', () => {
  const where = { topic: STREAM, partition: 7 };
  const isAt = (at: number, strandedAt: number | null) =>
    app!
      .get(Database)
      .write('UPDATE consumer_position SET next_offset = ?, stranded_offset = ? WHERE partition_no = 7', [
        at,
        strandedAt,
      ]);
  const run = (first: number, end: number) => {
    const message = {
      ...where,
      offset: first,
      key: 'k',
      type: 'none',
      eventId: null,
      headers: {},
      payload: Buffer.of(),
    };
    const part = { ...where, fetchedOffset: first, end, messages: [message] };
    return app!.get(SliceRunner).run('listening', [part], new Map(), new Set(['none']));
  };
  const slice = async (at: number, strandedAt: number | null, [first, end]: [number, number]) => {
    await isAt(at, strandedAt);
    return run(first, end);
  };

  it('drops no message of a stream that ends before what was heard of it, but goes back to see', async () =>
    expect(await slice(8, null, [0, 2])).toEqual({ seekTo: [{ ...where, offset: 8 }], stranded: [], handled: 0 }));

  it('applies nothing of a partition that rests, whatever comes', async () =>
    expect(await slice(8, 8, [8, 12])).toEqual({ seekTo: [], stranded: [where], handled: 0 }));

  it('applies what comes once the position was moved', async () =>
    expect(await slice(9, 8, [9, 12])).toEqual({ seekTo: [], stranded: [], handled: 1 }));

  it('does not rest again where a position that was moved back comes by once more', async () => {
    await isAt(7, 8);
    for (const offset of [7, 8]) expect(await run(offset, 12)).toEqual({ seekTo: [], stranded: [], handled: 1 });
  });

  it('drops what was applied before', async () =>
    expect(await slice(9, null, [4, 12])).toEqual({ seekTo: [], stranded: [], handled: 0 }));
});

/** Of partition 0, by a process that finds it as the one before left it. */
async function complaintAfterRestart(): Promise<string> {
  await stop();
  heard = [];
  errors.mockClear();
  await start();
  return untilSeen(
    () => complaints().find(text => text.includes('partition 0')) ?? '',
    text => text !== '',
  );
}
