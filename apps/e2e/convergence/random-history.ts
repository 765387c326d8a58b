import * as fc from 'fast-check';
import type { Alliance } from './alliance';

/** One thing that becomes known: an order event, or a write of the operator. Telling it twice tells nothing new. */
export interface Fact {
  name: string;
  /** Order events travel by the webhook, several at a time; the rest are calls. */
  event?: object;
  tell?: (alliance: Alliance) => Promise<unknown>;
}

/** A history as fast-check draws it: small numbers that become orders, refunds and dated facts of one round. */
export interface Drawn {
  orders: Array<{
    brand: number;
    buyer: number;
    minute: number;
    received: boolean;
    freightFen: number;
    lines: Array<{ product: number; paidFen: number; subsidyFen: number; way: number }>;
    refunds: Array<{ line: number; percent: number; minute: number; freightFen: number }>;
    /** Another payment of the same order with other contents: the smaller (occurredAt, hash) is in force. */
    conflict: null | { minute: number; addFen: number; dropLine: boolean };
    /** The first refund told again under its refundId with another amount. */
    refundConflict: null | { percent: number; minute: number };
  }>;
  /** Few ids, so that several contents go by one: the smaller (occurredAt, hash) is in force. */
  touches: Array<{ id: number; order: number; ago: number; kind: number; surface: number; way: number }>;
  latePicks: Array<{ promoter: number; product: number; minute: number }>;
  accounts: Array<{ account: number; owner: number; minute: number }>;
  suspensions: Array<{ promoter: number; minute: number; minutes: number }>;
  fees: Array<{ brand: number; minute: number; techFeeBps: number }>;
  scores: Array<{ brand: number; minute: number; shopScore: number }>;
  contracts: Array<{ promoter: number; minute: number; agencyBps: number }>;
  buyerIds: Array<{ promoter: number; buyer: number }>;
}

const upTo = (max: number) => fc.integer({ min: 0, max });
const amount = fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.constant(0));

