import { agencyContract } from '@chuanliu/contracts/partners/agency-contract.v1';
import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { partyRegistered } from '@chuanliu/contracts/partners/party-registered.v1';
import { policyVersion } from '@chuanliu/contracts/partners/policy-version.v1';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import { plusDays } from '@chuanliu/contracts/instants';
import { eventually } from '@chuanliu/testing/eventually';
import { withEndlessPatience } from '@chuanliu/testing/with-endless-patience';
import { OffersTo } from '../src/offers/offers-to';
import { RatesTo } from '../src/offers/rates-to';
import { begin, pomelo } from './figures';
import { asBrand, asPromoter, operator, ProductPoolUnderTest, type Answer } from './product-pool-under-test';

/** An instant of November in Shanghai: its day and its time there. */
const shanghai = (day: number, time = '12:00:00.000') =>
  new Date(`2026-11-${String(day).padStart(2, '0')}T${time}+08:00`).toISOString();
const midnight = (day: number) => shanghai(day, '00:00:00.000');
const invalid = (name: string) => [422, `/problems/product-pool/${name}`];

let pool: ProductPoolUnderTest;
const brand = asBrand('br-1');
let products = 0;

beforeAll(async () => {
  pool = await ProductPoolUnderTest.start();
  pool.itIs(shanghai(1));
  for (const brandId of ['br-1', 'br-2'])
    await pool.say(brandVersion, { brandId, effectiveFrom: begin, name: brandId });
  for (const promoterId of ['pr-1', 'pr-2', 'pr-3']) {
    await pool.say(promoterVersion, { promoterId, effectiveFrom: begin, name: promoterId, kind: 'person' });
  }
  for (const partyId of ['re-1', 're-2']) await pool.say(partyRegistered, recruiter(partyId));
  await pool.say(partyRegistered, { kind: 'agency', partyId: 'ag-2', name: 'ag-2', revision: 1 });
  const contract = { promoterId: 'pr-1', agencyId: 'ag-1', agencyBps: 3000, from: begin, to: null, revision: 1 };
  await pool.say(agencyContract, contract);
  await pool.say(policyVersion, { policy: 'fees', effectiveFrom: begin, fields: { promotionFeeBps: 500 } });
  await pool.untilQuiet();
});
afterAll(() => pool.stop());

const recruiter = (partyId: string) =>
  ({ kind: 'recruiter', partyId, name: partyId, personKind: 'person', revision: 1 }) as const;
/** A product of br-1 with an open plan of 20 %, at noon of 1 November. */
async function offered(change: object = {}): Promise<string> {
  const productId = `p-${++products}`;
  pool.itIs(shanghai(1));
  await pool.offer(productId, change);
  await pool.plan(productId, { commissionBps: 2000 });
  return productId;
}
const put = (path: string, body: object, caller = brand) => pool.call('PUT', path, caller, body);
const named = (productId: string, kind: string, promoters: object[], more: object = {}, caller = brand) =>
  put(`/v1/products/${productId}/plans/${kind}`, { promoters, ...more }, caller);
const ends = (productId: string, kind: string, promoterId: string, query = '', caller = brand) =>
  pool.call('DELETE', `/v1/products/${productId}/plans/${kind}/${promoterId}${query}`, caller);
/** A refusal announces nothing; what an earlier command made due is announced first. */
const refusal = async (work: () => Promise<Answer>) => (await pool.untilQuiet(), pool.refusalOf(work));

/** What is announced of the promoter's latest pick: when each commission begins, and the end where nothing follows. */
async function announcedTerms(work: () => Promise<unknown>): Promise<unknown[]> {
  const events = await pool.announcedBy(async () => {
    await work();
    await pool.untilQuiet();
  });
  const latest = events.findLast(event => event.type === 'pick-known.v1')?.data as
    { terms: Array<{ effectiveFrom: string; effectiveTo?: string; commissionBps: number }> } | undefined;
  return (latest?.terms ?? []).map(terms =>
    terms.effectiveTo === undefined
      ? [terms.effectiveFrom, terms.commissionBps]
      : [terms.effectiveFrom, terms.commissionBps, terms.effectiveTo],
  );
}

