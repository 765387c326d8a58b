import type { Drawn } from './random-history';
import { at, endOfPick, FIRST_PICKS, nameOfPick, type Fact, type PickFact, type Round } from './round';
import { SURE_PICK, sureFacts } from './sure-facts';

/** The facts of a drawn history, in the order of their instants, and those of which every history is sure. */
export function factsOf(drawn: Drawn, round: Round): Fact[] {
  const picks = latePicksOf(drawn);
  return [
    ...sureFacts(round),
    ...drawn.orders.flatMap((order, n) => eventsOf(order, `${round.name}-o-${n}`, round, picks)),
    ...drawn.touches.map((touch, i) => touchOf(touch, i, drawn, round, picks)),
    ...picks.map(pick => ({ name: `late pick ${nameOfPick(pick)}`, picks: [pick] })),
    ...drawn.ends.map(({ pick, minute }) => endOfPick(round, FIRST_PICKS[pick]!, minute)),
    ...writesOf(drawn, round),
  ];
}

/** Picks told late. Of one that exists already, the instant would depend on which is told first. */
function latePicksOf(drawn: Drawn): PickFact[] {
  const taken = new Set([...FIRST_PICKS, SURE_PICK].map(nameOfPick));
  return once(drawn.latePicks, nameOfPick)
    .filter(pick => !taken.has(nameOfPick(pick)))
    .map(({ promoter, product, minute }) => ({ promoter, product, from: at(minute) }));
}

/** Dated facts that the operator writes. */
function writesOf(drawn: Drawn, { name: round, number }: Round): Fact[] {
  const facts: Fact[] = [];
  const put = (what: string, path: string, body: object) =>
    facts.push({ name: `${what} ${path} ${JSON.stringify(body)}`, tell: alliance => alliance.put(path, body) });

  for (const { account, owner, minute } of once(drawn.accounts, row => `${row.account}/${row.minute}`)) {
    const of =
      owner < 2 ? { kind: 'brand', id: `${round}-br-${owner}` } : { kind: 'promoter', id: `${round}-pr-${owner - 2}` };
    put('account', `/v1/accounts/${round}-late-${account}`, { owner: of, effectiveFrom: at(minute) });
  }
  drawn.suspensions.forEach(({ promoter, minute, minutes }, i) =>
    put('suspension', `/v1/promoters/${round}-pr-${promoter}/suspensions/s-${i}`, {
      from: at(minute),
      to: at(minute + minutes),
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
  // Policies are everybody's: the versions of one round stand for the later ones, so their instants must differ.
  const policies = { attribution: drawn.windows, river: drawn.rivers, fees: drawn.promotionFees };
  for (const [policy, versions] of Object.entries(policies)) {
    for (const { minute, ...fields } of once<{ minute: number }>(versions, row => String(row.minute)))
      put('policy', `/v1/policies/${policy}`, { ...fields, effectiveFrom: at(minute + (number + 1) / 60_000) });
  }
  return facts;
}

function once<T>(rows: readonly T[], nameOf: (row: T) => string): T[] {
  return [...new Map(rows.map(row => [nameOf(row), row])).values()];
}

function eventsOf(order: Drawn['orders'][number], orderId: string, round: Round, picks: PickFact[]): Fact[] {
  const paidAt = at(order.minute);
  const scenes = order.lines.map(({ way, product }) =>
    sceneOf(way, order.brand * 3 + product, order.brand, round, picks),
  );
  const needed = scenes.flatMap(({ pick }) => pick ?? []);
  const lines = order.lines.map((line, i) => ({
    lineNo: i + 1,
    productId: `${round.name}-p-${order.brand * 3 + line.product}`,
    quantity: 1,
    paidFen: line.paidFen,
    platformSubsidyFen: line.subsidyFen,
    scene: scenes[i]!.scene,
  }));
  const payment = (eventId: string, occurredAt: string, paidLines: typeof lines) => (): object => ({
    eventId,
    type: 'order-paid',
    occurredAt,
    order: {
      orderId,
      ...(order.buyer > 0 ? { buyerId: `${round.name}-buyer-${order.buyer}` } : {}),
      brandId: `${round.name}-br-${order.brand}`,
      orderedAt: paidAt,
      paidAt,
      payment: { channel: 'wechat', transactionId: `tx-${orderId}`, freightFen: order.freightFen },
      lines: paidLines.map(({ scene, ...line }) => ({ ...line, scene: scene() })),
    },
  });
  const refund = (index: number, eventId: string, minute: number, percent: number) => (): object => {
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
  const facts: Fact[] = [{ name: 'paid', picks: needed, event: payment('paid', paidAt, lines) }];
  order.refunds.forEach((one, i) =>
    facts.push({ name: 'refund', event: refund(i, `refund-${i}`, one.minute, one.percent) }),
  );
  if (order.received) {
    const received = { eventId: 'received', type: 'order-received', occurredAt: at(order.minute + 3_000), orderId };
    facts.push({ name: 'received', event: () => received });
  }
  if (order.conflict) {
    const { minute, addFen, dropLine } = order.conflict;
    const others = lines
      .map(line => ({ ...line, paidFen: line.paidFen + addFen }))
      .slice(dropLine && lines.length > 1 ? 1 : 0);
    const event = payment('paid-again', at(order.minute + minute), others);
    facts.push({ name: 'other payment', picks: needed, event });
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
  round: Round,
  picks: PickFact[],
): Fact {
  const order = drawn.orders[n % drawn.orders.length]!;
  const product = order.brand * 3 + order.lines[0]!.product;
  const { scene, pick } = sceneOf(way, product, order.brand, round, picks);
  const touch = {
    touchId: `${round.name}-t-${id}`,
    buyerId: `${round.name}-buyer-${order.buyer}`,
    productId: `${round.name}-p-${product}`,
    kind: KINDS[kind]!,
    // Never the same instant twice: codes differ between systems, so the hashes that would decide do too.
    occurredAt: at(order.minute - ago + index / 1_000),
  };
  return {
    name: `touch ${JSON.stringify({ ...touch, surface: SURFACES[surface], way })}`,
    picks: pick ? [pick] : [],
    touch: () => ({ ...touch, ...scene(), surface: SURFACES[surface]! }),
  };
}

/** Where something happened. A code is there once its pick is. */
function sceneOf(
  way: number,
  product: number,
  brand: number,
  round: Round,
  picks: PickFact[],
): { scene: () => Record<string, string>; pick?: PickFact } {
  const byCode = (pick: Omit<PickFact, 'from'>) => () => ({
    surface: 'link',
    promotionCode: round.picked(pick).promotionCode,
  });
  const onAccount = (surface: string, accountId: string) => ({ scene: () => ({ surface, accountId }) });
  switch (way) {
    case 0:
    case 1:
    case 2: {
      const first = FIRST_PICKS.find(pick => pick.product === product);
      return first ? { scene: byCode(first) } : onAccount('live', `acc-${round.name}-pr-${product % 3}`);
    }
    case 3:
      return onAccount('live', `acc-${round.name}-br-${brand}`);
    case 4:
      return onAccount('short_video', `${round.name}-late-0`);
    case 5:
      return onAccount('showcase', `${round.name}-late-1`);
    case 6:
      return { scene: () => ({ surface: 'link', promotionCode: 'pc-nobody' }) };
    case 7: {
      // Of the same product where there is one; else it is a code for another.
      const pick = picks.find(one => one.product === product) ?? picks[0];
      return pick ? { scene: byCode(pick), pick } : { scene: () => ({ surface: 'search' }) };
    }
    default:
      return { scene: () => ({ surface: 'search' }) };
  }
}
