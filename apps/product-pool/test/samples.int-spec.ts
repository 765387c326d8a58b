import { commissionSplit } from '@chuanliu/contracts/commissions/commission-split.v1';
import { saleStateChanged } from '@chuanliu/contracts/commissions/sale-state-changed.v1';
import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { partySuspended } from '@chuanliu/contracts/partners/party-suspended.v1';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import { begin, day, now } from './figures';
import { asBrand, asPromoter, operator, ProductPoolUnderTest } from './product-pool-under-test';

let pool: ProductPoolUnderTest;
const brand = asBrand('br-1');
const promoters = Array.from({ length: 12 }, (_, n) => `pr-${n + 1}`);

beforeAll(async () => {
  pool = await ProductPoolUnderTest.start();
  pool.itIs(now);
  await pool.say(brandVersion, { brandId: 'br-1', effectiveFrom: begin, name: '青禾' });
  for (const promoterId of promoters) {
    await pool.say(promoterVersion, { promoterId, effectiveFrom: begin, name: promoterId, kind: 'person' });
  }
  await pool.untilQuiet();
});
afterAll(() => pool.stop());
afterEach(() => pool.itIs(now));

const offerSamples = (productId: string, rule: object = {}) =>
  pool.offer(productId, { sampleRule: { offered: true, ...rule } });
const ask = (promoterId: string, productId: string, body: object = {}, caller = asPromoter(promoterId)) =>
  pool.call('POST', `/v1/promoters/${promoterId}/samples`, caller, { productId, ...body });
const take = (sampleId: string, step: string, caller: object = brand, body: object = {}) =>
  pool.call('POST', `/v1/samples/${sampleId}/${step}`, caller, body);
const show = async (sampleId: string) => (await pool.call('GET', `/v1/samples/${sampleId}`)).body;
const refused = (name: string, status = 422) => [status, `/problems/product-pool/${name}`];
const content = { contentId: 'video-1', surface: 'short_video' };
const parcel = { carrier: '顺丰', trackingNo: 'SF100' };

/** A sample that its promoter has held since now: content is due 14 days later, at the same time of day. */
async function received(promoterId: string, productId: string): Promise<string> {
  const { sampleId } = (await ask(promoterId, productId)).body;
  await take(sampleId, 'approval');
  await take(sampleId, 'shipment', brand, parcel);
  expect((await take(sampleId, 'receipt', asPromoter(promoterId))).status).toBe(200);
  return sampleId;
}
const due = '2026-11-20T12:00:00.000Z';
const justBefore = '2026-11-20T11:59:59.999Z';