describe('a rate that changes', () => {
  it('rises at once, and holders have it too', async () => {
    const productId = await offered();
    await pool.pick('pr-1', { productId });
    pool.itIs(shanghai(2, '23:55:00.000'));
    expect(await announcedTerms(() => pool.plan(productId, { commissionBps: 2500 }, brand))).toEqual([
      [begin, 2000],
      [shanghai(2, '23:55:00.000'), 2500],
    ]);
  });

  it('falls from the next midnight in Shanghai; 23:49:59.999 is early enough for the very next', async () => {
    const productId = await offered();
    pool.itIs(shanghai(2, '23:49:59.999'));
    const { body } = await pool.plan(productId, { commissionBps: 1500 }, brand);
    expect(body).toMatchObject({
      commissionBps: 2000,
      terms: [{}, { effectiveFrom: midnight(3), commissionBps: 1500 }],
    });
  });

  it.each(['23:50:00.000', '23:59:59.999'])('is not cut at %s, by nobody, from whenever', async time => {
    const productId = await offered();
    const holding = { promoterId: 'pr-2', commissionBps: 3000 };
    await named(productId, 'directed', [holding]);
    pool.itIs(shanghai(2, time));
    const cut = { commissionBps: 1500, effectiveFrom: shanghai(9) };
    expect(await refusal(() => pool.plan(productId, cut, brand))).toEqual(invalid('plan-cuts-frozen'));
    expect((await pool.plan(productId, { commissionBps: 1500 }, operator)).body).toMatchObject({
      retryFrom: midnight(3),
    });
    expect(await refusal(() => ends(productId, 'directed', 'pr-2'))).toEqual(invalid('plan-cuts-frozen'));
    const lower = [{ promoterId: 'pr-1', commissionBps: 100 }];
    expect(await refusal(() => named(productId, 'directed', lower))).toEqual(invalid('plan-cuts-frozen'));
    const row = JSON.stringify({ productId, ...pomelo, openCommissionBps: 1 });
    const bulk = await pool.call('POST', '/v1/products/bulk', operator, row, {
      'content-type': 'application/x-ndjson',
    });
    expect(bulk.body).toMatchObject({ written: 0, refused: [{ type: '/problems/product-pool/plan-cuts-frozen' }] });
    pool.itIs(midnight(3));
    expect((await pool.plan(productId, { commissionBps: 1500 }, brand)).body.terms[1].effectiveFrom).toBe(midnight(4));
  });

  it('falls at the midnight after the instant that was asked for', async () => {
    const productId = await offered();
    const { body } = await pool.plan(productId, { commissionBps: 1500, effectiveFrom: shanghai(9) }, brand);
    expect(body.terms[1].effectiveFrom).toBe(midnight(10));
    await pool.plan(productId, { commissionBps: 1400, effectiveFrom: midnight(12) }, brand);
    const again = await pool.plan(productId, { commissionBps: 1500, effectiveFrom: shanghai(9) }, brand);
    expect(again.body.terms.map((terms: { effectiveFrom: string }) => terms.effectiveFrom)).toEqual([
      begin,
      midnight(10),
      midnight(12),
    ]);
  });

  it('is kept for thirty days by those who held a pick when they were told, and by nobody else', async () => {
    const productId = await offered();
    await pool.pick('pr-1', { productId });
    pool.itIs(shanghai(2));
    expect(await announcedTerms(() => pool.plan(productId, { commissionBps: 1500 }, brand))).toEqual([
      [begin, 2000],
      [plusDays(shanghai(2), 30), 1500],
    ]);
    pool.itIs(shanghai(2, '12:00:00.001'));
    expect(await announcedTerms(() => pool.pick('pr-2', { productId }))).toEqual([
      [begin, 2000],
      [midnight(3), 1500],
    ]);
    pool.itIs(shanghai(4));
    expect(await announcedTerms(() => pool.plan(productId, { commissionBps: 1700 }, brand))).toContainEqual([
      shanghai(4),
      1700,
    ]);
    pool.itIs(shanghai(20));
    const [held] = (await pool.call('GET', `/v1/promoters/pr-1/picks?productId=${productId}`)).body.items;
    expect(held.terms.commissionBps).toBe(2000);
  });

  it('is history where an operator says it of the past: for every pick, at any hour, without a lock', async () => {
    const productId = await offered();
    await pool.pick('pr-1', { productId });
    pool.itIs(shanghai(5, '23:59:00.000'));
    const past = { commissionBps: 1000, effectiveFrom: shanghai(3) };
    expect(await refusal(() => pool.plan(productId, past, brand))).toEqual([
      403,
      '/problems/product-pool/past-is-the-operators',
    ]);
    expect(await announcedTerms(() => pool.plan(productId, past, operator))).toEqual([
      [begin, 2000],
      [shanghai(3), 1000],
    ]);
    expect(await announcedTerms(() => pool.plan(productId, past, operator))).toEqual([]);
    const other = { commissionBps: 1001, effectiveFrom: shanghai(3) };
    expect(await refusal(() => pool.plan(productId, other, operator))).toEqual([
      409,
      '/problems/product-pool/version-conflict',
    ]);
  });

  it('that says nothing new is no version', async () => {
    const productId = await offered();
    pool.itIs(shanghai(2));
    await pool.plan(productId, { commissionBps: 2000 }, brand);
    await named(productId, 'directed', [{ promoterId: 'pr-1', commissionBps: 2500 }]);
    pool.itIs(shanghai(3));
    expect(
      await announcedTerms(() => named(productId, 'directed', [{ promoterId: 'pr-1', commissionBps: 2500 }])),
    ).toEqual([]);
    const { body } = await pool.call('GET', `/v1/products/${productId}/plans`, brand);
    expect(body.items.map((row: { id: string; versions: unknown[] }) => [row.id, row.versions.length])).toEqual([
      ['directed/pr-1', 1],
      ['open', 1],
    ]);
  });

  it('is what a list of plans pulls by updatedFrom, whenever it begins to hold', async () => {
    const productId = await offered();
    pool.itIs(shanghai(2));
    await named(productId, 'directed', [{ promoterId: 'pr-1', commissionBps: 2500 }]);
    pool.itIs(shanghai(3));
    await pool.plan(productId, { commissionBps: 1800 }, brand); // Holds from the next midnight.
    const since = async (updatedFrom: string, kind = '') => {
      const path = `/v1/products/${productId}/plans${kind}?updatedFrom=${updatedFrom}`;
      const { items, control } = (await pool.call('GET', path, brand)).body;
      const ids = items.map((row: { id: string }) => row.id);
      expect(control.count).toBe(ids.length);
      return ids;
    };
    expect(await since(shanghai(2))).toEqual(['directed/pr-1', 'open']);
    expect(await since(shanghai(3))).toEqual(['open']);
    expect(await since(shanghai(4))).toEqual([]);
    expect(await since(shanghai(2), '/directed')).toEqual(['directed/pr-1']);
    expect(await since(shanghai(3), '/directed')).toEqual([]);
  });
});

