import fc from 'fast-check';
import { BEGINNING_OF_TIME } from '@chuanliu/dated-facts/versions';
import { foldPlan, planInForce, termsOf, type OpenPlanVersion } from './fold-terms';

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T00:00:00.000Z`;

describe('an open plan', () => {
  it('holds what a version leaves out as the version before it has it, even one written later', () => {
    const versions: OpenPlanVersion[] = [
      { effectiveFrom: BEGINNING_OF_TIME, commissionBps: 2000 },
      { effectiveFrom: day(9), commissionBps: 1500 },
      { effectiveFrom: day(5), commissionBps: 1800, assistBps: 1000 },
    ];
    expect(foldPlan(versions).map(plan => [plan.effectiveFrom, plan.commissionBps, plan.assistBps])).toEqual([
      [BEGINNING_OF_TIME, 2000, 0],
      [day(5), 1800, 1000],
      [day(9), 1500, 1000],
    ]);
  });

  it('is none before a commission is known', () => {
    const versions: OpenPlanVersion[] = [
      { effectiveFrom: day(5), commissionBps: 1000 },
      { effectiveFrom: day(1), assistBps: 500 },
    ];
    expect(planInForce(versions, day(4))).toBeUndefined();
    expect(planInForce(versions, day(5))).toEqual({
      ...{ effectiveFrom: day(5), commissionBps: 1000, assistBps: 500, minReputation: 0 },
    });
    expect(termsOf([])).toEqual([]);
  });

  it('may promise nothing: a commission of 0 is a commission', () => {
    expect(termsOf([{ effectiveFrom: day(1), commissionBps: 0 }])).toEqual([
      {
        ...{ effectiveFrom: day(1), commissionBps: 0, assistBps: 0, serviceBps: 0, secondServiceBps: 0 },
        ...{ recruiterId: null, secondRecruiterId: null },
      },
    ]);
  });

  it('gives the same terms in whatever order its versions were written', () => {
    const version = fc.record(
      { commissionBps: fc.integer({ min: 0, max: 9000 }), assistBps: fc.integer({ min: 0, max: 5000 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(version, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (fields, order) => {
        const versions = fields.map((fields, index) => ({ effectiveFrom: day(index + 1), ...fields }));
        const shuffled = versions.map(v => [order.next().value, v] as const).sort((a, b) => a[0]! - b[0]!);
        expect(termsOf(shuffled.map(([, v]) => v))).toEqual(termsOf(versions));
      }),
    );
  });
});