describe('a sample', () => {
  it('goes from the request to its content, and every state is announced once', async () => {
    await offerSamples('p-1');
    let sampleId = '';
    const events = await pool.announcedBy(async () => {
      const asked = await ask('pr-1', 'p-1', { message: '想试播', addressRef: 'adr-7' });
      ({ sampleId } = asked.body);
      expect([asked.status, asked.body]).toEqual([
        201,
        {
          ...{ sampleId: expect.stringMatching(/^sm-[0-9a-f-]{36}$/), promoterId: 'pr-1', brandId: 'br-1' },
          ...{ productId: 'p-1', state: 'requested', since: now, buyFirst: false, message: '想试播' },
          ...{ addressRef: 'adr-7', requestedAt: now, channelId: null, orderId: null, carrier: null },
          ...{ trackingNo: null, receivedAt: null, contentDueAt: null, contentId: null, surface: null },
          ...{ fulfilledAt: null, late: false, refundDue: false, refundedAt: null, reason: null, revision: 1 },
          updatedAt: now,
        },
      ]);
      for (const [step, caller, body] of [
        ['approval', brand, {}],
        ['shipment', brand, parcel],
        ['receipt', asPromoter('pr-1'), {}],
        ['fulfilment', asPromoter('pr-1'), content],
      ] as const) {
        const first = await take(sampleId, step, caller, body);
        const again = await take(sampleId, step, caller, body);
        expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
      }
    });
    expect(events.map(event => [event.type, event.key, event.data.state, event.data.revision])).toEqual(
      ['requested', 'approved', 'shipped', 'received', 'fulfilled'].map((state, n) => [
        ...['sample-changed.v1', 'pr-1', state, n + 1],
      ]),
    );
    expect(events.at(-1)!.data).toEqual({
      ...{ sampleId, promoterId: 'pr-1', brandId: 'br-1', productId: 'p-1', state: 'fulfilled', at: now },
      ...{ contentDueAt: due, reason: null, revision: 5 },
    });
    const shown = await show(sampleId);
    expect(shown).toMatchObject({ state: 'fulfilled', ...parcel, ...content, contentDueAt: due, late: false });
    expect(shown.history.map((step: Record<string, unknown>) => [step.step, step.by])).toEqual([
      ['request', 'promoter'],
      ['approval', 'brand'],
      ['shipment', 'brand'],
      ['receipt', 'promoter'],
      ['fulfilment', 'promoter'],
    ]);
  });

  it('is taken a step by whose step it is, and refuses one that its state does not have, naming both', async () => {
    const { sampleId } = (await ask('pr-1', 'p-1')).body;
    const conflict = await take(sampleId, 'shipment', brand, parcel);
    expect([conflict.status, conflict.body]).toMatchObject([
      409,
      { type: '/problems/product-pool/sample-state-conflict', state: 'requested', step: 'shipment' },
    ]);
    const before = await show(sampleId);
    const refusal = (step: string, caller: object, body: object = {}) =>
      pool.refusalOf(() => take(sampleId, step, caller, body));
    expect(await refusal('approval', asBrand('br-2'))).toEqual(refused('no-such-sample', 404));
    expect(await refusal('cancellation', asPromoter('pr-2'))).toEqual(refused('no-such-sample', 404));
    expect(await refusal('approval', asPromoter('pr-1'))).toEqual([403, '/problems/forbidden']);
    expect(await refusal('purchase', asPromoter('pr-1'), { orderId: 'o-1' })).toEqual(
      refused('sample-state-conflict', 409),
    );
    expect(await refusal('rejection', brand)).toEqual([400, '/problems/malformed-request']);
    expect(await refusal('approval', operator)).toEqual([400, '/problems/malformed-request']);
    expect(await refusal('approval', brand, { at: day(6) })).toEqual(refused('past-is-the-operators', 403));
    const told = { reason: '电话确认' };
    expect(await refusal('approval', operator, { ...told, at: day(7) })).toEqual(refused('sample-step-lies-ahead'));
    expect(await refusal('approval', operator, { ...told, at: day(5) })).toEqual(
      refused('sample-step-before-the-last'),
    );
    expect(await show(sampleId)).toEqual(before);
    for (const caller of [asPromoter('pr-2'), asBrand('br-2')]) {
      expect((await pool.call('GET', `/v1/samples/${sampleId}`, caller)).status).toBe(404);
    }

    const rejected = await take(sampleId, 'rejection', brand, { reason: '库存不足' });
    expect(rejected.body).toMatchObject({ state: 'rejected', reason: '库存不足' });
    expect(await refusal('rejection', brand, { reason: '另一个' })).toEqual(refused('sample-state-conflict', 409));
    expect(await refusal('approval', brand)).toEqual(refused('sample-state-conflict', 409));
    expect((await ask('pr-1', 'p-1')).status).toBe(201);
  });

  it('is one for a promoter and a product while it is open', async () => {
    await offerSamples('p-one');
    const answers = await Promise.all([1, 2, 3].map(() => ask('pr-1', 'p-one', { message: '一' })));
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 200, 201]);
    const { sampleId } = answers[0]!.body;
    expect(await pool.refusalOf(() => ask('pr-1', 'p-one', { message: '二' }))).toEqual(
      refused('sample-open-already', 409),
    );
    await take(sampleId, 'approval');
    expect(await pool.refusalOf(() => ask('pr-1', 'p-one', { message: '一' }))).toEqual(
      refused('sample-open-already', 409),
    );
    await take(sampleId, 'cancellation', asPromoter('pr-1'));
    expect((await ask('pr-1', 'p-one', { message: '一' })).status).toBe(201);
  });

  it('that is bought first is refunded for content in time, and for none that is late', async () => {
    await offerSamples('p-buy', { buyFirstRefundLater: true });
    const order = { orderId: 'o-1', channelId: 'ch-1' };
    const bought = async (promoterId: string) => {
      const { sampleId } = (await ask(promoterId, 'p-buy')).body;
      await take(sampleId, 'approval');
      expect(await pool.refusalOf(() => take(sampleId, 'shipment', brand, parcel))).toEqual(
        refused('sample-state-conflict', 409),
      );
      expect((await take(sampleId, 'purchase', asPromoter(promoterId), order)).body).toMatchObject({
        ...{ state: 'bought', buyFirst: true, ...order },
      });
      await take(sampleId, 'receipt', asPromoter(promoterId));
      return String(sampleId);
    };
    const [inTime, late] = [await bought('pr-1'), await bought('pr-2')];
    expect(await pool.refusalOf(() => take(inTime, 'refund'))).toEqual(refused('sample-state-conflict', 409));
    pool.itIs(justBefore);
    expect((await take(inTime, 'fulfilment', asPromoter('pr-1'), content)).body).toMatchObject({
      ...{ late: false, refundDue: true },
    });
    pool.itIs(due);
    expect((await take(late, 'fulfilment', asPromoter('pr-2'), content)).body).toMatchObject({
      ...{ late: true, refundDue: false },
    });
    const events = await pool.announcedBy(async () => {
      expect((await take(inTime, 'refund')).body).toMatchObject({ refundDue: false, refundedAt: due });
      expect((await take(inTime, 'refund')).status).toBe(200);
    });
    expect(events.map(event => [event.data.state, event.data.refundDue])).toEqual([['fulfilled', false]]);
    expect(await pool.refusalOf(() => take(late, 'refund'))).toEqual(refused('sample-state-conflict', 409));
  });
});