describe('plans with promoters', () => {
  it('give way to each other: exclusive, directed, shop-directed, open', async () => {
    const brandId = 'br-2';
    const productId = await offered({ brandId });
    const own = asBrand(brandId);
    await pool.pick('pr-1', { productId });
    const at = (day: number, work: () => Promise<Answer>) => announcedTerms(() => (pool.itIs(shanghai(day)), work()));
    const shop = `/v1/brands/${brandId}/plans/shop-directed`;
    const rated = (commissionBps: number) => [{ promoterId: 'pr-1', commissionBps }];
    await at(2, () => put(shop, { promoters: rated(2200) }, own));
    await at(3, () => named(productId, 'directed', rated(2400), {}, own));
    await at(4, () => named(productId, 'exclusive', rated(3000), {}, own));
    const told = await at(5, () => ends(productId, 'exclusive', 'pr-1', '', own));
    expect(told).toEqual([
      [begin, 2000],
      [shanghai(2), 2200],
      [shanghai(3), 2400],
      [shanghai(4), 3000],
      [plusDays(shanghai(5), 30), 2400],
    ]);
    pool.itIs(shanghai(6));
    const rates = await pool.part(RatesTo).personalRates('pr-1', shanghai(6));
    expect(rates.products.get(productId)).toEqual({ commissionBps: 3000 }); // Kept by the pick, for thirty days.
    expect(rates.brands.get(brandId)).toEqual({ commissionBps: 2200 });
    const unlocked = await pool.part(RatesTo).personalRates('pr-1', plusDays(shanghai(5), 30));
    expect(unlocked.products.get(productId)).toEqual({ commissionBps: 2400 });
    expect(await at(7, () => pool.call('DELETE', `${shop}/pr-1`, own))).toHaveLength(5);
    expect((await pool.part(RatesTo).personalRates('pr-1', midnight(8))).brands.size).toBe(0);
    expect(await refusal(() => pool.call('DELETE', `${shop}/pr-1?at=${midnight(9)}`, own))).toEqual([
      404,
      '/problems/product-pool/no-such-plan',
    ]);
  });

  it('hold from the beginning of time for who has no pick, and from now for who has one', async () => {
    const productId = await offered();
    await pool.pick('pr-1', { productId });
    pool.itIs(shanghai(3));
    const both = ['pr-1', 'pr-2'].map(promoterId => ({ promoterId, commissionBps: 2500 }));
    const { body } = await named(productId, 'directed', both);
    expect(body.plans.map((plan: { inForce: { effectiveFrom: string } }) => plan.inForce.effectiveFrom)).toEqual([
      shanghai(3),
      begin,
    ]);
  });

  it('are all written or none, each refusal naming its promoter', async () => {
    const productId = await offered();
    pool.itIs(shanghai(2, '23:55:00.000'));
    const promoters = [
      { promoterId: 'pr-1', commissionBps: 2500 },
      { promoterId: 'pr-2', commissionBps: 1500 },
    ];
    expect((await named(productId, 'directed', promoters)).body).toMatchObject({ promoterId: 'pr-2', status: 422 });
    const unknown = [
      { promoterId: 'pr-1', commissionBps: 2500 },
      { promoterId: 'pr-9', commissionBps: 2500 },
    ];
    expect((await named(productId, 'directed', unknown)).body.errors).toEqual([
      { pointer: '/promoters/1/promoterId', problem: 'is not a known promoter' },
    ]);
    expect((await named(productId, 'directed', [promoters[0]!, promoters[0]!])).status).toBe(400);
    expect((await pool.call('GET', `/v1/products/${productId}/plans/directed`, brand)).body.items).toEqual([]);
  });

  it('are their brand’s alone to write and to read; a promoter sees none of them', async () => {
    const productId = await offered();
    const plan = [{ promoterId: 'pr-1', commissionBps: 2500 }];
    await named(productId, 'directed', plan);
    const foreign = asBrand('br-2');
    const absent = [404, '/problems/product-pool/no-such-product'];
    expect(await refusal(() => named(productId, 'directed', plan, {}, foreign))).toEqual(absent);
    expect(await refusal(() => ends(productId, 'directed', 'pr-1', '', foreign))).toEqual(absent);
    expect(await refusal(() => pool.call('GET', `/v1/products/${productId}/plans`, foreign))).toEqual(absent);
    expect((await pool.call('GET', `/v1/products/${productId}/plans`, asPromoter('pr-2'))).status).toBe(403);
    expect((await put('/v1/brands/br-1/plans/shop-directed', { promoters: plan }, foreign)).status).toBe(404);
    expect((await pool.call('GET', '/v1/brands/br-1/plans/shop-directed', foreign)).status).toBe(404);
    const calendar = `/v1/products/${productId}/terms?promoterId=pr-1`;
    expect((await pool.call('GET', calendar, asPromoter('pr-2'))).status).toBe(404);
    expect((await pool.call('GET', calendar, foreign)).status).toBe(404);
    const seen = (await pool.call('GET', `/v1/products/${productId}/terms`, asPromoter('pr-2'))).body;
    expect(seen.items.map((item: { plan: string }) => item.plan)).toEqual(['open']);
  });
});

describe('a plan of a whole shop and picks that are being made', () => {
  it('never miss each other, whichever comes first', async () => {
    const productIds: string[] = [];
    for (let n = 0; n < 12; n++) productIds.push(await offered({ brandId: 'br-2' }));
    pool.itIs(shanghai(15));
    const shop = '/v1/brands/br-2/plans/shop-directed';
    const events = await pool.announcedBy(async () => {
      const picks = productIds.map(productId => pool.pick('pr-3', { productId }));
      const plan = put(shop, { promoters: [{ promoterId: 'pr-3', commissionBps: 2600 }] }, asBrand('br-2'));
      const answers = await Promise.all([...picks.slice(0, 6), plan, ...picks.slice(6)]);
      expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([200, 201]));
      await pool.untilQuiet();
    });
    const rates = productIds.map(productId => {
      const latest = events.findLast(event => event.type === 'pick-known.v1' && event.key === productId)!;
      return (latest.data as { terms: Array<{ commissionBps: number }> }).terms.at(-1)!.commissionBps;
    });
    expect(rates).toEqual(productIds.map(() => 2600));
  });
});

