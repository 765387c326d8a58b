import * as fc from 'fast-check';
import type { DataOf } from '@chuanliu/contracts/define-event';
import { commissionSplit, type SplitLine, type SplitStep } from '@chuanliu/contracts/commissions/commission-split.v1';

export type Split = DataOf<typeof commissionSplit>;

const share = (name: SplitStep['shares'][number]['share'], partyId: string | null, amountFen: number) => ({
  share: name,
  partyId,
  amountFen,
});

/** Shares of the rule book's example: the whole base of 20,400 fen, and what remains of it after a refund of 5,000. */
const wholeShares = [
  share('promoter', 'pr-1', 2571),
  share('agency', 'ag-1', 1101),
  share('assist', 'pr-2', 204),
  share('assist', 'pr-3', 204),
  share('recruiter', 're-1', 612),
  share('second-recruiter', 're-2', 408),
  share('tech-fee', null, 1020),
  share('brand', 'br-1', 14_280),
];
const reducedShares = [
  share('promoter', 'pr-1', 1941),
  share('agency', 'ag-1', 831),
  share('assist', 'pr-2', 154),
  share('assist', 'pr-3', 154),
  share('recruiter', 're-1', 462),
  share('second-recruiter', 're-2', 308),
  share('tech-fee', null, 770),
  share('brand', 'br-1', 10_780),
];

/** Paid 19,900 fen, subsidised with 500, brought by promoter pr-1 with two assistants, an agency and two recruiters. */
export const payment: SplitStep = {
  refundId: null,
  occurredAt: '2026-11-06T12:00:03.000Z',
  transactionId: '4200001',
  movedFen: 19_900,
  freightFen: 0,
  subsidyFen: 500,
  excessFen: 0,
  baseFen: 20_400,
  shares: wholeShares,
};

/** 5,000 fen of it are given back. */
export const partialRefund: SplitStep = {
  ...payment,
  refundId: 'r-1',
  occurredAt: '2026-11-08T17:30:00.000Z',
  transactionId: '5000001',
  movedFen: 5_000,
  baseFen: 15_400,
  shares: reducedShares,
};

/** All of it is given back, and the subsidy with it. */
export const fullRefund: SplitStep = {
  ...payment,
  refundId: 'r-9',
  occurredAt: '2026-12-01T08:00:00.000Z',
  transactionId: '5000009',
  movedFen: 19_900,
  subsidyFen: 0,
  baseFen: 0,
  shares: [],
};

/** The same payment when the sale is found to be the brand's own. */
export const selfBroadcast: SplitStep = {
  ...payment,
  shares: [share('tech-fee', null, 1020), share('brand', 'br-1', 19_380)],
};

export const aLine = (line: Partial<SplitLine> = {}): SplitLine => ({
  lineNo: 1,
  revision: 1,
  orderRevision: 1,
  decisionRevision: 1,
  outcome: 'distribution',
  steps: [payment],
  ...line,
});

export const aSplit = (split: Partial<Split> = {}): Split => ({
  channelId: 'shop-1',
  orderId: 'o-1',
  brandId: 'br-1',
  paymentChannel: 'wechat',
  lines: [aLine()],
  ...split,
});

const fenUpTo = (max: number) => fc.integer({ min: 0, max });
const instant = fc
  .integer({ min: 0, max: 40 * 86_400 })
  .map(s => new Date(Date.UTC(2026, 10, 1) + s * 1000).toISOString());
const refundPlan = fc.record({
  movedFen: fenUpTo(12_000),
  freightFen: fenUpTo(300),
  subsidyFen: fenUpTo(300),
  occurredAt: instant,
});
const salePlan = fc.record({
  paidFen: fenUpTo(10_000),
  subsidyFen: fenUpTo(500),
  freightFen: fc.constantFrom(0, 0, 900),
  occurredAt: instant,
  transactionId: fc.constantFrom('4200001', '4200002'),
  refunds: fc.uniqueArray(fc.record({ refundId: fc.constantFrom('r-1', 'r-2', 'r-3'), plan: refundPlan }), {
    selector: refund => refund.refundId,
    maxLength: 3,
  }),
  promoterId: fc.constantFrom('pr-1', 'pr-2', null),
  rates: fc.record({ promoter: fenUpTo(4_000), agency: fenUpTo(500), techFee: fenUpTo(1_000) }),
});

/** Steps that a split could have announced: any amounts, excess refunds included; or none, for a line that is gone. */
export const anySteps: fc.Arbitrary<SplitStep[]> = fc
  .tuple(salePlan, fc.integer({ min: 0, max: 9 }))
  .map(([plan, n]) => (n === 0 ? [] : stepsOf(plan)));

type SalePlan = typeof salePlan extends fc.Arbitrary<infer P> ? P : never;

function stepsOf({ paidFen, subsidyFen, freightFen, occurredAt, transactionId, refunds, ...terms }: SalePlan) {
  const sorted = [...refunds].sort((a, b) =>
    a.plan.occurredAt + a.refundId < b.plan.occurredAt + b.refundId ? -1 : 1,
  );
  let refundedFen = 0;
  let subsidyBackFen = 0;
  const stepAfter = (
    head: Pick<SplitStep, 'refundId' | 'occurredAt' | 'transactionId' | 'movedFen' | 'freightFen'>,
  ) => {
    const allBack = paidFen > 0 && refundedFen >= paidFen;
    const subsidyLeft = allBack ? 0 : Math.max(0, subsidyFen - subsidyBackFen);
    const baseFen = Math.max(0, paidFen - refundedFen) + subsidyLeft;
    const excessFen = Math.max(0, refundedFen - paidFen);
    return { ...head, subsidyFen: subsidyLeft, excessFen, baseFen, shares: sharesOf(baseFen, terms) };
  };
  const steps = [stepAfter({ refundId: null, occurredAt, transactionId, movedFen: paidFen, freightFen })];
  for (const { refundId, plan } of sorted) {
    refundedFen += plan.movedFen;
    subsidyBackFen += plan.subsidyFen;
    const { occurredAt: refundedAt, movedFen, freightFen: freightBackFen } = plan;
    const transactionOfRefund = `t-${refundId}`;
    steps.push(
      stepAfter({
        refundId,
        occurredAt: refundedAt,
        transactionId: transactionOfRefund,
        movedFen,
        freightFen: freightBackFen,
      }),
    );
  }
  return steps;
}

function sharesOf(baseFen: number, { promoterId, rates }: Pick<SalePlan, 'promoterId' | 'rates'>): SplitStep['shares'] {
  const part = (bps: number) => Math.floor((baseFen * bps) / 10_000);
  const techFee = part(rates.techFee);
  if (promoterId === null) return [share('tech-fee', null, techFee), share('brand', 'br-1', baseFen - techFee)];
  const [promoter, agency] = [part(rates.promoter), part(rates.agency)];
  return [
    share('promoter', promoterId, promoter),
    share('agency', 'ag-1', agency),
    share('tech-fee', null, techFee),
    share('brand', 'br-1', baseFen - promoter - agency - techFee),
  ];
}