describe('content that is due', () => {
  it('is overdue from the very instant on, told once by the sweep, and may still come late', async () => {
    await offerSamples('p-due');
    await offerSamples('p-next');
    const sampleId = await received('pr-3', 'p-due');
    const stateNow = async () => {
      const list = await pool.call('GET', '/v1/brands/br-1/samples?promoterId=pr-3&state=overdue', brand);
      return [(await show(sampleId)).state, list.body.control.count];
    };
    pool.itIs(justBefore);
    expect(await stateNow()).toEqual(['received', 0]);
    pool.itIs(due);
    expect(await stateNow()).toEqual(['overdue', 1]);
    const { status, body } = await ask('pr-3', 'p-next'); // The sweep may tell of it meanwhile.
    expect([status, body.type]).toEqual(refused('sample-overdue-blocks'));
    await pool.untilQuiet();
    expect(await pool.refusalOf(() => ask('pr-3', 'p-next'))).toEqual(refused('sample-overdue-blocks'));
    const { history, updatedAt } = await show(sampleId);
    expect([history.at(-1), updatedAt]).toMatchObject([{ step: 'due', state: 'overdue', at: due, by: 'pool' }, due]);
    expect(history.filter((step: { step: string }) => step.step === 'due')).toHaveLength(1);

    const told = await pool.announcedBy(() => take(sampleId, 'fulfilment', asPromoter('pr-3'), content));
    expect(told.map(event => [event.data.state, event.data.revision])).toEqual([['fulfilled', 6]]);
    expect((await show(sampleId)).late).toBe(true);
    expect((await ask('pr-3', 'p-next')).status).toBe(201);
  });

  it('that came before the sweep had told of it is told of all the same', async () => {
    await offerSamples('p-race');
    const sampleId = await received('pr-4', 'p-race');
    pool.itIs('2026-11-20T12:00:00.001Z');
    await take(sampleId, 'fulfilment', asPromoter('pr-4'), content);
    pool.itIs(now);
    const steps = (await show(sampleId)).history.map((step: { step: string }) => step.step);
    expect(steps.slice(-3)).toEqual(['receipt', 'due', 'fulfilment']);
  });

  it('gets more time from its brand before the due instant, from an operator who was told so before it', async () => {
    await offerSamples('p-more');
    const sampleId = await received('pr-5', 'p-more');
    const extend = (caller: object, body: object) => take(sampleId, 'extension', caller, body);
    expect(await pool.announcedBy(() => extend(brand, { contentDueAt: due }))).toEqual([]);
    expect(await pool.refusalOf(() => extend(brand, { contentDueAt: justBefore }))).toEqual(
      refused('sample-extension-ends-sooner'),
    );
    pool.itIs(justBefore);
    expect((await extend(brand, { contentDueAt: day(25) })).body).toMatchObject({
      ...{ state: 'received', contentDueAt: day(25) },
    });
    pool.itIs(day(25));
    await pool.untilQuiet();
    expect(await pool.refusalOf(() => extend(brand, { contentDueAt: day(28) }))).toEqual(
      refused('sample-state-conflict', 409),
    );
    const agreed = { contentDueAt: day(28), reason: '品牌已同意', at: day(24) };
    const events = await pool.announcedBy(() => extend(operator, agreed));
    expect(events.map(event => [event.data.state, event.data.contentDueAt])).toEqual([['received', day(28)]]);
    expect((await pool.call('GET', '/v1/promoters/pr-5/sample-standing')).body.overdueSampleIds).toEqual([]);
    // It must not come due once more while a later test counts what is announced.
    expect((await take(sampleId, 'fulfilment', asPromoter('pr-5'), content)).status).toBe(200);
  });

  it('twice overdue in 90 days suspends for 30, until an operator lifts it', async () => {
    for (const productId of ['p-s1', 'p-s2', 'p-s3']) await offerSamples(productId);
    const first = await received('pr-6', 'p-s1');
    const second = await received('pr-6', 'p-s2');
    pool.itIs(due);
    for (const sampleId of [first, second]) await take(sampleId, 'fulfilment', asPromoter('pr-6'), content);
    const until = '2026-12-20T12:00:00.000Z';
    const answer = await ask('pr-6', 'p-s3');
    expect([answer.body.type, answer.body.until]).toEqual(['/problems/product-pool/samples-suspended', until]);
    expect((await pool.call('GET', '/v1/promoters/pr-6/sample-standing', asPromoter('pr-6'))).body).toEqual({
      ...{ promoterId: 'pr-6', overdueSampleIds: [], suspendedUntil: until },
    });
    pool.itIs('2026-12-20T11:59:59.999Z');
    expect(await pool.refusalOf(() => ask('pr-6', 'p-s3'))).toEqual(refused('samples-suspended'));
    pool.itIs(until);
    const { sampleId } = (await ask('pr-6', 'p-s3')).body;
    await take(sampleId, 'cancellation', asPromoter('pr-6'));

    pool.itIs(day(21));
    const lift = () => pool.call('POST', '/v1/promoters/pr-6/sample-standing/lift', operator, { reason: '物流延误' });
    expect((await lift()).body.suspendedUntil).toBeNull();
    expect(await pool.refusalOf(lift)).toEqual(refused('samples-not-suspended', 409));
    expect((await ask('pr-6', 'p-s3')).status).toBe(201);
  });
});