describe('an exclusive plan', () => {
  const rated = (commissionBps: number) => [{ promoterId: 'pr-1', commissionBps }];

  it('shuts out everybody whom it does not name, and takes nothing from those who hold a pick', async () => {
    const productId = await offered();
    await pool.pick('pr-2', { productId });
    pool.itIs(shanghai(2));
    await named(productId, 'exclusive', rated(3000));
    expect(await refusal(() => pool.pick('pr-3', { productId }, asPromoter('pr-3')))).toEqual(
      invalid('exclusive-to-others'),
    );
    expect((await pool.pick('pr-1', { productId })).body.terms.commissionBps).toBe(3000);
    expect((await pool.pick('pr-2', { productId })).status).toBe(200);
    const offers = await pool.part(OffersTo).offers('pr-3', [productId, 'p-none'], shanghai(2));
    expect([...offers]).toEqual([[productId, expect.objectContaining({ refusedBecause: 'exclusive-to-others' })]]);
    pool.itIs(shanghai(3));
    await ends(productId, 'exclusive', 'pr-1');
    expect(await refusal(() => pool.pick('pr-3', { productId }))).toEqual(invalid('exclusive-to-others'));
    pool.itIs(midnight(4));
    expect((await pool.pick('pr-3', { productId })).body.terms.commissionBps).toBe(2000);
  });

  it('falls by five points at most, once in seven days from when it was told', async () => {
    const productId = await offered();
    pool.itIs(shanghai(2));
    await named(productId, 'exclusive', rated(4000));
    expect(await refusal(() => named(productId, 'exclusive', rated(3499)))).toEqual(invalid('exclusive-cut-too-deep'));
    expect((await named(productId, 'exclusive', rated(3500))).status).toBe(200);
    pool.itIs(shanghai(9, '11:59:59.999'));
    expect((await named(productId, 'exclusive', rated(3400))).body).toMatchObject({
      ...{ type: '/problems/product-pool/exclusive-cut-too-soon', promoterId: 'pr-1' },
      ...{ lastCutAt: shanghai(2), retryFrom: shanghai(9) },
    });
    pool.itIs(shanghai(9));
    expect((await named(productId, 'exclusive', rated(3400))).status).toBe(200);
  });

  it('that ended and opens lower within seven days fell', async () => {
    const productId = await offered();
    pool.itIs(shanghai(2));
    await named(productId, 'exclusive', rated(4000));
    pool.itIs(shanghai(3));
    await ends(productId, 'exclusive', 'pr-1');
    pool.itIs(shanghai(5));
    expect(await refusal(() => named(productId, 'exclusive', rated(3000)))).toEqual(invalid('exclusive-cut-too-deep'));
    pool.itIs(shanghai(10));
    expect((await named(productId, 'exclusive', rated(3000))).status).toBe(200);
  });
});

describe('an activity', () => {
  const through = (productId: string, kind: string, body: object, caller = operator) =>
    put(`/v1/products/${productId}/plans/${kind}`, { activityId: `act-${productId}`, ...body }, caller);
  const rates = {
    commissionBps: 1500,
    serviceBps: 500,
    secondServiceBps: 200,
    recruiterId: 're-1',
    secondRecruiterId: 're-2',
  };

  it('gives the picks that come through it its own terms, beside a pick without it', async () => {
    const productId = await offered();
    const activityId = `act-${productId}`;
    expect((await through(productId, 'activity', rates)).body.inForce).toMatchObject({
      ...rates,
      effectiveFrom: begin,
    });
    const plain = await pool.pick('pr-1', { productId });
    const picked = await pool.pick('pr-1', { productId, activityId });
    expect([plain.status, picked.status, plain.body.terms.serviceBps]).toEqual([201, 201, 0]);
    expect(picked.body.terms).toEqual({ ...rates, assistBps: 0, effectiveFrom: begin });
    expect((await pool.pick('pr-1', { productId, activityId })).body.pickId).toBe(picked.body.pickId);
    pool.itIs(shanghai(2));
    const told = await announcedTerms(() => through(productId, 'activity', { ...rates, effectiveTo: shanghai(20) }));
    expect(told).toEqual([[begin, 1500, plusDays(shanghai(2), 30)]]);
    pool.itIs(midnight(21));
    expect(await refusal(() => pool.pick('pr-2', { productId, activityId }))).toEqual(invalid('no-plan-in-force'));
  });

  it('that was to end from the start ends then, whoever holds a pick', async () => {
    const productId = await offered();
    const activityId = `act-${productId}`;
    await through(productId, 'activity', { ...rates, effectiveTo: shanghai(9) });
    expect(await announcedTerms(() => pool.pick('pr-1', { productId, activityId }))).toEqual([
      [begin, 1500, shanghai(9)],
    ]);
    pool.itIs(shanghai(2));
    const longer = { ...rates, effectiveTo: shanghai(15) };
    expect(await announcedTerms(() => through(productId, 'activity', longer))).toEqual([[begin, 1500, shanghai(15)]]);
  });

  it('may name its promoters', async () => {
    const productId = await offered();
    const activityId = `act-${productId}`;
    expect((await through(productId, 'exclusive-activity', rates)).status).toBe(400);
    await through(productId, 'exclusive-activity', { ...rates, promoters: ['pr-2', 'pr-1'] });
    expect(await refusal(() => pool.pick('pr-3', { productId, activityId }))).toEqual(invalid('not-named-in-activity'));
    expect((await pool.pick('pr-2', { productId, activityId })).status).toBe(201);
    expect(await refusal(() => pool.pick('pr-2', { productId, activityId: 'act-none' }))).toEqual(
      invalid('named-activity-unknown'),
    );
    expect((await through(productId, 'activity', rates)).body.type).toBe('/problems/product-pool/plan-of-other-kind');
  });

  it.each([
    ['more than a sale can bear', { commissionBps: 8000, serviceBps: 1001 }, 'rates-exceed-sale'],
    [
      'more for the second recruiter than for both',
      { commissionBps: 1, serviceBps: 10, secondServiceBps: 11 },
      'rates-exceed-sale',
    ],
    [
      'an end before the beginning',
      { ...rates, effectiveFrom: shanghai(5), effectiveTo: shanghai(5) },
      'ends-before-it-begins',
    ],
    ['a fee for nobody', { commissionBps: 1000, serviceBps: 500 }, 'fee-for-nobody'],
    ['a second fee for nobody', { ...rates, secondRecruiterId: undefined }, 'fee-for-nobody'],
  ])('is refused with %s', async (_, body, name) => {
    const productId = await offered();
    expect(await refusal(() => through(productId, 'activity', body))).toEqual(invalid(name));
    expect((await through(productId, 'activity', rates, brand)).status).toBe(403);
  });
});

