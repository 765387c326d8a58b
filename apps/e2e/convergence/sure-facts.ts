import { at, BEFORE, endOfPick, FIRST_PICKS, type Fact, type PickFact, type Round } from './round';

/** Made in every history, and by no chance otherwise. */
export const SURE_PICK: PickFact = { promoter: 1, product: 0, from: at(-9_000) };
/** Of the cast, since a pick that has ended would be made anew if it were asked for again. */
const ENDING = FIRST_PICKS[2]!;

/** What becomes of the orders that every history has, in the words of `fateOf`. */
export const sureFates = [
  'pr-0 by last-click, assisted by pr-1; won',
  'self-broadcast by last-click, brought back by pr-0; won',
  'pr-1 by carried-code, assisted by pr-0; won',
  'organic; promoter-suspended',
  'organic; code-ended',
  'organic',
  'pr-0 by carried-code; won',
  'self-broadcast by last-click, brought back by pr-0; won',
];

/**
 * What chance alone brings about too seldom, before everything that is drawn, so that nothing drawn concerns it: sales
 * decided by clicks, carts that assist, a return to the brand's stream, a suspension, an ended code,
 * windows that are narrow for an hour.
 */
export function sureFacts(round: Round): Fact[] {
  const { name, number } = round;
  const codeOf = (pick: Omit<PickFact, 'from'>) => ({ promotionCode: round.picked(pick).promotionCode });
  const touch = (minute: number, product: number, facts: () => Record<string, string>, buyer = 'sure'): Fact => ({
    name: `sure touch ${minute}`,
    touch: () => ({
      touchId: `${name}-sure${minute}`,
      buyerId: `${name}-${buyer}`,
      productId: `${name}-p-${product}`,
      occurredAt: at(minute),
      ...facts(),
    }),
  });
  const order = (n: number, minute: number, product: number, scene: () => object, buyer = 'sure'): Fact => ({
    name: `sure order ${n}`,
    picks: n === 2 ? [SURE_PICK] : [],
    event: () => ({
      eventId: 'paid',
      type: 'order-paid',
      occurredAt: at(minute),
      order: {
        orderId: `${name}-sure-${n}`,
        buyerId: `${name}-${buyer}`,
        brandId: `${name}-br-0`,
        orderedAt: at(minute),
        paidAt: at(minute),
        payment: { channel: 'wechat', transactionId: `tx-${name}-sure-${n}` },
        lines: [{ lineNo: 1, productId: `${name}-p-${product}`, quantity: 1, paidFen: 10_007 + n, scene: scene() }],
      },
    }),
  });
  const put = (path: string, body: object): Fact => ({
    name: `sure ${path}`,
    tell: alliance => alliance.put(path, body),
  });
  // Policies are everybody's: every round has an hour of its own.
  const hour = -32_000 - 100 * number;
  return [
    put('/v1/policies/attribution', { linkHours: 1, effectiveFrom: at(hour) }),
    put('/v1/policies/attribution', { linkHours: 360, effectiveFrom: at(hour + 60) }),
    touch(hour - 31, 0, () => codeOf({ promoter: 0, product: 0 }), 'hasty'),
    order(5, hour + 30, 0, () => ({ surface: 'search' }), 'hasty'),
    order(6, hour - 500, 0, () => ({ surface: 'link', ...codeOf({ promoter: 0, product: 0 }) }), 'back'),
    put('/v1/policies/river', { windowDays: 0, effectiveFrom: at(hour) }),
    put('/v1/policies/river', { windowDays: 30, effectiveFrom: at(hour + 40) }),
    touch(hour + 49, 1, () => ({ surface: 'live', accountId: `${name}-sure` }), 'back'),
    order(7, hour + 50, 1, () => ({ surface: 'search' }), 'back'),
    { name: 'sure pick', picks: [SURE_PICK] },
    put(`/v1/promoters/${name}-pr-2/suspensions/sure`, { from: at(-9_000), to: at(-8_000), reason: 'test' }),
    order(3, -8_500, 0, () => ({ surface: 'live', accountId: `acc-${name}-pr-2` })),
    endOfPick(round, ENDING, -7_000),
    order(4, -6_500, 0, () => ({ surface: 'link', ...codeOf(ENDING) })),
    touch(-4_200, 0, () => codeOf({ promoter: 0, product: 0 })),
    touch(-4_100, 0, () => ({ kind: 'cart', surface: 'live', accountId: `acc-${name}-pr-1` })),
    order(0, -4_000, 0, () => ({ surface: 'shelf' })),
    touch(-3_001, 1, () => ({ surface: 'live', accountId: `${name}-sure` })),
    order(1, -3_000, 1, () => ({ surface: 'search' })),
    order(2, -2_000, 0, () => ({ surface: 'link', ...codeOf(SURE_PICK) })),
    put(`/v1/accounts/${name}-sure`, { owner: { kind: 'brand', id: `${name}-br-0` }, effectiveFrom: BEFORE }),
  ];
}

/** All of these orders were received on one day, long before those that are drawn. */
export const sureReceipts = ({ name }: Round): Fact[] =>
  sureFates.map((_, n) => {
    const event = { eventId: 'received', type: 'order-received', occurredAt: at(-1_000), orderId: `${name}-sure-${n}` };
    return { name: `sure receipt ${n}`, event: () => event };
  });
