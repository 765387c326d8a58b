import type { Database } from '@chuanliu/database/database';
import { AttributionUnderTest } from '../../test/attribution-under-test';
import { SimulationsUnderTest, WHOLE_YEAR } from '../../test/simulated';
import {
  after,
  aLine,
  aRefund,
  brand,
  contracted,
  owned,
  paid,
  picked,
  policy,
  refunded,
  T0,
  touched,
  type Told,
} from '../../test/told-facts';

const HOUR = 3_600_000;
const buyer = (n: number) => String(n).repeat(64);

/** Terms of 10 % and no more, unless told. */
const pick = (n: number, terms: object = {}): Told =>
  picked({
    pickId: `pk-${n}`,
    promoterId: `pr-${n}`,
    promotionCode: `pc-${n}`,
    terms: [
      {
        effectiveFrom: '2026-01-01T00:00:00.000Z',
        commissionBps: 1_000,
        assistBps: 0,
        serviceBps: 0,
        secondServiceBps: 0,
        recruiterId: null,
        secondRecruiterId: null,
        ...terms,
      },
    ],
  });

/** A buyer's click or cart, so many hours before T0. */
const touch = (touchId: string, n: number, hoursBefore: number, parts: object): Told =>
  touched({ touchId, buyerKey: buyer(n), occurredAt: after(-hoursBefore * HOUR), ...parts });

const sale = (n: number, scene: object = {}, paidFen = 10_000): Told =>
  paid({
    orderId: `o-${n}`,
    payment: { buyerKey: buyer(n) },
    lines: [aLine({ paidFen, platformSubsidyFen: 0, scene: { surface: 'search', ...scene } })],
  });

/** The rule book's own example: a winner by code under an agency, recruiters of both levels, two assistants. */
const workedExample: Told[] = [
  pick(1, {
    commissionBps: 2_000,
    assistBps: 1_000,
    serviceBps: 500,
    secondServiceBps: 200,
    recruiterId: 're-1',
    secondRecruiterId: 're-2',
  }),
  pick(2),
  pick(3),
  contracted(),
  touch('c-2', 1, 2, { kind: 'cart', promotionCode: 'pc-2' }),
  touch('c-3', 1, 3, { kind: 'cart', promotionCode: 'pc-3' }),
  paid({
    orderId: 'o-1',
    payment: { buyerKey: buyer(1) },
    lines: [aLine({ paidFen: 19_900, platformSubsidyFen: 500, scene: { promotionCode: 'pc-1' } })],
  }),
];

/** From now on a transaction begins once so many want to: whatever each of them goes by, it has read before any wrote. */
function onceAllHaveRead(database: Database, count: number) {
  let come = 0;
  let goOn = () => {};
  const all = new Promise<void>(resolve => (goOn = resolve));
  const transaction = database.transaction.bind(database);
  return jest.spyOn(database, 'transaction').mockImplementation(async (...work) => {
    if (++come >= count) goOn();
    await all;
    return transaction(...work);
  });
}