describe('whom a plan names', () => {
  const through = (productId: string, body: object, kind = 'activity') =>
    put(`/v1/products/${productId}/plans/${kind}`, { activityId: 'act-1', ...rates, ...body }, operator);
  const rates = { commissionBps: 1500, serviceBps: 0 };
  const missing = ({ status, body }: Answer) => [
    ...[status, body.type, body.errors?.map(({ pointer }: { pointer: string }) => pointer)],
  ];

  it('may be on the way to the pool: recruiters and agencies are waited for, as promoters are', async () => {
    const productId = await offered();
    await withEndlessPatience(async () => {
      const answers = [
        through(productId, { recruiterId: 're-late' }),
        named(productId, 'directed', [{ promoterId: 'pr-1', commissionBps: 2500, agencyId: 'ag-late' }]),
        named(productId, 'exclusive', [{ promoterId: 'pr-1', commissionBps: 2500, agencyId: 'ag-1' }]), // By its contract.
      ];
      await pool.say(partyRegistered, recruiter('re-late'));
      await pool.say(partyRegistered, { kind: 'agency', partyId: 'ag-late', name: '迟', revision: 1 });
      expect((await Promise.all(answers)).map(answer => answer.status)).toEqual([200, 200, 200]);
    });
  });

  it('exists, or the plan is refused and says where: money would be booked to nobody', async () => {
    const productId = await offered();
    const agency = [
      { promoterId: 'pr-1', commissionBps: 2500 },
      { promoterId: 'pr-2', commissionBps: 2500, agencyId: 're-1' },
    ];
    const answers = await Promise.all([
      through(productId, { recruiterId: 're-none' }),
      through(productId, { recruiterId: 'ag-1' }), // An agency is no recruiter.
      through(productId, { recruiterId: 're-1', secondRecruiterId: 'pr-1' }),
      through(productId, { promoters: ['pr-1', 'pr-none', 'pr-no'] }, 'exclusive-activity'),
      through(productId, { promoters: ['pr-1', 'pr-no'], recruiterId: 're-none' }, 'exclusive-activity'),
      named(productId, 'directed', agency),
      named(productId, 'exclusive', agency),
      put('/v1/brands/br-1/plans/shop-directed', { promoters: agency }),
    ]);
    const unknown = (kind: string, ...pointers: string[]) => [...invalid(`named-${kind}-unknown`), pointers];
    expect(answers.map(missing)).toEqual([
      unknown('recruiter', '/recruiterId'),
      unknown('recruiter', '/recruiterId'),
      unknown('recruiter', '/secondRecruiterId'),
      unknown('promoter', '/promoters/1', '/promoters/2'),
      unknown('recruiter', '/recruiterId', '/promoters/1'),
      ...Array.from({ length: 3 }, () => unknown('agency', '/promoters/1/agencyId')),
    ]);
    expect((await pool.call('GET', `/v1/products/${productId}/plans`, brand)).body.items).toHaveLength(1);
  });
});

describe('an application', () => {
  const address = (productId: string) => `/v1/products/${productId}/plans/directed/applications`;
  const resolve = (productId: string, id: string, body: object, caller = brand) =>
    pool.call('POST', `${address(productId)}/${id}/resolution`, caller, body);

  it('that is accepted makes the directed plan, from then on', async () => {
    const productId = await offered();
    await pool.pick('pr-2', { productId });
    pool.itIs(shanghai(2));
    const asked = await pool.call('POST', address(productId), asPromoter('pr-2'), {
      commissionBps: 3000,
      text: '试播过',
    });
    expect([asked.status, asked.body.state]).toEqual([201, 'applied']);
    expect(await refusal(() => pool.call('POST', address(productId), asPromoter('pr-2'), {}))).toEqual([
      409,
      '/problems/product-pool/application-is-open',
    ]);
    expect((await pool.call('GET', address(productId), brand)).body.items).toEqual([asked.body]);
    expect((await pool.call('GET', '/v1/promoters/pr-2/applications', asPromoter('pr-2'))).body.items).toContainEqual(
      asked.body,
    );
    expect((await pool.call('GET', '/v1/promoters/pr-2/applications', asPromoter('pr-1'))).status).toBe(404);
    expect((await resolve(productId, asked.body.id, { result: 'accepted' }, asBrand('br-2'))).status).toBe(404);
    pool.itIs(shanghai(3));
    let answer: Answer | undefined;
    const terms = await announcedTerms(async () => {
      answer = await resolve(productId, asked.body.id, { result: 'accepted', commissionBps: 2800 });
    });
    expect(answer!.body).toMatchObject({ state: 'accepted', grantedBps: 2800, resolvedAt: shanghai(3) });
    expect(terms).toEqual([
      [begin, 2000],
      [shanghai(3), 2800],
    ]);
    expect((await resolve(productId, asked.body.id, { result: 'refused' })).body.type).toBe(
      '/problems/product-pool/application-is-resolved',
    );
    const changedFrom = async (instant: string) => {
      const { items, control } = (await pool.call('GET', `${address(productId)}?updatedFrom=${instant}`, brand)).body;
      return [items.map((row: { id: string }) => row.id), control.count];
    };
    expect(await changedFrom(shanghai(3))).toEqual([[asked.body.id], 1]);
    expect(await changedFrom(shanghai(4))).toEqual([[], 0]);
  });

  it('that is refused changes nothing, and another may follow', async () => {
    const productId = await offered();
    const { body } = await pool.call('POST', address(productId), asPromoter('pr-1'), {});
    expect((await resolve(productId, body.id, { result: 'accepted' })).body.errors).toEqual([
      { pointer: '/commissionBps', problem: 'is required' },
    ]);
    expect((await resolve(productId, body.id, { result: 'refused', reason: '名额已满' })).body.reason).toBe('名额已满');
    expect((await pool.call('POST', address(productId), asPromoter('pr-1'), {})).status).toBe(201);
    expect((await pool.call('GET', `${address(productId)}?state=applied`, brand)).body.control.count).toBe(1);
    expect((await pool.call('GET', '/v1/brands/br-1/applications?state=refused', brand)).body.items[0].id).toBe(
      body.id,
    );
  });
});

