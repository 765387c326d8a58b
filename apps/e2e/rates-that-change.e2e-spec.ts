import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { Alliance, type Pick } from './alliance';
import { explainedLine, sharesOf } from './books';

jest.setTimeout(180_000);

/** 199.01 yuan: every rate leaves a part of a fen behind. */
const PAID_FEN = 19_901;
const TECH_FEE_FEN = 995; // ⌊19901 × .05⌋
/** When both picks end. */
const ENDS_AT = '2026-12-10T18:30:00+08:00';

const sharesAt = (promoterId: string, commissionFen: number) => ({
  [`promoter ${promoterId}`]: commissionFen,
  'tech-fee': TECH_FEE_FEN,
  'brand br-1': PAID_FEN - commissionFen - TECH_FEE_FEN,
});

describe('one pick through a rise, a cut with its lock, an exclusive plan and its end', () => {
  let system: SystemUnderTest;
  let alliance: Alliance;
  let [early, late] = [] as unknown as [Pick, Pick];

  beforeAll(async () => {
    // Days are Shanghai's, wherever the server thinks it stands.
    const environment = { 'product-pool': { CLOCK_AT: '2026-11-01T12:00:00+08:00', TZ: 'America/Los_Angeles' } };
    system = await SystemUnderTest.start({ environment });
    alliance = new Alliance(system);
    await alliance.brand('br-1');
    for (const promoterId of ['pr-1', 'pr-2', 'pr-3']) await alliance.promoter(promoterId);
    await alliance.product('p-1', 'br-1', 2_000);
  });
  afterAll(() => system?.stop());

  const itIs = (instant: string) => system.killAndRestart('product-pool', { CLOCK_AT: instant });
  const p1 = { params: { path: { productId: 'p-1' } } };
  const offerAt = (commissionBps: number) =>
    alliance.operator.put('/v1/products/{productId}/plans/open', { ...p1, body: { commissionBps } });
  const exclusiveAt = (commissionBps: number) =>
    alliance.operator.put('/v1/products/{productId}/plans/{plan}', {
      params: { path: { productId: 'p-1', plan: 'exclusive' } },
      body: { promoters: [{ promoterId: 'pr-1', commissionBps }] },
    });
  const pickNow = (partyId: string) =>
    alliance.operator.post('/v1/promoters/{partyId}/picks', {
      params: { path: { partyId } },
      body: { productId: 'p-1' },
    });
  const isRefused = (call: Promise<unknown>, name: string) =>
    expect(call).rejects.toMatchObject({ type: `/problems/product-pool/${name}` });

  it('the plans change as the rules allow, and what is against them is refused by its name', async () => {
    early = await pickNow('pr-1');
    await itIs('2026-11-02T12:00:00+08:00');
    await offerAt(2_500);
    await itIs('2026-11-03T23:49:59.999+08:00');
    await offerAt(1_500);
    await itIs('2026-11-03T23:50:00+08:00');
    await isRefused(offerAt(1_400), 'plan-cuts-frozen');
    late = await pickNow('pr-2');
    await itIs('2026-11-06T12:00:00+08:00');
    await exclusiveAt(3_000);
    await isRefused(exclusiveAt(2_400), 'exclusive-cut-too-deep');
    await isRefused(pickNow('pr-3'), 'exclusive-to-others');
    await itIs('2026-11-08T12:00:00+08:00');
    const brand = await alliance.party('brand', 'br-1');
    await brand.delete('/v1/products/{productId}/plans/{plan}/{promoterId}', {
      params: { path: { productId: 'p-1', plan: 'exclusive', promoterId: 'pr-1' } },
    });
    await alliance.quiet();
  });

  it.each([
    ['at the first rate', 'pr-1', '2026-11-01T12:00:00+08:00', 2_000, 3_980],
    ['a millisecond before the rise', 'pr-1', '2026-11-02T11:59:59.999+08:00', 2_000, 3_980],
    ['with the rise', 'pr-1', '2026-11-02T12:00:00+08:00', 2_500, 4_975],
    ['at the midnight of the cut, held before it was told', 'pr-1', '2026-11-04T00:00:00+08:00', 2_500, 4_975],
    ['before that midnight, picked after it was told', 'pr-2', '2026-11-03T23:59:59.999+08:00', 2_500, 4_975],
    ['at that midnight, picked after it was told', 'pr-2', '2026-11-04T00:00:00+08:00', 1_500, 2_985],
    ['under the exclusive plan', 'pr-1', '2026-11-06T12:00:00+08:00', 3_000, 5_970],
    ['under the exclusive plan of another', 'pr-2', '2026-11-06T12:00:00+08:00', 1_500, 2_985],
    ['after its end, while the rate is kept', 'pr-1', '2026-12-08T11:59:59.999+08:00', 3_000, 5_970],
    ['thirty days after its end was told', 'pr-1', '2026-12-08T12:00:00+08:00', 1_500, 2_985],
  ])('a sale %s', async (name, promoterId, at, commissionBps, commissionFen) => {
    const { promotionCode } = promoterId === 'pr-1' ? early : late;
    const orderId = `o-${name.replaceAll(/[^a-z]/g, '-')}`;
    const line = { productId: 'p-1', paidFen: PAID_FEN, scene: { surface: 'link', promotionCode } };
    await alliance.send(alliance.paid(orderId, 'br-1', [line], { at }));
    await alliance.quiet();
    expect(Math.floor((PAID_FEN * commissionBps) / 10_000)).toBe(commissionFen);
    expect(await sharesOf(alliance, orderId)).toEqual(sharesAt(promoterId, commissionFen));
  });

  it('the promoter’s own calendar says why each rate held', async () => {
    const promoter = await alliance.party('promoter', 'pr-1');
    const termsOf = (promoterId: string) =>
      promoter.get('/v1/products/{productId}/terms', { params: { ...p1.params, query: { promoterId } } });
    const { items } = await termsOf('pr-1');
    expect(items.map(({ from, terms, reason }) => [from.slice(0, 10), terms?.commissionBps, reason])).toEqual([
      ['1000-01-01', 2_000, 'plan-opened'],
      ['2026-11-02', 2_500, 'rise'],
      ['2026-11-03', 2_500, 'rate-lock'], // 00:00 of the 4th in Shanghai
      ['2026-11-06', 3_000, 'exclusive-opened'],
      ['2026-11-08', 3_000, 'rate-lock'],
      ['2026-12-08', 1_500, 'rate-lock-ended'],
    ]);
    const own = { params: { path: { partyId: 'pr-1' } } };
    expect(await promoter.listAll('/v1/promoters/{partyId}/sales', own, { amount: 'estimatedFen' })).toHaveLength(7);
    await expect(termsOf('pr-2')).rejects.toMatchObject({ status: 404 });
  });

  it('the picks end, one when an operator says, one as its promoter asks', async () => {
    const endOf = (partyId: string, { pickId }: Pick) => ({ path: { partyId, pickId } });
    const path = '/v1/promoters/{partyId}/picks/{pickId}';
    await alliance.operator.delete(path, { params: { ...endOf('pr-1', early), query: { at: ENDS_AT } } });
    await itIs(ENDS_AT);
    const promoter = await alliance.party('promoter', 'pr-2');
    await promoter.delete(path, { params: endOf('pr-2', late) });
    await alliance.quiet();
    const { items } = await promoter.get('/v1/products/{productId}/terms', {
      params: { ...p1.params, query: { pickId: late.pickId } },
    });
    const end = new Date(ENDS_AT).toISOString();
    expect(items.at(-1)).toMatchObject({ until: end, terms: { commissionBps: 1_500 }, reason: 'cut' });
  });

  it.each(['pr-1', 'pr-2'])(
    'a sale a millisecond before the end of %s’s pick is theirs, one at its end nobody’s',
    async promoterId => {
      const { promotionCode } = promoterId === 'pr-1' ? early : late;
      const line = { productId: 'p-1', paidFen: PAID_FEN, scene: { surface: 'link', promotionCode } };
      const lastInstant = new Date(Date.parse(ENDS_AT) - 1).toISOString();
      await alliance.send(
        alliance.paid(`o-last-${promoterId}`, 'br-1', [line], { at: lastInstant }),
        alliance.paid(`o-over-${promoterId}`, 'br-1', [line], { at: ENDS_AT }),
      );
      await alliance.quiet();
      expect(await sharesOf(alliance, `o-last-${promoterId}`)).toEqual(sharesAt(promoterId, 2_985)); // At 1500, as last.
      expect(await sharesOf(alliance, `o-over-${promoterId}`)).toEqual({
        'tech-fee': TECH_FEE_FEN,
        'brand br-1': PAID_FEN - TECH_FEE_FEN,
      });
      expect(await explainedLine(alliance, `o-over-${promoterId}`)).toMatchObject({
        outcome: 'organic',
        promoterId: null,
        candidates: [{ rule: 'carried-code', promotionCode, verdict: 'refused', reason: 'code-ended' }],
      });
    },
  );
});
