import { passGates, PoolFloor, type PlanForPick, type Promoter } from './gates-of-picking';
import { foldPlan, planAt, type PlanVersion } from './plan';
import type { Product } from './product';

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const product: Product = {
  ...{ productId: 'p-1', brandId: 'br-1', title: '柚子', categoryId: 'fresh.fruit', priceFen: 1990, stock: 1 },
  ...{
    state: 'on-shelf',
    productScore: 380,
    images: [],
    guarantees: [],
    belt: null,
    source: 'own-shop',
    url: null,
    sampleRule: null,
    revision: 1,
  },
};
const told = { told: day(1), rateLockDays: 30, imported: false };
const plans: PlanVersion[] = [
  { effectiveFrom: day(5), commissionBps: 2000, no: 1, ...told },
  { effectiveFrom: day(20), minReputation: 460, no: 2, ...told },
];
const promoter: Promoter = {
  promoterId: 'pr-1',
  versions: [{ effectiveFrom: day(25), reputation: 470 }],
  suspensions: [{ from: day(10), to: day(12) }],
  contracts: [
    { from: day(1), to: day(8), agencyId: 'ag-1', agencyBps: 1000 },
    { from: day(7), to: null, agencyId: 'ag-2', agencyBps: 1000 },
  ],
};

function gateShutFor(
  change: Partial<Product>,
  from: string,
  planned: Partial<PlanForPick> = {},
  floor = new PoolFloor(),
): string {
  const plan = planAt(foldPlan('open', plans), from);
  const offered = { plan, isExclusiveToOthers: false, activity: null, ...planned };
  try {
    return `open at ${passGates({ ...product, ...change }, offered, promoter, from, floor).commissionBps}`;
  } catch (problem) {
    return (problem as { type: string }).type.replace('product-pool/', '');
  }
}

describe('a promoter picks a product', () => {
  it.each([
    ['on the shelf, under a plan', {}, day(6), 'open at 2000'],
    ['without a score of its own', { productScore: null }, day(6), 'open at 2000'],
    ['off the shelf', { state: 'off-shelf', stock: 0 } as const, day(6), 'not-on-shelf'],
    ['without stock', { stock: 0, productScore: 0 }, day(6), 'out-of-stock'],
    ['below the pool’s floor', { productScore: 379 }, day(1), 'product-score-too-low'],
    ['before there is a plan', {}, day(4), 'no-plan-in-force'],
    ['at the beginning of a suspension', {}, day(10), 'promoter-suspended'],
    ['at the end of a suspension', {}, day(12), 'open at 2000'],
    ['with too little reputation as of then', {}, day(20), 'reputation-too-low'],
    ['with enough reputation as of then', {}, day(25), 'open at 2000'],
  ])('%s', (_, change, from, gate) => expect(gateShutFor(change, from)).toBe(gate));

  it.each([
    [450, 449, 'product-score-too-low'],
    [450, null, 'open at 2000'], // What has no score of its own counts as 450.
    [451, null, 'product-score-too-low'],
    [0, 0, 'open at 2000'],
  ])('from a pool whose floor is %i, with a score of %s: %s', (score, productScore, gate) =>
    expect(gateShutFor({ productScore }, day(6), {}, new PoolFloor(score))).toBe(gate),
  );
});

describe('a promoter picks a product under its plans', () => {
  const plan = planAt(foldPlan('directed', plans), day(6))!;
  const activity = { activityId: 'act-1', isKnown: true };
  it.each<[string, Partial<PlanForPick>, string, string]>([
    ['while it is exclusive to others', { isExclusiveToOthers: true, plan: null }, day(6), 'exclusive-to-others'],
    [
      'through an activity that does not offer it',
      { activity: { ...activity, isKnown: false } },
      day(6),
      'named-activity-unknown',
    ],
    ['through an activity that has ended', { activity, plan: null }, day(6), 'no-plan-in-force'],
    [
      'through an activity that names others',
      { activity, plan: { ...plan, promoters: ['pr-2'] } },
      day(6),
      'not-named-in-activity',
    ],
    [
      'through an activity that names them',
      { activity, plan: { ...plan, promoters: ['pr-1'] } },
      day(6),
      'open at 2000',
    ],
    ['with the plan’s agency', { plan: { ...plan, agencyId: 'ag-1' } }, day(6), 'open at 2000'],
    [
      'with another agency than the plan’s, the later contract of two',
      { plan: { ...plan, agencyId: 'ag-1' } },
      day(7),
      'agency-in-conflict',
    ],
  ])('%s', (_, planned, from, gate) => expect(gateShutFor({}, from, planned)).toBe(gate));
});