describe('simulating another policy', () => {
  let attribution: AttributionUnderTest;
  let simulations: SimulationsUnderTest;
  beforeAll(async () => {
    attribution = await AttributionUnderTest.open();
    simulations = new SimulationsUnderTest(attribution);
  });
  afterAll(() => attribution.close());
  beforeEach(() => attribution.forgetEverything());

  const movesOf = (parties: Array<{ id: string; movedFen: number }>) =>
    Object.fromEntries(parties.map(({ id, movedFen }) => [id, movedFen]));

  async function hearAll(...facts: Told[]): Promise<void> {
    for (const fact of facts) await attribution.hear(fact);
    await attribution.decideDueLines();
  }

  it('takes the assists out of the rule book’s example, fen by fen', async () => {
    await hearAll(...workedExample);
    const { report, promoters, brands, agencies, recruiters, lines } = await simulations.of({ assistBps: 0 });

    // C 4,080 as before; D 0 instead of 408; A ⌊4,080 × .3⌋ = 1,224 instead of 1,101; promoter 2,856 instead of 2,571.
    expect(promoters.map(({ id, beforeFen, afterFen, movedFen }) => [id, beforeFen, afterFen, movedFen])).toEqual([
      ['pr-1', 2_571, 2_856, 285],
      ['pr-2', 204, 0, -204],
      ['pr-3', 204, 0, -204],
    ]);
    expect(agencies.map(({ id, beforeFen, afterFen }) => [id, beforeFen, afterFen])).toEqual([['ag-1', 1_101, 1_224]]);
    expect(movesOf(recruiters)).toEqual({ 're-1': 0, 're-2': 0 });
    expect(movesOf(brands)).toEqual({ 'br-1': 0 });
    expect(report).toMatchObject({ baseFen: 20_400, movedFen: 408, linesChanged: 1, linesWithoutTerms: 0 });
    expect(report.shares.map(share => [share.share, share.beforeFen, share.afterFen])).toEqual([
      ['promoter', 2_571, 2_856],
      ['assist', 408, 0],
      ['agency', 1_101, 1_224],
      ['recruiter', 612, 612],
      ['second-recruiter', 408, 408],
      ['tech-fee', 1_020, 1_020],
      ['promotion-fee', 0, 0],
      ['brand', 14_280, 14_280],
    ]);
    expect(lines).toMatchObject([{ id: 'ch-1/o-1/1', change: 'assists-only', baseFen: 20_400, movedFen: 408 }]);
  });

  it('counts what refunds have left, and fees as they were in force', async () => {
    await hearAll(
      ...workedExample,
      policy('fees', '2026-01-01T00:00:00.000Z', { promotionFeeBps: 1_000 }),
      { ...brand(450), data: { ...(brand(450).data as object), techFeeBps: 300 } },
      refunded({ orderId: 'o-1', refunds: [aRefund({ refundFen: 5_000 })] }),
    );
    const { report, promoters } = await simulations.of({ assistBps: 2_000 });

    // base 15,400: C 3,080; P 308; D ⌊2,772 × .1⌋ = 277, then ⌊2,772 × .2⌋ = 554; A ⌊2,495 × .3⌋ = 748, then ⌊2,218 × .3⌋ = 665.
    expect(promoters.map(({ id, beforeFen, afterFen }) => [id, beforeFen, afterFen])).toEqual([
      ['pr-1', 1_747, 1_553],
      ['pr-3', 138, 277],
      ['pr-2', 139, 277],
    ]);
    const shares = Object.fromEntries(report.shares.map(share => [share.share, share.afterFen]));
    expect(shares).toMatchObject({ agency: 665, 'promotion-fee': 308, 'tech-fee': 462, brand: 11_088 });
    expect(report.movedFen).toBe(277);
  });

  it('lets sales change hands in every way, and follows each fen to its line', async () => {
    await hearAll(
      ...[pick(1), pick(2, { commissionBps: 2_000 })],
      owned('brand', 'br-1', { accountId: 'own' }),
      // 2: nobody's, since the click was too long ago. 3: the older click's, since the newer one was too long ago for its surface.
      touch('t-2', 2, 400, { promotionCode: 'pc-1' }),
      touch('t-3', 3, 30, { promotionCode: 'pc-2', surface: 'live' }),
      touch('t-3b', 3, 40, { promotionCode: 'pc-1' }),
      // 4: nobody's. 5: the brand's own. 6: won in a showcase that is to count for less.
      touch('t-4', 4, 30, { promotionCode: null, accountId: 'own', surface: 'live' }),
      touch('t-5', 5, 30, { promotionCode: 'pc-1', surface: 'live' }),
      touch('t-5b', 5, 40, { promotionCode: null, accountId: 'own' }),
      touch('t-6', 6, 20, { promotionCode: 'pc-2', surface: 'showcase' }),
      // 7: won in a showcase, and before it by a touch on the brand's own. 8: the other way round.
      touch('t-7', 7, 20, { promotionCode: 'pc-1', surface: 'showcase' }),
      touch('t-7b', 7, 30, { promotionCode: null, accountId: 'own' }),
      touch('t-8', 8, 20, { promotionCode: null, accountId: 'own', surface: 'showcase' }),
      ...[2, 3, 4, 5, 6, 7, 8].map(n => sale(n)),
      sale(9, { promotionCode: 'pc-1' }),
    );
    const tried = { liveHours: 48, linkHours: 400, showcaseHours: 10 };
    const { report, simulation, promoters, brands, lines } = await simulations.of(tried);

    expect(lines.map(({ orderId, change, movedFen }) => [orderId, change, movedFen])).toEqual([
      ['o-2', 'organic-to-distribution', 1_000],
      ['o-3', 'promoter-to-promoter', 2_000],
      ['o-4', 'organic-to-self-broadcast', 0],
      ['o-5', 'self-broadcast-to-distribution', 1_000],
      ['o-6', 'distribution-to-organic', 2_000],
      ['o-7', 'distribution-to-self-broadcast', 1_000],
      ['o-8', 'self-broadcast-to-organic', 0],
    ]);
    expect(movesOf(promoters)).toEqual({ 'pr-1': 0, 'pr-2': 0 });
    expect(promoters[0]!.shares).toEqual([
      { share: 'promoter', linesBefore: 3, linesAfter: 3, beforeFen: 3_000, afterFen: 3_000, movedFen: 0 },
    ]);
    expect(movesOf(brands)).toEqual({ 'br-1': 0 });
    expect(report).toMatchObject({ baseFen: 80_000, movedFen: 7_000, linesChanged: 7 });
    expect(simulation).toMatchObject({ state: 'done', linesDone: 8, linesTotal: 8 });
    const ofOne = await simulations.results.lines(simulation, { party: 'promoter:pr-1' }, undefined, 100);
    expect(ofOne.map(({ orderId, movedFen }) => [orderId, movedFen])).toEqual([
      ['o-2', 1_000],
      ['o-3', -1_000],
      ['o-5', 1_000],
      ['o-7', -1_000],
    ]);
    const assigned = await simulations.results.lines(simulation, { change: 'promoter-to-promoter' }, undefined, 100);
    expect(assigned).toMatchObject([{ before: { promoterId: 'pr-1' }, after: { promoterId: 'pr-2' } }]);
  });

  it('touches nothing, and takes the lines of the period alone', async () => {
    await hearAll(...workedExample);
    const everything = async () =>
      Promise.all(['line', 'line_refund', 'touch_lookup', 'due_line', 'outbox', 'river_pair'].map(rowsOf));
    const before = await everything();
    expect((await simulations.of({ assistBps: 0 }, { from: after(1), to: WHOLE_YEAR.to })).report.baseFen).toBe(0);
    expect((await simulations.of({ assistBps: 0 }, { from: WHOLE_YEAR.from, to: T0 })).report.baseFen).toBe(0);
    expect((await simulations.of({ assistBps: 0 }, { from: T0, to: after(1) })).report.baseFen).toBe(20_400);
    expect(await everything()).toEqual(before);
  });

  it('blames nothing on the policy that a fact is about to change anyway', async () => {
    await hearAll(pick(1), sale(2));
    // The click is known, and the line is not decided again yet.
    await attribution.hear(touch('t-2', 2, 2, { promotionCode: 'pc-1' }));
    const { report, lines, promoters } = await simulations.of({ liveHours: 1 });
    expect({ changed: lines, moved: report.movedFen }).toEqual({ changed: [], moved: 0 });
    expect(promoters).toMatchObject([{ id: 'pr-1', beforeFen: 1_000, afterFen: 1_000 }]);
  });

  it('says where touches are no longer kept, and goes by those that a line saw', async () => {
    await hearAll(
      ...[pick(1), pick(2), pick(3)],
      touch('t-2', 2, 2, { promotionCode: 'pc-1' }),
      touch('t-2b', 2, 1, { promotionCode: 'pc-2', surface: 'live' }),
      ...[sale(2), sale(3), sale(4, { promotionCode: 'pc-1' })],
    );
    await attribution.database.write('DELETE FROM touch');
    await attribution.database.write('INSERT INTO touch_horizon (id, gone_before) VALUES (1, ?)', [
      '2026-10-31 20:00:00',
    ]);
    // As after touches were dropped: one came late, and the line does not go by it.
    await attribution.hear(touch('late', 2, 0.5, { promotionCode: 'pc-3' }));

    const same = await simulations.of({});
    expect(same.report).toMatchObject({ movedFen: 0, linesChanged: 0, linesWithoutTouches: 0 });
    const narrower = await simulations.of({ liveHours: 0 });
    expect(narrower.lines).toMatchObject([{ before: { promoterId: 'pr-2' }, after: { promoterId: 'pr-1' } }]);
    expect(narrower.report.linesWithoutTouches).toBe(0);
    const wider = await simulations.of({ linkHours: 500 });
    expect(wider.report).toMatchObject({ linesChanged: 0, linesWithoutTouches: 2 });
    const assisted = await simulations.of({ assistBps: 1_000 });
    // The line that carries a code never asked for touches.
    expect(assisted.report.linesWithoutTouches).toBe(1);
  });

  it('leaves out of the amounts what it cannot divide, and says so', async () => {
    await hearAll(pick(1), touch('t-2', 2, 400, { promotionCode: 'pc-1' }), sale(2), sale(3));
    await attribution.database.write('UPDATE pick SET terms = NULL');
    const { report, lines } = await simulations.of({ linkHours: 500 });
    expect(report).toMatchObject({ baseFen: 10_000, movedFen: 0, linesChanged: 1, linesWithoutTerms: 1 });
    expect(lines).toMatchObject([{ change: 'organic-to-distribution', movedFen: 0, after: { shares: null } }]);
  });

  it('counts every line once, though it is worked on by two instances and begun again in between', async () => {
    const lines = Array.from({ length: 450 }, (_, i) =>
      aLine({ lineNo: i + 1, paidFen: 1_000, platformSubsidyFen: 0 }),
    );
    await hearAll(pick(1), paid({ lines }), sale(2), touch('t-2', 2, 400, { promotionCode: 'pc-1' }));
    const first = await simulations.ask({ linkHours: 500 });
    const second = await simulations.ask({});
    const [one, other] = [simulations.anotherWorker('one'), simulations.anotherWorker('other')];
    const together = onceAllHaveRead(attribution.database, 2);
    await Promise.all([one.work(), other.work()]);
    together.mockRestore();
    expect(await simulations.show(first)).toMatchObject({ state: 'running', linesDone: 200, linesTotal: 451 });
    expect(await simulations.show(second)).toMatchObject({ state: 'queued', linesTotal: null });
    for (let goesOn = true; goesOn;) goesOn = (await Promise.all([one.work(), other.work()])).includes(true);

    const { report, simulation } = await simulations.found(first);
    expect(simulation).toMatchObject({ state: 'done', linesDone: 451, linesTotal: 451 });
    expect(report).toMatchObject({ baseFen: 460_000, movedFen: 1_000, linesChanged: 1 });
    expect((await simulations.found(second)).report).toMatchObject({ baseFen: 460_000, movedFen: 0, linesChanged: 0 });
  });

  it('fails alone, and lets those behind it go on', async () => {
    await hearAll(pick(1), sale(2, { promotionCode: 'pc-1' }));
    const broken = await simulations.ask({ assistBps: 20_000 });
    await attribution.hear(...[touch('t-2', 2, 2, { promotionCode: 'pc-2' }), pick(2)]);
    const sound = await simulations.ask({});
    while (await simulations.worker.work());
    expect(await simulations.show(broken)).toMatchObject({ state: 'failed', linesDone: 0 });
    expect(await simulations.show(sound)).toMatchObject({ state: 'done', linesDone: 1 });
  });

  const rowsOf = (table: string) => attribution.database.read(`SELECT * FROM ${table}`);
});
