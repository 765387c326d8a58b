import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { partySuspended } from '@chuanliu/contracts/partners/party-suspended.v1';
import { policyVersion } from '@chuanliu/contracts/partners/policy-version.v1';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import { withEndlessPatience } from '@chuanliu/testing/with-endless-patience';
import { surfaces } from '../src/domain/surfaces';
import { begin, day, now, pomelo, terms } from './figures';
import { asBrand, asPromoter, operator, ProductPoolUnderTest } from './product-pool-under-test';

let pool: ProductPoolUnderTest;

beforeAll(async () => {
  pool = await ProductPoolUnderTest.start();
  pool.itIs(now);
  await pool.say(brandVersion, { brandId: 'br-1', effectiveFrom: begin, name: '青禾' });
  await pool.say(policyVersion, { policy: 'fees', effectiveFrom: begin, fields: { promotionFeeBps: 1 } });
  for (const promoterId of ['pr-1', 'pr-2']) {
    await pool.say(promoterVersion, { promoterId, effectiveFrom: begin, name: promoterId, kind: 'person' });
  }
  await pool.untilQuiet();
});
afterAll(() => pool.stop());

describe('a pick', () => {
  it('yields a code and a link, is announced with its terms, and is one while it is open', async () => {
    await pool.offer('p-1');
    await pool.plan('p-1', { commissionBps: 2000, assistBps: 1000 });
    let first: Record<string, string> = {};
    const events = await pool.announcedBy(async () => {
      const answer = await pool.pick('pr-1', { productId: 'p-1', tag: '直播间' }, asPromoter('pr-1'));
      first = answer.body;
      expect([answer.status, first]).toEqual([
        201,
        {
          pickId: expect.stringMatching(/^pk-[0-9a-f-]{36}$/),
          promotionCode: expect.stringMatching(/^pc-[2-9b-z]{12}$/),
          link: `https://chuanliu.example/p/${first.promotionCode}`,
          ...{ productId: 'p-1', from: now, terms: terms(begin, 2000, 1000), surfaces },
          cartToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        },
      ]);
      const again = await pool.pick('pr-1', { productId: 'p-1' }, asPromoter('pr-1'));
      expect([again.status, again.body]).toEqual([200, first]);
    });
    expect(events).toEqual([
      {
        type: 'pick-known.v1',
        key: 'p-1',
        data: {
          ...{ pickId: first.pickId, promoterId: 'pr-1', productId: 'p-1', promotionCode: first.promotionCode },
          ...{
            brandId: 'br-1',
            activityId: null,
            tag: '直播间',
            from: now,
            to: null,
            terms: [terms(begin, 2000, 1000)],
            revision: 1,
          },
        },
      },
    ]);
  });

  it('is one however many ask at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => pool.pick('pr-2', { productId: 'p-1' })));
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 200, 200, 201]);
    expect(new Set(answers.map(answer => answer.body.pickId)).size).toBe(1);
  });

  it('ends when told, and its product can be picked anew', async () => {
    const { body } = await pool.pick('pr-1', { productId: 'p-1' });
    pool.itIs(day(7));
    const events = await pool.announcedBy(async () => {
      expect((await pool.end('pr-1', body.pickId, '', asPromoter('pr-1'))).status).toBe(204);
      expect((await pool.end('pr-1', body.pickId)).status).toBe(204);
    });
    expect(events.map(event => [event.data.to, event.data.revision])).toEqual([[day(7), 2]]);
    expect(await pool.refusalOf(() => pool.end('pr-1', body.pickId, `?at=${day(8)}`))).toEqual([
      409,
      '/problems/product-pool/pick-has-ended',
    ]);
    const next = await pool.pick('pr-1', { productId: 'p-1' });
    expect([next.status, next.body.pickId > body.pickId, next.body.from]).toEqual([201, true, day(7)]);
    pool.itIs(now);
  });

  it('is dated back by operators alone, at both ends', async () => {
    await pool.offer('p-2');
    await pool.plan('p-2', { commissionBps: 2000, effectiveFrom: day(3) });
    expect(
      await pool.refusalOf(() => pool.pick('pr-1', { productId: 'p-2', from: day(4) }, asPromoter('pr-1'))),
    ).toEqual([403, '/problems/product-pool/past-is-the-operators']);
    expect(await pool.refusalOf(() => pool.pick('pr-1', { productId: 'p-2', from: day(2) }))).toEqual([
      422,
      '/problems/product-pool/no-plan-in-force',
    ]);
    const { body } = await pool.pick('pr-1', { productId: 'p-2', from: '2026-11-04T08:00:00+08:00' });
    expect(body.from).toBe(day(4));
    const again = { productId: 'p-2', from: day(4) };
    expect(await pool.refusalOf(() => pool.pick('pr-1', again, asPromoter('pr-1')))).toEqual([
      403,
      '/problems/product-pool/past-is-the-operators',
    ]);
    expect([(await pool.pick('pr-1', again)).status, (await pool.pick('pr-1', again)).body.pickId]).toEqual([
      ...[200, body.pickId],
    ]);
    expect(await pool.refusalOf(() => pool.end('pr-1', body.pickId, `?at=${day(5)}`, asPromoter('pr-1')))).toEqual([
      403,
      '/problems/forbidden',
    ]);
    expect(await pool.refusalOf(() => pool.end('pr-1', body.pickId, `?at=${day(3)}`))).toEqual([
      422,
      '/problems/product-pool/ends-before-it-begins',
    ]);
    const events = await pool.announcedBy(() => pool.end('pr-1', body.pickId, `?at=${day(5)}`));
    expect(events.map(event => event.data.to)).toEqual([day(5)]);
  });

  it('with an end ahead is open until then', async () => {
    const { body } = await pool.pick('pr-1', { productId: 'p-2' });
    await pool.end('pr-1', body.pickId, `?at=${day(10)}`);
    expect((await pool.pick('pr-1', { productId: 'p-2' })).body.pickId).toBe(body.pickId);
    pool.itIs(day(10));
    expect((await pool.pick('pr-1', { productId: 'p-2' })).status).toBe(201);
    pool.itIs(now);
  });

  it('passes every gate or is refused by its name', async () => {
    await pool.offer('p-gate');
    const tryPick = () => pool.refusalOf(() => pool.pick('pr-1', { productId: 'p-gate' }));
    const gate = (name: string) => [422, `/problems/product-pool/${name}`];
    expect(await tryPick()).toEqual(gate('no-plan-in-force'));
    await pool.plan('p-gate', { commissionBps: 1000, minReputation: 451 });
    expect(await tryPick()).toEqual(gate('reputation-too-low'));
    await pool.offer('p-gate', { productScore: 379 });
    expect(await tryPick()).toEqual(gate('product-score-too-low'));
    await pool.offer('p-gate', { stock: 0 });
    expect(await tryPick()).toEqual(gate('out-of-stock'));
    await pool.offer('p-gate', { state: 'off-shelf' });
    expect(await tryPick()).toEqual(gate('not-on-shelf'));

    await pool.offer('p-gate', { state: 'on-shelf', productScore: 380 });
    await pool.say(promoterVersion, { promoterId: 'pr-1', effectiveFrom: day(6), reputation: 451 });
    const suspension = { kind: 'promoter' as const, partyId: 'pr-1', suspensionId: 'su-1', from: day(1), reason: 'x' };
    await pool.say(partySuspended, { ...suspension, to: day(5), revision: 2 });
    await pool.say(partySuspended, { ...suspension, to: null, revision: 1 }); // came late: the greater revision holds
    await pool.untilQuiet();
    expect((await pool.pick('pr-1', { productId: 'p-gate' })).status).toBe(201);
    await pool.say(partySuspended, { ...suspension, to: null, revision: 3 });
    await pool.untilQuiet();
    await pool.offer('p-other');
    await pool.plan('p-other', { commissionBps: 1 });
    expect(await pool.refusalOf(() => pool.pick('pr-1', { productId: 'p-other' }))).toEqual(gate('promoter-suspended'));
    await pool.say(partySuspended, { ...suspension, to: day(1), revision: 4 });
    await pool.untilQuiet();
  });

  it('waits for its promoter and its product, but not for ever', async () => {
    await withEndlessPatience(async () => {
      const early = pool.pick('pr-late', { productId: 'p-late' });
      await pool.say(promoterVersion, { promoterId: 'pr-late', effectiveFrom: begin, name: '迟', kind: 'person' });
      const row = JSON.stringify({ productId: 'p-late', ...pomelo, openCommissionBps: 1 });
      await pool.call('POST', '/v1/products/bulk', operator, row, { 'content-type': 'application/x-ndjson' });
      expect((await early).status).toBe(201);
    });
    expect(await pool.refusalOf(() => pool.pick('pr-9', { productId: 'p-1' }))).toEqual([
      404,
      '/problems/no-such-party',
    ]);
    expect(await pool.refusalOf(() => pool.pick('pr-1', { productId: 'p-9' }))).toEqual([
      422,
      '/problems/product-pool/named-product-unknown',
    ]);
  });

  it('is its promoter’s alone', async () => {
    const stranger = asPromoter('pr-2');
    expect(await pool.refusalOf(() => pool.pick('pr-1', { productId: 'p-1' }, stranger))).toEqual([
      404,
      '/problems/no-such-party',
    ]);
    const { body } = await pool.pick('pr-1', { productId: 'p-1' });
    expect(await pool.refusalOf(() => pool.end('pr-2', body.pickId, '', stranger))).toEqual([
      404,
      '/problems/product-pool/no-such-pick',
    ]);
    expect((await pool.call('GET', '/v1/promoters/pr-1/picks', stranger)).status).toBe(404);
    expect((await pool.pick('pr-1', { productId: 'p-1' }, asBrand('br-1'))).status).toBe(403);
  });
});

