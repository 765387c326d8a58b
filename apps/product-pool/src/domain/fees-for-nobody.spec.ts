import { BEGINNING_OF_TIME } from '@chuanliu/dated-facts/versions';
import { refuseFeesForNobody } from './fees-for-nobody';
import type { PlanFields, PlanVersion } from './plan';

const day = (n: number) => new Date(Date.UTC(2026, 10, n)).toISOString();
const rates = { commissionBps: 1000, serviceBps: 500 };

/** A series of versions of which the last was written last. */
function refusal(...fields: Array<PlanFields & { effectiveFrom?: string; ended?: true }>): unknown {
  const versions = fields.map<PlanVersion>((said, i) => ({
    ...{ effectiveFrom: day(i + 1), no: i + 1, told: day(i + 1), rateLockDays: 30, imported: false },
    ...said,
  }));
  try {
    return refuseFeesForNobody('activity', versions, versions.at(-1)!);
  } catch (problem) {
    const { type, facts } = problem as { type: string; facts: { errors: Array<{ pointer: string }> } };
    return [type, ...facts.errors.map(({ pointer }) => pointer)];
  }
}
const missing = (...pointers: string[]) => ['product-pool/fee-for-nobody', ...pointers];

describe('a fee of an activity', () => {
  it.each([
    ['no fee', { commissionBps: 1000, serviceBps: 0 }],
    ['a fee for a recruiter', { ...rates, recruiterId: 're-1' }],
    ['fees for two', { ...rates, secondServiceBps: 200, recruiterId: 're-1', secondRecruiterId: 're-2' }],
    ['a second recruiter who gets nothing yet', { ...rates, recruiterId: 're-1', secondRecruiterId: 're-2' }],
  ])('is somebody’s: %s', (_, fields) => {
    expect(refusal(fields)).toBeUndefined();
  });

  it.each([
    ['without a recruiter', rates, missing('/recruiterId')],
    ['with no second one', { ...rates, secondServiceBps: 1, recruiterId: 're-1' }, missing('/secondRecruiterId')],
    ['with none of both', { ...rates, secondServiceBps: 1 }, missing('/recruiterId', '/secondRecruiterId')],
    [
      'with a second recruiter and no first',
      { commissionBps: 1000, serviceBps: 0, secondRecruiterId: 're-2' },
      missing('/recruiterId'),
    ],
  ])('is nobody’s %s', (_, fields, refused) => {
    expect(refusal(fields)).toEqual(refused);
  });

  it('is whose an earlier version says, until the plan ends', () => {
    const named = { ...rates, recruiterId: 're-1', effectiveFrom: BEGINNING_OF_TIME };
    expect(refusal(named, { serviceBps: 600 })).toBeUndefined();
    expect(refusal(named, { ended: true }, rates)).toEqual(missing('/recruiterId'));
  });

  it('is given to somebody by a version that names them, though an earlier one named nobody', () => {
    expect(refusal(rates, { ...rates, recruiterId: 're-1' })).toBeUndefined();
    expect(refusal(rates, { ...rates, commissionBps: 1100 })).toEqual(missing('/recruiterId'));
  });
});
