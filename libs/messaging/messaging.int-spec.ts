import { Injectable, Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { uuidv7 } from 'uuidv7';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { orderReceived } from '@chuanliu/contracts/orders/order-received.v1';
import { orderRefunded } from '@chuanliu/contracts/orders/order-refunded.v1';
import { accountOwned } from '@chuanliu/contracts/partners/account-owned.v1';
import { topics } from '@chuanliu/contracts/topics';
import { Database } from '@chuanliu/database/database';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { createService } from '@chuanliu/http/start-service';
import { untilAtRest } from '@chuanliu/testing/at-rest';
import { settingsIn } from '@chuanliu/testing/settings-in';
import { dropNamespace, uniqueNamespace } from '@chuanliu/testing/unique-namespace';
import { kafkaClient, oneAtATimeProducer } from './kafka';
import { MessagingModule } from './messaging.module';
import { OnEvents, type EventOf } from './on-events';
import { Outbox } from './outbox';
import { Progress } from './progress';
import { ReplayParked } from './replay-parked';
import type { MessagingSettings } from './settings';
import { uuidBytes } from './uuid-text';

let brokenOrder = '';
let slices: number[] = [];

/** Counts receipts per order, as a service's projection would. */
@Injectable()
class CountsReceipts {
  @OnEvents(orderReceived)
  async count(events: EventOf<typeof orderReceived>[], tx: Tx): Promise<void> {
    slices.push(events.length);
    if (events.some(event => event.data.orderId === brokenOrder)) throw new TypeError('our own mistake');
    const rows = events.map(({ data, meta }) => [data.orderId, meta.eventId]);
    await insertRows(tx, 'receipt', ['order_id', 'event_id'], rows);
  }

  @OnEvents(orderRefunded, { onlyWith: '"withdrawn":true' })
  async withdraw(events: EventOf<typeof orderRefunded>[], tx: Tx): Promise<void> {
    const rows = events.map(({ data, meta }) => [data.orderId, meta.eventId]);
    await insertRows(tx, 'receipt', ['order_id', 'event_id'], rows);
  }

  @OnEvents(accountOwned, { fenced: true })
  async learn(events: EventOf<typeof accountOwned>[], tx: Tx): Promise<void> {
    await insertRows(
      tx,
      'receipt',
      ['order_id', 'event_id'],
      events.map(({ data, meta }) => [data.accountId, meta.eventId]),
    );
  }
}

@Module({})
class ListeningModule {
  static with(settings: MessagingSettings): DynamicModule {
    const messaging = MessagingModule.forRoot({
      service: 'listening',
      settings,
      migrations: [
        {
          at: 1760000000100,
          name: 'add-receipt',
          up: 'CREATE TABLE IF NOT EXISTS receipt (n BIGINT AUTO_INCREMENT PRIMARY KEY, order_id VARCHAR(64), event_id VARCHAR(40))',
        },
      ],
      topics: [topics.orderEvents.name, topics.partnerEvents.name],
      ignores: ['order-paid.v1'],
      produces: [topics.orderEvents.name],
    });
    return { module: ListeningModule, imports: [messaging], providers: [CountsReceipts] };
  }
}

describe('messaging', () => {
  const namespace = uniqueNamespace();
  const settings = settingsIn(namespace);
  const producer = oneAtATimeProducer(kafkaClient(settings, 'test'));
  let app: NestFastifyApplication;
  let database: Database;

  const start = async () => {
    const { jwks } = await createKeyPair();
    app = await createService({
      module: ListeningModule.with(settings),
      service: 'listening',
      trust: { jwks },
      logLevel: 'silent',
    });
    await app.startAllMicroservices();
    await app.init();
    database = app.get(Database);
  };
  beforeAll(async () => {
    await start();
    await producer.connect();
  });
  afterAll(async () => {
    await producer.disconnect();
    await app.close();
    await dropNamespace(namespace);
  });
  beforeEach(() => {
    slices = [];
  });

  const receipt = (orderId: string) => ({
    channelId: 'c',
    orderId,
    receiptRevision: 1,
    receivedAt: '2026-11-06T12:00:00.000Z',
  });
  const send = (messages: Array<{ key: string; value: string; headers: Record<string, string> }>) =>
    producer.send({ topic: namespace.brokerName(topics.orderEvents.name), acks: -1, messages });
  const message = (orderId: string, eventId = uuidv7(), value = JSON.stringify(receipt(orderId))) => ({
    key: orderId,
    value,
    headers: { type: orderReceived.type, eventId },
  });
  const receipts = async (orderId: string) =>
    (await database.read<{ n: number }>('SELECT COUNT(*) AS n FROM receipt WHERE order_id = ?', [orderId]))[0]!.n;
  const caughtUp = () => untilAtRest(() => app.get(Progress).look());

  it('puts messages of all partitions into common slices', async () => {
    await send(Array.from({ length: 600 }, (_, i) => message(`many-${i}`)));
    await caughtUp();
    expect(slices.reduce((a, b) => a + b, 0)).toBe(600);
    expect(slices.length).toBeLessThanOrEqual(10);
  });

  it('applies an event once, though it is delivered twice', async () => {
    const twice = message('twice');
    await send([twice, twice]);
    await caughtUp();
    await send([twice]);
    await caughtUp();
    expect(await receipts('twice')).toBe(1);
  });

  it('an event written in a transaction that rolls back is never said', async () => {
    const outbox = app.get(Outbox);
    await expect(
      database.transaction(async tx => {
        await outbox.add(tx, orderReceived, [{ data: receipt('rolled-back') }]);
        throw new Error('changed our mind');
      }),
    ).rejects.toThrow('changed our mind');
    await database.transaction(tx => outbox.add(tx, orderReceived, [{ data: receipt('committed') }]));
    await caughtUp();
    expect([await receipts('rolled-back'), await receipts('committed')]).toEqual([0, 1]);
  });

  it('parks a broken message and what follows it of the same key; others go on; a replay after the fix applies them in order', async () => {
    brokenOrder = 'poison';
    await send([message('poison'), message('healthy'), message('poison'), message('other')]);
    await caughtUp();
    expect([await receipts('healthy'), await receipts('other'), await receipts('poison')]).toEqual([1, 1, 0]);
    await send([message('poison')]);
    await caughtUp();
    const replay = app.get(ReplayParked);
    const parked = (await replay.list(0, 100)).filter(event => event.key === 'poison');
    expect(parked).toHaveLength(3);
    expect(parked[0]!.reason).toContain('our own mistake');
    await expect(replay.replay(parked[0]!.id)).rejects.toMatchObject({ type: 'messaging/event-still-fails' });
    brokenOrder = '';
    expect(await replay.replay(parked[0]!.id)).toBe(3);
    expect(await receipts('poison')).toBe(3);
    await send([message('poison')]);
    await caughtUp();
    expect(await receipts('poison')).toBe(4);
  });

  it('parks what breaks its schema, what is no JSON and what nobody hears', async () => {
    await send([
      message('no-json', uuidv7(), '{'),
      message('no-schema', uuidv7(), JSON.stringify({ ...receipt('no-schema'), receivedAt: 'yesterday' })),
      { ...message('unheard'), headers: { type: 'order-eaten.v1', eventId: uuidv7() } },
      { ...message('ignored'), headers: { type: 'order-paid.v1', eventId: uuidv7() } },
    ]);
    const { parked } = await caughtUp();
    expect(parked).toBe(3);
  });

  it('hears a part of what is said of a type: the rest passes unread, neither noted nor parked', async () => {
    const refund = (orderId: string, withdrawn: boolean) => {
      const amounts = { refundFen: 1, subsidyFen: 0, freightFen: 0, transactionId: null };
      const fact = { refundId: 'r-1', lineNo: 1, occurredAt: '2026-11-06T12:00:00.000Z', ...amounts, withdrawn };
      return JSON.stringify({ channelId: 'c', orderId, orderRevision: 1, refunds: [fact] });
    };
    const before = await caughtUp();
    const headers = { type: orderRefunded.type, eventId: uuidv7() };
    await send([
      { key: 'counts', value: refund('counts', false), headers },
      { key: 'withdrawn', value: refund('withdrawn', true), headers: { ...headers, eventId: uuidv7() } },
      { key: 'no-json', value: '{', headers: { ...headers, eventId: uuidv7() } },
    ]);
    const after = await caughtUp();
    expect([await receipts('counts'), await receipts('withdrawn')]).toEqual([0, 1]);
    expect(after.parked).toBe(before.parked);
    const noted = await database.read('SELECT slice FROM inbox WHERE event_id = ?', [uuidBytes(headers.eventId)]);
    expect(noted).toEqual([]);
  });

  it('a replay applies what waited behind a message that nobody could read', async () => {
    const broken = message('unreadable', uuidv7(), '{');
    await send([broken, message('unreadable'), message('unreadable')]);
    await caughtUp();
    const [first] = (await app.get(ReplayParked).list(0, 1_000)).filter(event => event.key === 'unreadable');
    await database.write('UPDATE parked_event SET payload = ? WHERE id = ?', [
      JSON.stringify(receipt('unreadable')),
      first!.id,
    ]);
    expect(await app.get(ReplayParked).replay(first!.id)).toBe(3);
    expect(await receipts('unreadable')).toBe(3);
  });

  it('hears facts behind a fence, beside sales', async () => {
    const fact = {
      accountId: 'a-1',
      effectiveFrom: '2026-11-06T12:00:00.000Z',
      owner: { kind: 'brand' as const, id: 'b' },
    };
    await database.transaction(tx => app.get(Outbox).add(tx, accountOwned, [{ data: fact }]));
    await send(Array.from({ length: 50 }, (_, i) => message(`beside-${i}`)));
    await caughtUp();
    expect(await receipts('a-1')).toBe(1);
    expect(await receipts('beside-49')).toBe(1);
  });

  it('after a restored backup it reads again what followed, though nothing new arrives', async () => {
    await database.transaction(async tx => {
      await tx.execute('UPDATE consumer_position SET next_offset = 0');
      await tx.execute('DELETE FROM inbox');
      await tx.execute('DELETE FROM receipt');
      await tx.execute('DELETE FROM parked_event');
    });
    await app.close();
    await start();
    await caughtUp();
    expect([await receipts('many-7'), await receipts('twice'), await receipts('committed')]).toEqual([1, 1, 1]);
  });
});