describe('a promoter’s picks', () => {
  it('are listed in the order in which they were made, page by page, under one control', async () => {
    const url = '/v1/promoters/pr-1/picks';
    const whole = (await pool.call('GET', url, asPromoter('pr-1'))).body;
    expect(whole.items).toHaveLength(whole.control.count);
    expect(whole.items[0]).toMatchObject({
      productId: 'p-1',
      tag: '直播间',
      to: day(7),
      terms: terms(begin, 2000, 1000),
    });
    const pages = [];
    for (let cursor = ''; ;) {
      const { body } = await pool.call('GET', `${url}?limit=2${cursor}`);
      pages.push(...body.items);
      expect(body.control).toEqual(whole.control);
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(pages).toEqual(whole.items);
    const open = (await pool.call('GET', `${url}?open=true`)).body;
    const ended = (await pool.call('GET', `${url}?open=false`)).body;
    expect(open.control.count + ended.control.count).toBe(whole.control.count);
    expect((await pool.call('GET', `${url}?productId=p-2&open=false`)).body.items[0].to).toBe(day(5));
  });

  it('show new terms at once', async () => {
    await pool.plan('p-1', { commissionBps: 2100 });
    const { body } = await pool.call('GET', '/v1/promoters/pr-2/picks?productId=p-1');
    expect(body.items[0].terms.commissionBps).toBe(2100);
    await pool.untilQuiet(); // What it announces of the picks is none of the next test's.
  });
});

describe('many picks at once', () => {
  const batch = (picks: object[], caller = asPromoter('pr-2')) =>
    pool.call('POST', '/v1/promoters/pr-2/picks/batch', caller, { picks });

  it('have a verdict each, leave together, and are as if they had been made one by one', async () => {
    for (const productId of ['b-1', 'b-2', 'b-3', 'b-empty']) {
      await pool.offer(productId, { stock: productId === 'b-empty' ? 0 : 10 });
      await pool.plan(productId, { commissionBps: 2000 });
    }
    const held = (await pool.pick('pr-2', { productId: 'b-2' })).body;
    let answer: Awaited<ReturnType<typeof batch>> | undefined;
    const wishes = [
      ...[{ productId: 'b-3', tag: 't' }, { productId: 'b-empty' }, { productId: 'b-2' }],
      ...[{ productId: 'b-1', surface: 'live' }, { productId: 'b-3' }, { productId: 'b-none' }],
      { productId: 'b-1', activityId: 'ac-none' },
    ];
    const events = await pool.announcedBy(async () => {
      answer = await batch(wishes);
    });
    const { picked, refused } = answer!.body;
    expect(answer!.status).toBe(200);
    expect(picked.map((pick: { index: number; productId: string }) => [pick.index, pick.productId])).toEqual([
      [0, 'b-3'],
      [2, 'b-2'],
      [3, 'b-1'],
      [4, 'b-3'],
    ]);
    expect(picked[1]).toEqual({ index: 2, ...held });
    expect({ ...picked[3], index: 0 }).toEqual(picked[0]);
    expect(
      refused.map((row: { index: number; productId: string; type: string }) => Object.values(row).slice(0, 3)),
    ).toEqual([
      [1, 'b-empty', '/problems/product-pool/out-of-stock'],
      [5, 'b-none', '/problems/product-pool/named-product-unknown'],
      [6, 'b-1', '/problems/product-pool/named-activity-unknown'],
    ]);
    expect(events.map(event => [event.type, event.key]).sort()).toEqual([
      ['pick-known.v1', 'b-1'],
      ['pick-known.v1', 'b-3'],
    ]);
    expect((await pool.pick('pr-2', { productId: 'b-1' })).body).toEqual({ ...picked[2], index: undefined });
  });

  it('are 200 in a moment, and one each however many ask at once', async () => {
    const ids = Array.from({ length: 200 }, (_, n) => `many-${n}`);
    const rows = ids.map(productId => JSON.stringify({ productId, ...pomelo, openCommissionBps: 1000 })).join('\n');
    await pool.call('POST', '/v1/products/bulk', operator, rows, { 'content-type': 'application/x-ndjson' });
    const wishes = ids.map(productId => ({ productId }));
    const answers = await Promise.all([batch(wishes), batch([...wishes].reverse()), batch(wishes)]);
    const codes = new Set(
      answers.flatMap(({ body }) => body.picked.map((pick: { promotionCode: string }) => pick.promotionCode)),
    );
    expect([codes.size, answers.map(({ body }) => body.picked.length)]).toEqual([200, [200, 200, 200]]);
    const [[counted]] = (await pool.connection.query(
      `SELECT COUNT(*) AS n FROM pick WHERE promoter_id = 'pr-2' AND product_id LIKE 'many-%'`,
    )) as unknown as [[{ n: number }]];
    expect(counted.n).toBe(200);
  });

  it('are their promoter’s alone, one to 200, from now on', async () => {
    expect((await batch([{ productId: 'b-1' }], asPromoter('pr-1'))).status).toBe(404);
    expect((await batch([])).status).toBe(400);
    expect((await batch(Array.from({ length: 201 }, () => ({ productId: 'b-1' })))).status).toBe(400);
    expect((await batch([{ productId: 'b-1', from: day(1) }])).status).toBe(400);
  });
});