describe('a product that ten thousand hold', () => {
  it('has its cut answered before every holder is told of it, and then told to all', async () => {
    const productId = await offered();
    const rows = Array.from({ length: 10_000 }, (_, n) => {
      const id = `${productId}-${String(n).padStart(5, '0')}`;
      return [
        `pk-${id}`,
        `holder-${id}`,
        productId,
        `pc-${id}`,
        '2026-11-01 04:00:00.000',
        1,
        1,
        '2026-11-01 04:00:00.000',
      ];
    });
    await pool.connection.query(
      `INSERT INTO pick (pick_id, promoter_id, product_id, promotion_code, picked_from, open_slot, revision, updated_at) VALUES ?`,
      [rows],
    );
    pool.itIs(shanghai(3));
    const told = async () => {
      const [[row]] = (await pool.connection.query(
        `SELECT COUNT(DISTINCT JSON_EXTRACT(payload, '$.pickId')) AS n FROM announced WHERE aggregate_id = ?
         AND JSON_EXTRACT(payload, '$.terms[1].effectiveFrom') = ?`,
        [productId, plusDays(shanghai(3), 30)],
      )) as unknown as [[{ n: number }]];
      return row.n;
    };
    await pool.connection.beginTransaction();
    await pool.connection.query('SELECT 1 FROM pick WHERE pick_id = ? FOR UPDATE', [rows.at(-1)![0]]); // Cannot be told yet.
    expect((await pool.plan(productId, { commissionBps: 1500 }, brand)).status).toBe(200);
    expect(await told()).toBeLessThan(10_000);
    await pool.connection.commit();
    await pool.untilQuiet();
    expect(await told()).toBe(10_000);
  });
});

describe('the calendar of terms', () => {
  it('shows what was, is and is announced, with the reason for each change', async () => {
    const productId = await offered();
    const { body: pick } = await pool.pick('pr-1', { productId });
    pool.itIs(shanghai(2));
    await pool.plan(productId, { commissionBps: 2500 }, brand);
    pool.itIs(shanghai(3));
    await pool.plan(productId, { commissionBps: 1500 }, brand);
    pool.itIs(shanghai(5));
    await named(productId, 'exclusive', [{ promoterId: 'pr-1', commissionBps: 3000 }]);
    const { body } = await pool.call('GET', `/v1/products/${productId}/terms?promoterId=pr-1`, asPromoter('pr-1'));
    expect([body.pickId, body.items.map(lineOf)]).toEqual([
      pick.pickId,
      [
        [begin, shanghai(2), 'open', 2000, 'plan-opened', shanghai(1), null],
        [shanghai(2), midnight(4), 'open', 2500, 'rise', shanghai(2), null],
        [midnight(4), shanghai(5), 'open', 2500, 'rate-lock', shanghai(3), plusDays(shanghai(3), 30)],
        [shanghai(5), null, 'exclusive', 3000, 'exclusive-opened', shanghai(5), null],
      ],
    ]);
    const forAnybody = await pool.call('GET', `/v1/products/${productId}/terms`, brand);
    expect(forAnybody.body.items.map(lineOf).at(-1)).toEqual([
      midnight(4),
      null,
      'open',
      1500,
      'cut',
      shanghai(3),
      null,
    ]);
  });

  it('of a pick ends with it, and of one that has ended is shown to who asks for it by name', async () => {
    const productId = await offered();
    const { body: pick } = await pool.pick('pr-1', { productId });
    pool.itIs(shanghai(3));
    await pool.plan(productId, { commissionBps: 1500 }, brand);
    const end = shanghai(6);
    await pool.end('pr-1', pick.pickId, `?at=${end}`);
    const held = [
      [begin, midnight(4), 'open', 2000, 'plan-opened', shanghai(1), null],
      [midnight(4), end, 'open', 2000, 'rate-lock', shanghai(3), plusDays(shanghai(3), 30)],
    ];
    const calendar = `/v1/products/${productId}/terms?promoterId=pr-1`;
    const shown = async (query = '') => {
      const { body } = await pool.call('GET', `${calendar}${query}`, asPromoter('pr-1'));
      return [body.pickId, body.items.map(lineOf)];
    };
    expect(await shown()).toEqual([pick.pickId, held]);
    pool.itIs(end);
    expect(await shown()).toEqual([
      null,
      [
        [begin, midnight(4), 'open', 2000, 'plan-opened', shanghai(1), null],
        [midnight(4), null, 'open', 1500, 'cut', shanghai(3), null],
      ],
    ]);
    expect(await shown(`&pickId=${pick.pickId}`)).toEqual([pick.pickId, held]);
    const { status, body } = await pool.call('GET', `${calendar}&pickId=pk-1`, asPromoter('pr-1'));
    expect([status, body.type]).toEqual([404, '/problems/product-pool/no-such-pick']);
    const others = `/v1/products/${productId}/terms?promoterId=pr-2&pickId=${pick.pickId}`;
    expect((await pool.call('GET', others, brand)).status).toBe(404);
  });

  it.each(['draft', 'off-shelf', 'removed'])(
    'of a product that is %s is shown as far as it is offered',
    async state => {
      const productId = await offered(state === 'draft' ? { state } : {});
      if (state !== 'draft') await pool.pick('pr-1', { productId });
      await pool.offer(productId, { state });
      const statusFor = async (caller: object) =>
        (await pool.call('GET', `/v1/products/${productId}/terms`, caller)).status;
      expect([await statusFor(operator), await statusFor(brand), await statusFor(asBrand('br-2'))]).toEqual([
        200, 200, 404,
      ]);
      expect(await statusFor(asPromoter('pr-1'))).toBe(state === 'draft' ? 404 : 200); // They took it while it was there.
      expect(await statusFor(asPromoter('pr-2'))).toBe(state === 'off-shelf' ? 200 : 404);
    },
  );

  it('hides what an activity promises to those whom it names from everybody else', async () => {
    const productId = await offered();
    const activityId = `act-${productId}`;
    const rates = { activityId, commissionBps: 1500, serviceBps: 500, recruiterId: 're-1' };
    const path = `/v1/products/${productId}/plans/exclusive-activity`;
    await put(path, { ...rates, promoters: ['pr-1', 'pr-2'] }, operator);
    const shownTo = async (promoterId: string) => {
      const url = `/v1/products/${productId}/terms?promoterId=${promoterId}&activityId=${activityId}`;
      return (await pool.call('GET', url, asPromoter(promoterId))).body.items.map(({ plan }: Item) => plan);
    };
    expect([await shownTo('pr-1'), await shownTo('pr-3')]).toEqual([['exclusive-activity'], []]);
    await pool.pick('pr-1', { productId, activityId });
    pool.itIs(shanghai(2));
    await put(path, { ...rates, promoters: ['pr-3'] }, operator);
    expect(await shownTo('pr-1')).toEqual(['exclusive-activity', 'exclusive-activity']);
    expect(await shownTo('pr-2')).toEqual(['exclusive-activity', null]);
    expect(await shownTo('pr-3')).toEqual(['exclusive-activity']);
  });

  interface Item {
    from: string;
    until: string | null;
    plan: string;
    terms: { commissionBps: number };
    reason: string;
    told: string;
    lockedUntil: string | null;
  }
  const lineOf = ({ from, until, plan, terms, reason, told, lockedUntil }: Item) => [
    ...[from, until, plan, terms.commissionBps, reason, told, lockedUntil],
  ];
});

