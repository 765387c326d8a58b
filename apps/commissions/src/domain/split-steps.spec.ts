import fc from 'fast-check';
import { sumFen } from '@chuanliu/money/fen';
import { remainderNow, splitSteps, type PaidLine, type Refund } from './split-steps';
import { sale, terms } from '@chuanliu/testing/worked-example';

const paid: PaidLine = {
  paidFen: 19_900,
  platformSubsidyFen: 500,
  freightFen: 800,
  paymentOccurredAt: '2026-11-06T12:00:03.000Z',
  transactionId: '4200001',
  refunds: [],
};
const refund = (refundId: string, refundFen: number, more: Partial<Refund> = {}): Refund => ({
  refundId,
  refundFen,
  occurredAt: '2026-11-08T00:00:00.000Z',
  subsidyFen: 0,
  freightFen: 0,
  transactionId: `t-${refundId}`,
  ...more,
});

describe('the steps of a sale', () => {
  it('begin with the payment and its freight', () => {
    const steps = splitSteps(paid, sale, terms);
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({
      refundId: null,
      occurredAt: paid.paymentOccurredAt,
      transactionId: '4200001',
      movedFen: 19_900,
      freightFen: 800,
      subsidyFen: 500,
      excessFen: 0,
      baseFen: 20_400,
    });
  });

  it('take back the example’s 5,000 share by share', () => {
    const [before, after] = splitSteps({ ...paid, refunds: [refund('r-1', 5000)] }, sale, terms);
    const lost = Object.fromEntries(
      before!.shares.map((share, i) => [
        `${share.share}:${share.partyId}`,
        after!.shares[i]!.amountFen - share.amountFen,
      ]),
    );
    expect(lost).toEqual({
      'promoter:pr-1': -630,
      'assist:pr-2': -50,
      'assist:pr-3': -50,
      'agency:ag-1': -270,
      'recruiter:re-1': -150,
      'second-recruiter:re-2': -100,
      'tech-fee:null': -250,
      'brand:br-1': -3500,
    });
    expect(after).toMatchObject({ refundId: 'r-1', movedFen: 5000, baseFen: 15_400, subsidyFen: 500 });
  });

  it('follow the refunds’ instants, then their ids, not their arrival', () => {
    const late = refund('r-0', 100, { occurredAt: '2026-11-09T00:00:00.000Z' });
    const refunds = [late, refund('r-b', 200), refund('r-a', 300)];
    const steps = splitSteps({ ...paid, refunds }, sale, terms);
    expect(steps.map(step => step.refundId)).toEqual([null, 'r-a', 'r-b', 'r-0']);
    expect(steps.map(step => step.baseFen)).toEqual([20_400, 20_100, 19_900, 19_800]);
  });

  it('count the whole subsidy as given back once everything paid was refunded', () => {
    const steps = splitSteps({ ...paid, refunds: [refund('r-1', 19_900)] }, sale, terms);
    expect(steps[1]).toMatchObject({ baseFen: 0, subsidyFen: 0, excessFen: 0, shares: [] });
  });

  it('keep apart what was refunded beyond the payment', () => {
    const steps = splitSteps({ ...paid, refunds: [refund('r-1', 15_000), refund('r-2', 6_000)] }, sale, terms);
    expect(steps[2]).toMatchObject({ baseFen: 0, excessFen: 1_100, movedFen: 6_000 });
  });

  it('never let more subsidy go back than was given', () => {
    const steps = splitSteps({ ...paid, refunds: [refund('r-1', 100, { subsidyFen: 900 })] }, sale, terms);
    expect(steps[1]).toMatchObject({ subsidyFen: 0, baseFen: 19_800 });
  });

  it('keep the subsidy of a line for which nothing was paid until it is itself given back', () => {
    const free = { ...paid, paidFen: 0 };
    const steps = splitSteps({ ...free, refunds: [refund('r-1', 0, { subsidyFen: 200 })] }, sale, terms);
    expect(steps.map(step => step.baseFen)).toEqual([500, 300]);
  });

  it('leave a gift at nothing', () => {
    const gift = { ...paid, paidFen: 0, platformSubsidyFen: 0 };
    const [step] = splitSteps(gift, { ...sale, outcome: 'void', promoterId: null, assistantIds: [] }, terms);
    expect(step).toMatchObject({ baseFen: 0, shares: [] });
  });
});

const anyLine = fc.record({
  paidFen: fc.integer({ min: 0, max: 50_000 }),
  platformSubsidyFen: fc.integer({ min: 0, max: 5_000 }),
  refunds: fc.uniqueArray(
    fc.record({
      refundId: fc.stringMatching(/^[a-c][0-9]$/),
      occurredAt: fc.constantFrom('2026-11-07T00:00:00.000Z', '2026-11-08T00:00:00.000Z', '2026-11-09T00:00:00.000Z'),
      refundFen: fc.integer({ min: 0, max: 30_000 }),
      subsidyFen: fc.integer({ min: 0, max: 3_000 }),
    }),
    { maxLength: 6, selector: r => r.refundId },
  ),
});

describe('whatever was paid and refunded', () => {
  it('every step sums to what remains, and the order of arrival changes nothing', () => {
    fc.assert(
      fc.property(
        anyLine.chain(line =>
          fc.tuple(fc.constant(line), fc.shuffledSubarray(line.refunds, { minLength: line.refunds.length })),
        ),
        ([line, shuffled]) => {
          const full = (refunds: typeof shuffled) => ({
            ...paid,
            ...line,
            refunds: refunds.map(r => ({ ...r, freightFen: 0, transactionId: null })),
          });
          const steps = splitSteps(full(line.refunds), sale, terms);
          expect(splitSteps(full(shuffled), sale, terms)).toEqual(steps);
          for (const step of steps) {
            expect(sumFen(step.shares.map(share => share.amountFen))).toBe(step.baseFen);
            expect(step.shares.every(share => share.amountFen > 0)).toBe(true);
          }
          const moved = sumFen(steps.slice(1).map(step => step.movedFen));
          expect(steps.at(-1)!.excessFen).toBe(Math.max(0, moved - line.paidFen));
          expect(remainderNow(full(shuffled)).baseFen).toBe(steps.at(-1)!.baseFen);
        },
      ),
    );
  });

  it('a full refund leaves nobody with anything', () => {
    fc.assert(
      fc.property(anyLine, line => {
        fc.pre(line.paidFen > 0);
        const refunds = [
          ...line.refunds,
          { refundId: 'z9', occurredAt: '2026-11-30T00:00:00.000Z', refundFen: line.paidFen, subsidyFen: 0 },
        ];
        const all = refunds.map(r => ({ ...r, freightFen: 0, transactionId: null }));
        const last = splitSteps({ ...paid, ...line, refunds: all }, sale, terms).at(-1)!;
        expect(last.baseFen).toBe(0);
        expect(last.shares).toEqual([]);
      }),
    );
  });
});
