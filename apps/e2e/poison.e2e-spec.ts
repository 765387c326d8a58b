import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { Alliance } from './alliance';
import { books, sharesOf, type Explanation } from './books';

jest.setTimeout(240_000);

interface ExceptionRow {
  id: string;
  kind: string;
  channelId: string | null;
  orderId: string | null;
  detail: string;
  state: string;
}

/** An event on which our code fails, and one that was never ours: each is set aside with its key, and nobody else waits. */
describe('a poison event', () => {
  let system: SystemUnderTest;
  let alliance: Alliance;
  let code: string;

  beforeAll(async () => {
    system = await SystemUnderTest.start();
    alliance = new Alliance(system);
    await alliance.brand('br-1', { techFeeBps: 487 });
    await alliance.promoter('pr-1');
    await alliance.product('p-1', 'br-1', 1_999);
    code = (await alliance.pick('pr-1', 'p-1')).promotionCode;
  });
  afterAll(() => system?.stop());

  it('parks its key only; an operator sees it, and replays it once what made it fail is mended', async () => {
    const untouched = await movedBy(() => tellStory('o-fine'));
    expect(untouched).toMatchObject({ 'liability:promoter:pr-1:pending': expect.any(Number) as number });

    await restart('commissions', { PLANTED_FAULT: 'poison:o-bad' });
    const before = await books(alliance);
    await tellStory('o-bad');
    for (let n = 0; n < 20; n++) await alliance.send(sale(`o-other-${n}`));
    const { parked } = await alliance.quiet();
    expect(parked).toBeGreaterThanOrEqual(1);

    for (let n = 0; n < 20; n++) {
      expect(await sharesOf(alliance, `o-other-${n}`)).toMatchObject({ 'promoter pr-1': 1_999 });
    }
    expect((await alliance.get<Explanation>('/v1/orders/o-bad/explanation')).complete).toBe(false);
    const rows = await exceptionsOf('commissions/parked-event');
    expect(rows.length).toBe(parked);
    for (const row of rows)
      expect(row).toMatchObject({ orderId: 'o-bad', channelId: alliance.channelId, state: 'parked' });
    expect(rows[0]!.detail).toContain('planted poison');

    const early = await replay(rows[0]!.id);
    expect(early).toMatchObject({ status: 409, body: { type: '/problems/messaging/event-still-fails' } });
    expect(await exceptionsOf('commissions/parked-event')).toEqual(rows);
    expect((await alliance.calls.post('finance-1', `/v1/parked-events/${rows[0]!.id}/replay`, {})).status).toBe(403);

    await restart('commissions');
    // What comes behind a parked event waits with it, though the code is mended.
    await alliance.send(alliance.refunded('o-bad', 'r-late', 100));
    await alliance.quiet();
    expect((await alliance.get<Explanation>('/v1/orders/o-bad/explanation')).complete).toBe(false);
    expect((await exceptionsOf('commissions/parked-event')).length).toBeGreaterThan(rows.length);

    const replayed = await replay(rows[0]!.id);
    expect(replayed).toMatchObject({ status: 200 });
    expect((await alliance.quiet()).parked).toBe(0);
    expect((await alliance.get<Explanation>('/v1/orders/o-bad/explanation')).complete).toBe(true);
    expect(await sharesOf(alliance, 'o-bad')).toEqual(await sharesOf(alliance, 'o-fine'));
    for (const row of await exceptionsOf('commissions/parked-event')) expect(row.state).toBe('replayed');

    const others = await movedBy(async () => {
      for (let n = 20; n < 40; n++) await alliance.send(sale(`o-other-${n}`));
    });
    const after = await books(alliance);
    expect(difference(after, before)).toEqual(sumOf(sumOf(others, others), untouched));
    expect(await replay(rows[0]!.id)).toMatchObject({ status: 200, body: { replayed: 0 } });
    expect(await books(alliance)).toEqual(after);

    async function tellStory(orderId: string): Promise<void> {
      await alliance.send(sale(orderId), alliance.refunded(orderId, 'r-1', 1_234));
      await alliance.quiet();
      await alliance.send(alliance.refunded(orderId, 'r-2', 77));
      // The twin's story ends like that of the order whose last refund comes while its events are parked.
      if (orderId === 'o-fine') await alliance.send(alliance.refunded(orderId, 'r-late', 100));
    }
  });

  it('that breaks its schema is parked with its key, and stays: no replay can make it an event', async () => {
    await putOnTopic('commissions.split-events', 'commission-split.v1', 'o-alien', {
      channelId: alliance.channelId,
      orderId: 'o-alien',
      lines: 'none',
    });
    await putOnTopic('orders.order-events', 'order-paid.v1', 'o-garbled', '{"channelId": ');
    await putOnTopic('attribution.sale-events', 'sale-dreamt.v9', 'o-dreamt', { orderId: 'o-dreamt' });
    await alliance.send(sale('o-alien'), sale('o-after'));
    await alliance.quiet();

    const parked = await exceptionsOf('settlement/parked-event');
    expect(parked.length).toBeGreaterThanOrEqual(2);
    expect(parked[0]!.detail).toContain('breaks the schema');
    expect(parked[1]!.detail).toContain('an earlier event of its key is parked');
    for (const row of parked) expect(row.orderId).toBe('o-alien');
    const others = [
      ...(await exceptionsOf('attribution/parked-event')),
      ...(await exceptionsOf('commissions/parked-event')),
    ];
    const openOnes = others.filter(row => row.state === 'parked').map(row => row.detail);
    expect(openOnes).toEqual(
      expect.arrayContaining([
        expect.stringContaining('its payload is not JSON'),
        expect.stringContaining('nobody here hears events of type "sale-dreamt.v9"'),
      ]),
    );

    expect(await sharesOf(alliance, 'o-after')).toMatchObject({ 'promoter pr-1': 1_999 });
    expect((await alliance.get<Explanation>('/v1/orders/o-after/explanation')).complete).toBe(true);
    expect(await replay(parked[0]!.id)).toMatchObject({ status: 409 });
    expect((await alliance.calls.post('operator', '/v1/parked-events/settlement:999999/replay', {})).status).toBe(404);
  });

  const sale = (orderId: string) =>
    alliance.paid(orderId, 'br-1', [
      { productId: 'p-1', paidFen: 10_000, scene: { surface: 'link', promotionCode: code } },
    ]);

  const replay = (id: string) => alliance.calls.post<object>('operator', `/v1/parked-events/${id}/replay`, {});

  async function exceptionsOf(kind: string): Promise<ExceptionRow[]> {
    return (await alliance.get<{ items: ExceptionRow[] }>(`/v1/exceptions?kind=${kind}`)).items;
  }

  async function movedBy(work: () => Promise<unknown>): Promise<Record<string, number>> {
    const before = await books(alliance);
    await work();
    await alliance.quiet();
    return difference(await books(alliance), before);
  }

  async function restart(name: string, extra?: Record<string, string>): Promise<void> {
    await system.service(name).stop();
    system.service(name).start(extra);
    await system.service(name).untilReady();
  }

  async function putOnTopic(topic: string, type: string, key: string, payload: object | string): Promise<void> {
    const brokers = system.namespace.servers.kafkaBrokers.split(',');
    const producer = new Kafka({ brokers, clientId: 'stranger', logLevel: logLevel.NOTHING }).producer();
    await producer.connect();
    const value = typeof payload === 'string' ? payload : JSON.stringify(payload);
    const message = { key, value, headers: { type, eventId: randomUUID() } };
    await producer.send({ topic: system.namespace.brokerName(topic), messages: [message] });
    await producer.disconnect();
  }
});

function sumOf(one: Record<string, number>, other: Record<string, number>): Record<string, number> {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...names].map(name => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}

function difference(after: Record<string, number>, before: Record<string, number>): Record<string, number> {
  const negative = Object.fromEntries(Object.entries(before).map(([name, fen]) => [name, -fen]));
  return Object.fromEntries(Object.entries(sumOf(after, negative)).filter(([, fen]) => fen !== 0));
}