describe('what the pool offers a promoter', () => {
  it('counts what they would keep of one unit, and says which gate is shut', async () => {
    const [productId, sold] = [await offered(), await offered({ stock: 0 })];
    await named(productId, 'directed', [{ promoterId: 'pr-1', commissionBps: 3000, agencyId: 'ag-2' }]);
    const offers = await pool.part(OffersTo).offers('pr-1', [productId, sold], shanghai(1));
    // C ⌊1990 × .3⌋ = 597, P ⌊597 × .05⌋ = 29, A ⌊568 × .3⌋ = 170
    expect(offers.get(productId)).toMatchObject({
      plan: 'directed',
      earnFen: 398,
      refusedBecause: 'agency-in-conflict',
    });
    expect(offers.get(sold)).toMatchObject({ plan: 'open', earnFen: 266, refusedBecause: 'out-of-stock' });
    expect(await refusal(() => pool.pick('pr-1', { productId }))).toEqual(invalid('agency-in-conflict'));
    expect((await pool.part(OffersTo).offers('pr-2', [productId], shanghai(1))).get(productId)).toMatchObject({
      ...{ plan: 'open', earnFen: 379, refusedBecause: null },
    });
  });
});

describe('a search of the pool tells a promoter what they would really earn', () => {
  type Row = { productId: string; commissionBps: number; earnFen: number; plan: string; activityId: string | null };

  async function rowsFor(promoterId: string, query: string): Promise<Row[]> {
    const { status, body } = await pool.call(
      'GET',
      `/v1/promoters/${promoterId}/pool?${query}`,
      asPromoter(promoterId),
    );
    return status === 503 ? [] : body.items;
  }
  const idsFor = async (promoterId: string, query: string) =>
    (await rowsFor(promoterId, query)).map(({ productId }) => productId);
  const offerTo = async (promoterId: string, query: string) =>
    (await rowsFor(promoterId, query)).map(({ plan, activityId, commissionBps, earnFen }) => [
      ...[plan, activityId, commissionBps, earnFen],
    ]);
  const through = (productId: string, kind: string, body: object) =>
    put(`/v1/products/${productId}/plans/${kind}`, { serviceBps: 500, recruiterId: 're-1', ...body }, operator);

  it('by the rate that their pick keeps after a cut, as long as it keeps it', async () => {
    const [held, other] = [await offered({ title: '锁定红茶' }), await offered({ title: '锁定红茶' })];
    await pool.plan(held, { commissionBps: 3000 }, brand);
    const { body: pick } = await pool.pick('pr-1', { productId: held });
    pool.itIs(shanghai(2));
    await pool.plan(held, { commissionBps: 1000 }, brand);
    pool.itIs(midnight(3));
    const query = 'q=锁定红茶&sort=commission';
    await eventually(() => idsFor('pr-2', query), [other, held]);
    // C ⌊1990 × .3⌋ = 597, P ⌊597 × .05⌋ = 29, A ⌊568 × .3⌋ = 170. At .2: C 398, P 19, A ⌊379 × .3⌋ = 113.
    expect(await offerTo('pr-1', query)).toEqual([
      ['open', null, 3000, 398],
      ['open', null, 2000, 266],
    ]);
    // Without an agency: C 398, P 19; C 199, P 9.
    expect(await offerTo('pr-2', query)).toEqual([
      ['open', null, 2000, 379],
      ['open', null, 1000, 190],
    ]);
    expect(await idsFor('pr-1', `${query}&minCommissionBps=2500`)).toEqual([held]);
    expect(await idsFor('pr-2', `${query}&minCommissionBps=1500`)).toEqual([other]);
    const { body: paid } = await pool.call('GET', `/v1/promoters/pr-1/picks/${pick.pickId}`, asPromoter('pr-1'));
    expect(paid.terms.commissionBps).toBe(3000);
    pool.itIs(new Date(Date.parse(plusDays(shanghai(2), 30)) - 1).toISOString());
    expect(await idsFor('pr-1', query)).toEqual([held, other]);
    pool.itIs(plusDays(shanghai(2), 30));
    expect(await idsFor('pr-1', query)).toEqual([other, held]);
    expect((await offerTo('pr-1', query)).at(-1)).toEqual(['open', null, 1000, 133]);
  });

  it('and not by one whose pick has ended', async () => {
    const productId = await offered({ title: '短约绿茶' });
    const { body: pick } = await pool.pick('pr-1', { productId });
    pool.itIs(shanghai(2));
    await pool.plan(productId, { commissionBps: 1000 }, brand);
    await named(productId, 'directed', [{ promoterId: 'pr-3', commissionBps: 2500 }]);
    pool.itIs(shanghai(3));
    await eventually(() => idsFor('pr-1', 'q=短约绿茶'), [productId]);
    expect((await offerTo('pr-1', 'q=短约绿茶'))[0]!.slice(0, 3)).toEqual(['open', null, 2000]);
    await pool.end('pr-1', pick.pickId);
    pool.itIs(shanghai(4));
    expect((await offerTo('pr-1', 'q=短约绿茶'))[0]!.slice(0, 3)).toEqual(['open', null, 1000]);
    await eventually(() => idsFor('pr-1', 'q=短约绿茶&minCommissionBps=1001'), []);
  });

  it('and through an activity by what their pick there keeps: a rate from before a cut, a place on its list', async () => {
    pool.itIs(shanghai(1));
    const [cut, listed] = ['p-act-cut', 'p-act-listed'];
    const query = 'q=留价黄茶&sort=commission';
    for (const productId of [cut, listed]) await pool.offer(productId, { title: '留价黄茶' });
    await through(cut, 'activity', { activityId: 'act-cut', commissionBps: 3000 });
    const list = { activityId: 'act-listed', commissionBps: 2000 };
    await through(listed, 'exclusive-activity', { ...list, promoters: ['pr-1', 'pr-2'] });
    const { body: pick } = await pool.pick('pr-1', { productId: cut, activityId: 'act-cut' });
    await pool.pick('pr-1', { productId: listed, activityId: 'act-listed' });
    pool.itIs(shanghai(2));
    await through(cut, 'activity', { activityId: 'act-cut', commissionBps: 1000 });
    await through(listed, 'exclusive-activity', { ...list, promoters: ['pr-2'] });
    pool.itIs(midnight(3));
    await eventually(() => idsFor('pr-2', query), [listed, cut]);
    const { body: paid } = await pool.call('GET', `/v1/promoters/pr-1/picks/${pick.pickId}`, asPromoter('pr-1'));
    expect(paid.terms.commissionBps).toBe(3000);
    expect(await offerTo('pr-1', query)).toEqual([
      ['activity', 'act-cut', 3000, 398],
      ['exclusive-activity', 'act-listed', 2000, 266],
    ]);
    expect(await idsFor('pr-1', `${query}&minCommissionBps=2500`)).toEqual([cut]);
    pool.itIs(plusDays(shanghai(2), 30));
    expect((await offerTo('pr-1', query)).map(([, activityId, bps]) => [activityId, bps])).toEqual([
      ['act-listed', 2000],
      ['act-cut', 1000],
    ]);
  });

  it('by the activity that pays most, where no plan lets them sell without one', async () => {
    pool.itIs(shanghai(1));
    const [productId, query] = ['p-act', 'q=活动白茶'];
    await pool.offer(productId, { title: '活动白茶' });
    await through(productId, 'activity', { activityId: 'act-2', commissionBps: 1500 });
    await through(productId, 'activity', { activityId: 'act-1', commissionBps: 1500 });
    const named = { activityId: 'act-0', commissionBps: 2500, promoters: ['pr-1'] };
    await through(productId, 'exclusive-activity', named);
    await eventually(() => idsFor('pr-2', `${query}&minCommissionBps=1500`), [productId]);
    // C ⌊1990 × .25⌋ = 497, P 24, A ⌊473 × .3⌋ = 141; C ⌊1990 × .15⌋ = 298, P 14.
    expect(await offerTo('pr-1', query)).toEqual([['exclusive-activity', 'act-0', 2500, 332]]);
    expect(await offerTo('pr-2', query)).toEqual([['activity', 'act-1', 1500, 284]]);
    expect(await idsFor('pr-1', `${query}&minCommissionBps=2500`)).toEqual([productId]);
    expect(await idsFor('pr-2', `${query}&minCommissionBps=1501`)).toEqual([]);
    const [row] = (await pool.call('GET', `/v1/promoters/pr-2/pool?${query}`, asPromoter('pr-2'))).body.items;
    expect(row.refusedBecause).toBeNull();
    const picked = await pool.pick('pr-2', { productId, activityId: row.activityId }, asPromoter('pr-2'));
    expect([picked.status, picked.body.terms.commissionBps]).toEqual([201, 1500]);

    await through(productId, 'activity', { activityId: 'act-2', commissionBps: 1500, effectiveTo: midnight(5) });
    await through(productId, 'activity', { activityId: 'act-1', commissionBps: 1500, effectiveTo: midnight(4) });
    pool.itIs(midnight(4));
    expect((await offerTo('pr-3', query))[0]!.slice(0, 3)).toEqual(['activity', 'act-2', 1500]);
    pool.itIs(midnight(5));
    await eventually(() => idsFor('pr-3', `${query}&minCommissionBps=0`), []);
    expect(await offerTo('pr-3', query)).toEqual([[null, null, null, null]]);
    // The end came sooner than was promised: who held a pick then keeps it for a while.
    expect(await offerTo('pr-2', query)).toEqual([['activity', 'act-1', 1500, 284]]);
    expect(await idsFor('pr-2', `${query}&minCommissionBps=1500`)).toEqual([productId]);

    await pool.plan(productId, { commissionBps: 800 }, operator);
    await eventually(() => idsFor('pr-1', `${query}&maxCommissionBps=800`), [productId]);
    expect((await offerTo('pr-1', query))[0]!.slice(0, 3)).toEqual(['open', null, 800]);
  });
});
