import * as fc from 'fast-check';
import {
  aLine,
  aPayment,
  aRefund,
  after,
  brand,
  DAY,
  owned,
  paid,
  picked,
  policy,
  promoter,
  refunded,
  suspended,
  T0,
  touched,
} from './told-facts';
import type { PaidLine, Told } from './told-facts';

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const HOUR = 3_600_000;
/** Few instants, so that facts meet at the same millisecond and just beside it. */
const moments = [-DAY, -1, 0, 1, HOUR, DAY, DAY + 1, 2 * DAY, 5 * DAY, 30 * DAY, 31 * DAY].map(after);
const moment = oneOf(...moments);
const buyers = ['1'.repeat(64), '2'.repeat(64)];

const scene = fc.record({
  surface: oneOf<PaidLine['scene']['surface']>('live', 'live', 'showcase', 'search'),
  accountId: oneOf('a-1', 'a-2', 'a-2', null),
  promotionCode: oneOf('pc-1', 'pc-2', null, null),
});

const line = fc.record({
  productId: oneOf('p-1', 'p-1', 'p-2'),
  paidFen: oneOf(0, 100, 10_050),
  platformSubsidyFen: oneOf(0, 0, 60),
  scene: scene,
});

const payment = fc.record({
  brandId: oneOf('br-1', 'br-1', 'br-2'),
  buyerKey: oneOf(...buyers, buyers[0]!, null),
  orderedAt: moment,
  wait: oneOf(0, 1, HOUR),
  freightFen: oneOf(0, 700),
  lines: fc.dictionary(oneOf('1', '2'), line, { minKeys: 1 }),
});

const change = fc.oneof(
  { weight: 4, arbitrary: payment.map(parts => ({ payment: parts })) },
  { weight: 1, arbitrary: fc.constant({ payment: null }) },
  {
    weight: 4,
    arbitrary: fc.record({
      refund: fc.record({
        refundId: oneOf('r-1', 'r-2'),
        lineNo: oneOf(1, 2),
        occurredAt: moment,
        refundFen: oneOf(50, 100, 10_050),
        subsidyFen: oneOf(0, 60),
        withdrawn: oneOf(false, false, true),
      }),
    }),
  },
);

/** What orders tells of one order: each change of payment or refunds with the next revision. */
const orderHistory = (orderId: string): fc.Arbitrary<Told[]> =>
  fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map(changes => changes.map((each, i) => toldOf(orderId, i + 1, each)));

type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

function toldOf(orderId: string, orderRevision: number, each: Change): Told {
  if ('refund' in each) return refunded({ orderId, orderRevision, refunds: [aRefund(each.refund)] });
  if (!each.payment) return paid({ orderId, orderRevision, payment: null });
  const { lines, wait, ...parts } = each.payment;
  const paidAt = new Date(Date.parse(parts.orderedAt) + wait).toISOString();
  return paid({
    orderId,
    orderRevision,
    payment: aPayment({ ...parts, paidAt, occurredAt: paidAt }),
    lines: Object.entries(lines).map(([lineNo, line]) => aLine({ ...line, lineNo: Number(lineNo) })),
  });
}

/** An order of the first buyer, paid when it was made, with perhaps something more told of it: the river is rare by chance alone. */
const riverOrder = (orderId: string, scene: Partial<PaidLine['scene']>, orderedAts: string[]): fc.Arbitrary<Told[]> =>
  fc.tuple(oneOf(...orderedAts), fc.array(change, { maxLength: 1 })).map(([orderedAt, more]) => [
    paid({
      orderId,
      payment: aPayment({ buyerKey: buyers[0]!, orderedAt, paidAt: orderedAt, occurredAt: orderedAt }),
      lines: [aLine({ paidFen: 10_050, scene })],
    }),
    ...more.map((each, i) => toldOf(orderId, i + 2, each)),
  ]);

const numbered = <T extends object>(arbitrary: fc.Arbitrary<T>, tell: (fact: T, revision: number) => Told) =>
  fc.array(arbitrary, { minLength: 1, maxLength: 3 }).map(facts => facts.map((fact, i) => tell(fact, i + 1)));

/** Versions of one thing, never two with one effectiveFrom. */
const versions = <T>(value: fc.Arbitrary<T>, tell: (value: T, effectiveFrom: string) => Told) =>
  fc
    .uniqueArray(fc.tuple(oneOf('1000-01-01T00:00:00.000Z', ...moments), value), {
      selector: ([at]) => at,
      maxLength: 3,
    })
    .map(list => list.map(([effectiveFrom, each]) => tell(each, effectiveFrom)));

const pickHistory = (pickId: string, promotionCode: string, promoterId: string) =>
  numbered(
    fc.record({
      to: oneOf(null, null, null, null, ...moments),
      termsFrom: oneOf(null, T0, after(-DAY), after(-DAY)),
      assistBps: oneOf(0, 1_000, 1_000),
    }),
    (fact, revision) => picked({ pickId, promotionCode, promoterId, from: after(-1), ...fact, revision }),
  );