export const drawnHistory: fc.Arbitrary<Drawn> = fc.record({
  orders: fc.array(
    fc.record({
      brand: upTo(1),
      buyer: upTo(4),
      minute: upTo(5_000),
      received: fc.boolean(),
      freightFen: fc.oneof(fc.constant(0), upTo(1_500)),
      lines: fc.array(
        fc.record({ product: upTo(2), paidFen: amount, subsidyFen: fc.oneof(fc.constant(0), upTo(900)), way: upTo(7) }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      refunds: fc.array(
        fc.record({
          line: upTo(3),
          percent: upTo(120),
          minute: upTo(9_000),
          freightFen: fc.oneof(fc.constant(0), upTo(500)),
        }),
        { maxLength: 3 },
      ),
      conflict: fc.option(
        // Never the same instant: codes differ between systems, so the hashes that would decide do too.
        fc.record({ minute: fc.constantFrom(-3, -2, -1, 1, 2, 3), addFen: upTo(777), dropLine: fc.boolean() }),
        { freq: 3 },
      ),
      refundConflict: fc.option(fc.record({ percent: upTo(100), minute: fc.integer({ min: -3, max: 3 }) }), {
        freq: 3,
      }),
    }),
    { minLength: 4, maxLength: 12 },
  ),
  touches: fc.array(
    fc.record({
      id: upTo(9),
      order: upTo(11),
      ago: fc.integer({ min: -200, max: 5_000 }),
      kind: upTo(3),
      surface: upTo(5),
      way: upTo(5),
    }),
    { maxLength: 14 },
  ),
  latePicks: fc.array(fc.record({ promoter: upTo(2), product: upTo(5), minute: upTo(4_000) }), { maxLength: 3 }),
  accounts: fc.array(fc.record({ account: upTo(1), owner: upTo(4), minute: upTo(5_000) }), { maxLength: 3 }),
  suspensions: fc.array(fc.record({ promoter: upTo(2), minute: upTo(5_000), minutes: upTo(2_000) }), { maxLength: 2 }),
  fees: fc.array(fc.record({ brand: upTo(1), minute: upTo(5_000), techFeeBps: upTo(1_000) }), { maxLength: 2 }),
  scores: fc.array(fc.record({ brand: upTo(1), minute: upTo(5_000), shopScore: fc.integer({ min: 400, max: 450 }) }), {
    maxLength: 2,
  }),
  contracts: fc.array(fc.record({ promoter: upTo(2), minute: upTo(5_000), agencyBps: upTo(9_000) }), { maxLength: 2 }),
  buyerIds: fc.array(fc.record({ promoter: upTo(2), buyer: upTo(4) }), { maxLength: 2 }),
});

/** 2026-10-01 in Shanghai, so many minutes later. */
const at = (minute: number): string =>
  new Date(Date.parse('2026-10-01T00:00:00+08:00') + minute * 60_000).toISOString();
const BEFORE = '2026-01-01T00:00:00+08:00';

/** The cast of a round: known to the system before its history is told, in any order. */
export async function cast(alliance: Alliance, round: string): Promise<Map<number, string>> {
  await alliance.put(`/v1/agencies/${round}-ag`, { name: 'agency' });
  for (const n of [0, 1]) await alliance.brand(`${round}-br-${n}`, { effectiveFrom: BEFORE });
  for (const n of [0, 1, 2]) await alliance.promoter(`${round}-pr-${n}`, { effectiveFrom: BEFORE });
  const codes = new Map<number, string>();
  for (let n = 0; n < 6; n++) {
    await alliance.product(`${round}-p-${n}`, `${round}-br-${Math.floor(n / 3)}`, 1_333 + 517 * n);
    // Half of the products promise assistants a part.
    await alliance.put(`/v1/products/${round}-p-${n}/plans/open`, {
      commissionBps: 1_333 + 517 * n,
      assistBps: n % 2 === 0 ? 700 : 0,
      effectiveFrom: BEFORE,
    });
    if (n % 3 === 0)
      codes.set(n, (await alliance.pick(`${round}-pr-${n / 3}`, `${round}-p-${n}`, BEFORE)).promotionCode);
  }
  return codes;
}

/** The facts of a drawn history, in the order of their instants. */
export function factsOf(drawn: Drawn, round: string, codes: Map<number, string>): Fact[] {
  const facts: Fact[] = drawn.orders.flatMap((order, n) => eventsOf(order, `${round}-o-${n}`, round, codes));
  drawn.touches.forEach((touch, i) => facts.push(touchOf(touch, i, drawn, round, codes)));
  const put = (name: string, path: string, body: object) =>
    facts.push({ name, tell: alliance => alliance.put(path, body) });
  const once = <T>(rows: T[], nameOf: (row: T) => string): T[] => [
    ...new Map(rows.map(row => [nameOf(row), row])).values(),
  ];

  for (const { promoter, product, minute } of once(drawn.latePicks, row => `${row.promoter}/${row.product}`)) {
    facts.push({
      name: 'late pick',
      tell: alliance => alliance.pick(`${round}-pr-${promoter}`, `${round}-p-${product}`, at(minute)),
    });
  }
  for (const { account, owner, minute } of once(drawn.accounts, row => `${row.account}/${row.minute}`)) {
    const of =
      owner < 2 ? { kind: 'brand', id: `${round}-br-${owner}` } : { kind: 'promoter', id: `${round}-pr-${owner - 2}` };
    put('account', `/v1/accounts/${round}-late-${account}`, { owner: of, effectiveFrom: at(minute) });
  }
  drawn.suspensions.forEach(({ promoter, minute, minutes }, i) =>
    put('suspension', `/v1/promoters/${round}-pr-${promoter}/suspensions/s-${i}`, {
      from: at(minute + 5_001),
      to: at(minute + 5_001 + minutes),
      reason: 'test',
    }),
  );
  for (const { brand, minute, techFeeBps } of once(drawn.fees, row => `${row.brand}/${row.minute}`)) {
    put('fee', `/v1/brands/${round}-br-${brand}`, { techFeeBps, effectiveFrom: at(minute) });
  }
  for (const { brand, minute, shopScore } of once(drawn.scores, row => `${row.brand}/${row.minute}`)) {
    put('score', `/v1/brands/${round}-br-${brand}`, { shopScore, effectiveFrom: at(minute + 0.5) });
  }
  for (const { promoter, minute, agencyBps } of once(drawn.contracts, row => String(row.promoter))) {
    put('contract', `/v1/promoters/${round}-pr-${promoter}/agency`, {
      agencyId: `${round}-ag`,
      agencyBps,
      from: at(minute),
    });
  }
  drawn.buyerIds.forEach(({ promoter, buyer }, i) =>
    put('buyer id', `/v1/promoters/${round}-pr-${promoter}`, {
      buyerIds: [`${round}-buyer-${buyer}`],
      effectiveFrom: at(6_000 + i),
    }),
  );
  return facts;
}

function eventsOf(order: Drawn['orders'][number], orderId: string, round: string, codes: Map<number, string>): Fact[] {
  const paidAt = at(order.minute);
  const lines = order.lines.map((line, i) => {
    const product = order.brand * 3 + line.product;
    return {
      lineNo: i + 1,
      productId: `${round}-p-${product}`,
      quantity: 1,
      paidFen: line.paidFen,
      platformSubsidyFen: line.subsidyFen,
      scene: sceneOf(line.way, product, order.brand, round, codes),
    };
  });
  const payment = (eventId: string, occurredAt: string, paidLines: object[]) => ({
    eventId,
    type: 'order-paid',
    occurredAt,
    order: {
      orderId,
      ...(order.buyer > 0 ? { buyerId: `${round}-buyer-${order.buyer}` } : {}),
      brandId: `${round}-br-${order.brand}`,
      orderedAt: paidAt,
      paidAt,
      payment: { channel: 'wechat', transactionId: `tx-${orderId}`, freightFen: order.freightFen },
      lines: paidLines,
    },
  });
  const refund = (index: number, eventId: string, minute: number, percent: number) => {
    const { line, freightFen } = order.refunds[index]!;
    const refundFen = Math.floor(((lines[line]?.paidFen ?? 1_000) * percent) / 100);
    const refundId = `r-${index}`;
    return {
      eventId,
      type: 'order-refunded',
      occurredAt: at(minute),
      orderId,
      refund: { refundId, lineNo: line + 1, refundFen, freightFen, subsidyFen: percent },
    };
  };
  const facts: Fact[] = [{ name: 'paid', event: payment('paid', paidAt, lines) }];
  order.refunds.forEach((one, i) =>
    facts.push({ name: 'refund', event: refund(i, `refund-${i}`, one.minute, one.percent) }),
  );
  if (order.received)
    facts.push({
      name: 'received',
      event: { eventId: 'received', type: 'order-received', occurredAt: at(order.minute + 3_000), orderId },
    });
  if (order.conflict) {
    const { minute, addFen, dropLine } = order.conflict;
    const others = lines
      .map(line => ({ ...line, paidFen: line.paidFen + addFen }))
      .slice(dropLine && lines.length > 1 ? 1 : 0);
    facts.push({ name: 'other payment', event: payment('paid-again', at(order.minute + minute), others) });
  }
  if (order.refundConflict && order.refunds[0]) {
    const { minute, percent } = order.refundConflict;
    facts.push({ name: 'other refund', event: refund(0, 'refund-0-again', order.refunds[0].minute + minute, percent) });
  }
  return facts;
}

const KINDS = ['click', 'click', 'cart', 'view'] as const;
const SURFACES = ['live', 'short_video', 'showcase', 'link', 'link', 'search'] as const;

/** A touch by the buyer of an order and of its first product, some time before it, or after. */
function touchOf(
  { id, order: n, ago, kind, surface, way }: Drawn['touches'][number],
  index: number,
  drawn: Drawn,
  round: string,
  codes: Map<number, string>,
): Fact {
  const order = drawn.orders[n % drawn.orders.length]!;
  const product = order.brand * 3 + order.lines[0]!.product;
  const { promotionCode, accountId } = sceneOf(way, product, order.brand, round, codes);
  const touch = {
    touchId: `${round}-t-${id}`,
    buyerId: `${round}-buyer-${order.buyer}`,
    productId: `${round}-p-${product}`,
    kind: KINDS[kind]!,
    surface: SURFACES[surface]!,
    // Never the same instant twice: codes differ between systems, so the hashes that would decide do too.
    occurredAt: at(order.minute - ago + index / 1_000),
    ...(promotionCode && { promotionCode }),
    ...(accountId && { accountId }),
  };
  return { name: `touch ${JSON.stringify(touch)}`, tell: alliance => alliance.touch(touch) };
}

function sceneOf(
  way: number,
  product: number,
  brand: number,
  round: string,
  codes: Map<number, string>,
): Record<string, string> {
  const code = codes.get(product);
  switch (way) {
    case 0:
    case 1:
    case 2:
      return code
        ? { surface: 'link', promotionCode: code }
        : { surface: 'live', accountId: `acc-${round}-pr-${product % 3}` };
    case 3:
      return { surface: 'live', accountId: `acc-${round}-br-${brand}` };
    case 4:
      return { surface: 'short_video', accountId: `${round}-late-0` };
    case 5:
      return { surface: 'showcase', accountId: `${round}-late-1` };
    case 6:
      return { surface: 'link', promotionCode: 'pc-nobody' };
    default:
      return { surface: 'search' };
  }
}
