import * as fc from 'fast-check';
import { AttributionUnderTest } from '../../test/attribution-under-test';
import { anyArrivalOf, history, type Arrival } from '../../test/histories';
import {
  aLine,
  after,
  aRefund,
  BUYER,
  DAY,
  owned,
  paid,
  picked,
  refunded,
  rejected,
  settled,
  T0,
  touched,
  type Told,
} from '../../test/told-facts';

jest.setTimeout(480_000);

const byCode = (promotionCode: string, orderId = 'o-1') =>
  paid({ orderId, lines: [aLine({ scene: { promotionCode } })] });
const late = { outcome: 'distribution', promoterId: 'pr-1', pickId: 'pk-1', assistantIds: [] };
const nobody = { outcome: 'organic', promoterId: null, pickId: null, assistantIds: [] };

describe('a line that settlement took', () => {
  let attribution: AttributionUnderTest;
  beforeAll(async () => void (attribution = await AttributionUnderTest.open()));
  afterAll(() => attribution.close());
  beforeEach(() => attribution.forgetEverything());

  const hear = async (...facts: Told[]) => {
    await attribution.hear(...facts);
    await attribution.decideDueLines();
  };
  const lastSaid = async () => (await attribution.announced('o-1', 1)).at(-1)!;
  const count = async (table: 'settled_line' | 'late_decision') =>
    (await attribution.database.read<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]!.n;

  it('keeps its decision, and says nothing as long as no other one comes', async () => {
    await hear(picked(), byCode('pc-1'));
    await hear(settled({}));
    expect(await attribution.line()).toMatchObject({
      decision: { outcome: 'distribution', promoterId: 'pr-1' },
      settled: { decisionRevision: 1, late: null },
    });
    expect(await attribution.announced()).toHaveLength(1);
    expect(await count('settled_line')).toBe(0);
  });

  it('is examined again by what becomes known, which is told beside the decision in force, once', async () => {
    await hear(byCode('pc-1'));
    await hear(settled({}));
    await hear(picked());
    expect(await attribution.line()).toMatchObject({
      decision: { outcome: 'organic', candidates: [{ reason: 'unknown-code' }] },
      settled: { late: { revision: 2, decision: { promoterId: 'pr-1' } } },
    });
    expect(await lastSaid()).toMatchObject({ revision: 2, ...nobody, late: { revision: 2, ...late } });
    await hear(rejected());
    await hear(refunded());
    expect(await lastSaid()).toMatchObject({ revision: 3, ...nobody, late: { revision: 2, ...late } });
    expect(await count('late_decision')).toBe(1);
  });

  it.each([
    ['lines-settled', settled({})],
    ['revision-rejected', rejected()],
  ])('goes back to what was settled when another decision had been told meanwhile, by %s', async (_, news) => {
    await hear(byCode('pc-1'));
    await hear(picked());
    await hear(refunded({ refunds: [aRefund({ refundFen: 100 })] }));
    expect(await lastSaid()).toMatchObject({ revision: 3, ...late });
    await hear(news);
    expect(await lastSaid()).toMatchObject({ revision: 4, ...nobody, late: { revision: 2, ...late } });
    expect(await attribution.line()).toMatchObject({
      decision: { outcome: 'organic', candidates: [{ reason: 'unknown-code' }] },
      river: { returned: null, grant: null },
      settled: { decisionRevision: 1 },
    });
    expect(await count('late_decision')).toBe(1);
    await hear(settled({}), rejected());
    expect(await attribution.announced()).toHaveLength(4);
  });

  it('of several decisions keeps the one that was settled, whatever refunds were told in between', async () => {
    await hear(byCode('pc-1')); // 1: organic
    await hear(refunded()); // 2: organic
    await hear(picked()); // 3: pr-1
    await hear(refunded({ orderRevision: 3, refunds: [aRefund({ refundId: 'r-2' })] })); // 4: pr-1
    await hear(picked({ revision: 2, to: after(-1) })); // 5: organic
    await hear(settled({ decisionRevision: 4 }));
    expect(await lastSaid()).toMatchObject({ revision: 6, ...late, late: { revision: 5, ...nobody } });
  });

  it('follows no more when what came late is taken back', async () => {
    await hear(byCode('pc-1'));
    await hear(settled({}));
    await hear(picked());
    await hear(picked({ revision: 2, to: after(-1) }));
    expect(await lastSaid()).toMatchObject({ revision: 3, ...nobody });
    expect(await lastSaid()).not.toHaveProperty('late');
  });

  it('keeps its amounts moving: what a payment of other contents says, and a grant by what is left', async () => {
    await hear(picked(), byCode('pc-1'));
    await hear(settled({}));
    await hear(paid({ orderRevision: 2, lines: [aLine({ paidFen: 10_000, scene: { promotionCode: null } })] }));
    expect(await lastSaid()).toMatchObject({ ...late, paidFen: 10_000, late: { ...nobody } });
    expect((await attribution.line()).river.grant).toMatchObject({ party: 'brand:br-1', impressions: 1050 });
    await hear(refunded({ orderRevision: 3, refunds: [aRefund({ refundFen: 10_000 })] }));
    expect((await attribution.line()).river.grant).toMatchObject({ impressions: 0 });
    await hear(paid({ orderRevision: 4, lines: [aLine({ lineNo: 2 })] }));
    expect(await lastSaid()).toMatchObject({ ...late, present: false });
  });

  it('keeps its river mark, whatever becomes known of the sale that brought its buyer', async () => {
    const own = (orderId: string) =>
      paid({
        orderId,
        payment: { orderedAt: after(DAY), paidAt: after(DAY) },
        lines: [aLine({ scene: { accountId: 'a-1' } })],
      });
    await hear(picked(), owned('brand', 'br-1'), byCode('pc-1', 'o-9'), own('o-1'), own('o-2'));
    const mark = { returned: { broughtBy: 'pr-1' }, grant: { party: 'promoter:pr-1' } };
    expect(await attribution.line('o-1')).toMatchObject({ river: mark });
    await hear(settled({}));
    await hear(refunded({ orderId: 'o-9', refunds: [aRefund({ occurredAt: T0, refundFen: 19_900 })] }));
    expect((await attribution.line('o-2')).river).toEqual({ returned: null, grant: null });
    expect(await attribution.line('o-1')).toMatchObject({ river: mark });
  });

  it('waits when its payment is not known yet', async () => {
    await hear(settled({}));
    expect(await count('settled_line')).toBe(1);
    await hear(byCode('pc-1'));
    expect(await count('settled_line')).toBe(0);
    await hear(picked());
    expect(await attribution.line()).toMatchObject({ decision: { outcome: 'organic' } });
  });

  it('and its payment find each other when two instances learn of them at once', async () => {
    const orders = Array.from({ length: 20 }, (_, n) => `race-${n}`);
    for (const orderId of orders) {
      await Promise.all([
        attribution.hear(byCode('pc-1', orderId)),
        attribution.hear(settled({ orderId })).then(() => attribution.decideDueLines()),
      ]);
    }
    await attribution.decideDueLines();
    for (const orderId of orders) expect((await attribution.line(orderId)).settled).not.toBeNull();
  });

  it('reads nothing more in a slice of ordinary sales than before', async () => {
    const before = attribution.queries.length;
    await attribution.hear(byCode('pc-1'), touched({ buyerKey: BUYER }));
    expect(attribution.queries.slice(before).filter(sql => sql.includes('settled_line'))).toHaveLength(1);
    expect(attribution.queries.slice(before).filter(sql => sql.includes('earlier_decision'))).toHaveLength(0);
  });

  it('ends the same in whatever order later facts arrive, duplicates included', async () => {
    const cases = history
      .chain(facts =>
        fc.record({
          facts: fc.constant(facts),
          isEarly: fc.array(fc.boolean(), { minLength: facts.length, maxLength: facts.length }),
        }),
      )
      .chain(({ facts, isEarly }) => {
        const early = facts.filter((_, i) => isEarly[i]);
        const rest = facts.filter((_, i) => !isEarly[i]);
        return fc.record({
          ...{ early: fc.constant(early), later: fc.constant(rest) },
          ...{ earlyArrival: anyArrivalOf(early), laterArrival: anyArrivalOf(rest), isHeardLast: fc.boolean() },
        });
      });
    let settledOnes = 0;
    let lateOnes = 0;
    await fc.assert(
      fc.asyncProperty(cases, async ({ early, later, earlyArrival, laterArrival, isHeardLast }) => {
        const inOrder = await stateAfter(
          { slices: early.map(fact => [fact]), pauses: [] },
          { slices: later.map(fact => [fact]), pauses: [] },
          false,
        );
        const anyhow = await stateAfter(earlyArrival, laterArrival, isHeardLast);
        // Candidates and river marks are those of the moment at which the settlement became known here.
        if (isHeardLast) expect(anyhow.map(decided)).toEqual(inOrder.map(decided));
        else expect(anyhow).toEqual(inOrder);
        settledOnes += inOrder.filter(line => line.settled).length;
        lateOnes += inOrder.filter(line => line.settled?.late).length;
      }),
      { numRuns: Number(process.env.CONVERGENCE_RUNS ?? 12) },
    );
    expect(settledOnes).toBeGreaterThan(0);
    expect(lateOnes).toBeGreaterThan(0);
  });

  type State = Awaited<ReturnType<typeof attribution.line>>;

  const decided = ({ facts, decision: { candidates: _, ...decision }, settled: fixed }: State) => {
    const { candidates: __, ...lateDecision } = fixed?.late?.decision ?? { candidates: [] };
    return { facts, decision, settled: fixed !== null, late: lateDecision };
  };

  /** Quiet, then a run over all lines that have anything left, then the rest. */
  async function stateAfter(early: Arrival, later: Arrival, isHeardLast: boolean): Promise<State[]> {
    await attribution.forgetEverything();
    await hearAll(early);
    const lines = new Map((await attribution.announced()).map(line => [`${line.orderId}/${line.lineNo}`, line]));
    const taken = [...lines.values()].filter(line => line.present && line.paidFen > 0);
    const run = settled(
      ...taken.map(({ orderId, lineNo, revision }) => ({ orderId, lineNo, decisionRevision: revision })),
    );
    if (isHeardLast) await hearAll(later);
    if (taken.length > 0) await hear(run);
    if (!isHeardLast) await hearAll(later);
    const orders = ['o-1', 'o-2', 'o-3', 'o-4', 'o-5', 'o-6'];
    const states: State[] = [];
    for (const orderId of orders) {
      for (const lineNo of [1, 2]) {
        const line = await attribution.line(orderId, lineNo).catch(() => undefined);
        if (line?.facts.present) states.push(withoutCounts(line));
      }
    }
    return states;
  }

  async function hearAll({ slices, pauses }: Arrival): Promise<void> {
    for (const [i, slice] of slices.entries()) {
      await attribution.hear(...slice);
      if (pauses[i]) await attribution.decideDueLines();
    }
    await attribution.decideDueLines();
  }

  const withoutCounts = (line: State): State => {
    const { settled: fixed } = line;
    const lateOne = fixed?.late ? { ...fixed.late, revision: 0 } : null;
    return {
      ...line,
      revision: 0,
      orderRevision: 0,
      settled: fixed && { ...fixed, decisionRevision: 0, late: lateOne },
    };
  };
});