/** Touches of few ids, so that several contents go by one; each content once or more. */
const touches = fc.array(
  fc
    .record({
      touchId: oneOf('t-1', 't-2', 't-3', 't-4'),
      buyerKey: oneOf(buyers[0]!, buyers[0]!, buyers[1]!),
      productId: oneOf('p-1', 'p-1', 'p-2'),
      occurredAt: moment,
      kind: oneOf<'view' | 'click' | 'cart'>('click', 'click', 'cart', 'view'),
      surface: oneOf<'live' | 'link' | 'search'>('live', 'link', 'link', 'search'),
      accountId: oneOf('a-1', 'a-2', 'a-2', null),
      promotionCode: oneOf('pc-1', 'pc-2', 'pc-3', null, null),
    })
    .map(parts => touched(parts)),
  { minLength: 1, maxLength: 6 },
);

const windowFields = fc.record(
  { liveHours: oneOf(0, 1, 24, 48), linkHours: oneOf(0, 1, 25, 720) },
  { requiredKeys: [] },
);

const owner = oneOf<['brand' | 'promoter', string]>(
  ['brand', 'br-1'],
  ['brand', 'br-1'],
  ['brand', 'br-2'],
  ['promoter', 'pr-1'],
  ['promoter', 'pr-2'],
);

const promoterVersions = (promoterId: string) =>
  versions(
    fc.record({ reputation: oneOf(undefined, 399, 400), buyerKeys: oneOf([], [], [buyers[0]!], [buyers[1]!]) }),
    (value, effectiveFrom) =>
      promoter({
        promoterId,
        effectiveFrom,
        buyerKeys: value.buyerKeys,
        ...(value.reputation && { reputation: value.reputation }),
      }),
  );

const riverFields = fc.record(
  {
    windowDays: oneOf(1, 2, 40),
    holdoutBps: oneOf(0, 5_000, 10_000),
    salt: oneOf('x', 'y'),
    brandTrafficPerYuan: oneOf(3, 11),
    minShopScore: oneOf(300, 451),
  },
  { requiredKeys: [] },
);

/** Everything that was told about a small world, in an order in which nothing comes late. */
export const history: fc.Arbitrary<Told[]> = fc
  .tuple(
    pickHistory('pk-1', 'pc-1', 'pr-1'),
    pickHistory('pk-2', 'pc-2', 'pr-2'),
    pickHistory('pk-3', 'pc-3', 'pr-3'),
    versions(owner, (who, effectiveFrom) => owned(...who, { accountId: 'a-1', effectiveFrom })),
    fc.constant([owned('brand', 'br-1', { accountId: 'a-2' })]),
    promoterVersions('pr-1'),
    promoterVersions('pr-2'),
    numbered(fc.record({ to: oneOf(null, ...moments) }), ({ to }, revision) =>
      suspended({ from: T0, to, revision }),
    ).chain(told => oneOf(told, [])),
    versions(oneOf(undefined, 419, 420, 450), (score, effectiveFrom) => brand(score, effectiveFrom)),
    versions(riverFields, (fields, effectiveFrom) => policy('river', effectiveFrom, fields)),
    versions(windowFields, (fields, effectiveFrom) => policy('attribution', effectiveFrom, fields)),
    touches,
    orderHistory('o-1'),
    orderHistory('o-2'),
    orderHistory('o-3'),
    riverOrder('o-4', { promotionCode: 'pc-1' }, [after(-1), T0, after(HOUR)]),
    // Somebody's part in another's sale is rare by chance alone, and so are sales that a click decides.
    fc.constant([
      touched({ touchId: 'cart', buyerKey: buyers[0]!, kind: 'cart', promotionCode: 'pc-2', occurredAt: after(-2) }),
      touched({ touchId: 'click', buyerKey: buyers[0]!, promotionCode: 'pc-3', occurredAt: after(-2) }),
      touched({
        touchId: 'on-brands',
        buyerKey: buyers[0]!,
        promotionCode: null,
        accountId: 'a-2',
        occurredAt: after(DAY - 1),
      }),
    ]),
    riverOrder('o-6', { surface: 'search' }, [after(1), after(DAY)]),
    riverOrder('o-5', { accountId: 'a-2' }, [after(1), after(DAY), after(2 * DAY), after(30 * DAY)]),
  )
  .map(parts => parts.flat());

export interface Arrival {
  /** Slices of facts, in the order in which they arrive; every fact at least once. */
  slices: Told[][];
  /** After which slices the due lines are worked off. */
  pauses: boolean[];
}

/** The same facts in any order, some of them twice, cut into slices anyhow. */
export const anyArrivalOf = (facts: readonly Told[]): fc.Arbitrary<Arrival> =>
  fc
    .tuple(
      fc.array(fc.nat(), { minLength: facts.length, maxLength: facts.length }),
      fc.array(fc.nat({ max: facts.length - 1 }), { maxLength: 5 }),
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: facts.length + 5, maxLength: facts.length + 5 }),
      fc.array(fc.boolean(), { minLength: facts.length + 5, maxLength: facts.length + 5 }),
    )
    .map(([ranks, again, sizes, pauses]) => {
      const shuffled = facts.map((fact, i) => ({ fact, rank: ranks[i]! })).sort((a, b) => a.rank - b.rank);
      const all = [...shuffled.map(each => each.fact), ...again.map(i => facts[i]!)];
      const slices: Told[][] = [];
      for (let start = 0, i = 0; start < all.length; start += sizes[i++]!)
        slices.push(all.slice(start, start + sizes[i]!));
      return { slices, pauses };
    });