describe('asking for a sample', () => {
  it('passes every gate or is refused by its name', async () => {
    await pool.offer('p-gate');
    const tryAsking = () => pool.refusalOf(() => ask('pr-7', 'p-gate'));
    expect(await tryAsking()).toEqual(refused('sample-not-offered'));
    await offerSamples('p-gate', { offered: false });
    expect(await tryAsking()).toEqual(refused('sample-not-offered'));
    await offerSamples('p-gate');
    await pool.offer('p-gate', { state: 'off-shelf' });
    expect(await tryAsking()).toEqual(refused('not-on-shelf'));
    await pool.offer('p-gate', { state: 'on-shelf' });
    await pool.plan('p-gate', { commissionBps: 1000, minReputation: 451 });
    expect(await tryAsking()).toEqual(refused('reputation-too-low'));
    await pool.say(promoterVersion, { promoterId: 'pr-7', effectiveFrom: day(1), reputation: 451 });
    const suspension = { kind: 'promoter' as const, partyId: 'pr-7', suspensionId: 'su-1', from: day(1), reason: 'x' };
    await pool.say(partySuspended, { ...suspension, to: null, revision: 1 });
    await pool.untilQuiet();
    expect(await tryAsking()).toEqual(refused('promoter-suspended'));
    await pool.say(partySuspended, { ...suspension, to: day(2), revision: 2 });
    await pool.untilQuiet();
    expect((await ask('pr-7', 'p-gate')).status).toBe(201);
    expect(await pool.refusalOf(() => ask('pr-7', 'p-none'))).toEqual(refused('named-product-unknown'));
  });

  it('counts the orders that the promoter brought and that were settled, each once', async () => {
    await offerSamples('p-orders', { minSettledOrders: 3 });
    const share = (partyId: string, name: 'promoter' | 'assist' = 'promoter') => ({
      ...{ share: name, partyId, amountFen: 100 },
    });
    const step = { refundId: null, occurredAt: now, transactionId: null, movedFen: 1000, freightFen: 0 };
    const split = (orderId: string, state: 'confirmed' | 'settled', lines = 1) =>
      pool.say(commissionSplit, {
        ...{ channelId: 'ch-1', orderId, brandId: 'br-1', paymentChannel: 'wechat' },
        lines: Array.from({ length: lines }, (_, n) => ({
          ...{ lineNo: n + 1, revision: 1, orderRevision: 1, decisionRevision: 1, outcome: 'distribution' as const },
          ...{ productId: 'p-orders', state },
          steps: [{ ...step, subsidyFen: 0, excessFen: 0, baseFen: 1000, shares: [share('pr-8')] }],
        })),
      });
    const moved = (orderId: string, state: 'confirmed' | 'settled' | 'void', shares: object[]) =>
      pool.say(saleStateChanged, {
        ...{ channelId: 'ch-1', orderId, brandId: 'br-1' },
        lines: [
          {
            ...{ lineNo: 1, productId: 'p-orders', outcome: 'distribution' as const, state, baseFen: 1000 },
            shares: shares as ReturnType<typeof share>[],
          },
        ],
      });
    await split('o-1', 'settled', 1_200);
    await split('o-1', 'settled');
    await split('o-2', 'confirmed');
    await moved('o-3', 'void', [share('pr-8')]);
    await moved('o-4', 'settled', [share('pr-9'), share('pr-8', 'assist')]);
    await moved('o-5', 'settled', [share('pr-8')]);
    await pool.untilQuiet();
    const answer = await ask('pr-8', 'p-orders');
    expect([answer.status, answer.body]).toMatchObject([
      422,
      { type: '/problems/product-pool/too-few-settled-orders', settledOrders: 2, minSettledOrders: 3 },
    ]);
    await moved('o-2', 'settled', [share('pr-8')]);
    await pool.untilQuiet();
    expect((await ask('pr-8', 'p-orders')).status).toBe(201);
  });

  it('of the last in a month, one gets it, and the month is Shanghai’s', async () => {
    await offerSamples('p-month', { monthlyLimit: 2 });
    pool.itIs('2026-11-30T15:59:59.999Z');
    const early = await ask('pr-1', 'p-month');
    expect(early.status).toBe(201);
    const answers = await Promise.all(promoters.slice(8).map(promoterId => ask(promoterId, 'p-month')));
    expect(answers.map(answer => answer.status).sort()).toEqual([201, 422, 422, 422]);
    expect(answers.find(answer => answer.status === 422)!.body).toMatchObject({
      ...{ type: '/problems/product-pool/sample-month-is-full', month: '2026-11', monthlyLimit: 2 },
    });
    await take(early.body.sampleId, 'rejection', brand, { reason: '重复' });
    expect((await ask('pr-1', 'p-month')).status).toBe(201);
    expect(await pool.refusalOf(() => ask('pr-2', 'p-month'))).toEqual(refused('sample-month-is-full'));
    pool.itIs('2026-11-30T16:00:00.000Z');
    expect((await ask('pr-2', 'p-month')).status).toBe(201);
    const told = { reason: '线下已约定', at: '2026-11-30T15:00:00Z' };
    expect(await pool.refusalOf(() => ask('pr-3', 'p-month', told, operator))).toEqual(refused('sample-month-is-full'));
  });
});

describe('the lists of samples', () => {
  it('show each side its own, page by page, under one control', async () => {
    const whole = (await pool.call('GET', '/v1/brands/br-1/samples', brand)).body;
    expect(whole.items).toHaveLength(whole.control.count);
    const pages = [];
    for (let cursor = ''; ;) {
      const { body } = await pool.call('GET', `/v1/brands/br-1/samples?limit=3${cursor}`);
      pages.push(...body.items);
      expect(body.control).toEqual(whole.control);
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(pages).toEqual(whole.items);
    const mine = (await pool.call('GET', '/v1/promoters/pr-1/samples?productId=p-1', asPromoter('pr-1'))).body.items;
    expect(mine.map((row: { state: string }) => row.state)).toEqual(['fulfilled', 'rejected', 'requested']);
    expect((await pool.call('GET', '/v1/brands/br-1/samples', asBrand('br-2'))).status).toBe(404);
    expect((await pool.call('GET', '/v1/promoters/pr-1/samples', asPromoter('pr-2'))).status).toBe(404);
  });

  it('tell what changed since an instant', async () => {
    pool.itIs('2026-12-24T00:00:00.000Z');
    const changed = async () =>
      (await pool.call('GET', '/v1/promoters/pr-1/samples?updatedFrom=2026-12-24T00:00:00Z')).body.items;
    expect(await changed()).toEqual([]);
    const [waiting] = (await pool.call('GET', '/v1/promoters/pr-1/samples?state=requested')).body.items;
    await take(waiting.sampleId, 'approval');
    expect((await changed()).map((row: { id: string }) => row.id)).toEqual([waiting.id]);
  });
});
