import { setTimeout as sleep } from 'node:timers/promises';
import type { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { seeded } from '../../deploy/replay/order-of-sending';
import type { Alliance } from './alliance';
import { deliverUntilTaken } from './webhook';

/** What is said at once: order events or touches in one webhook, or one late fact of the operator. */
export type Saying =
  | { events: object[] }
  | { touches: LoadTouch[] }
  | { put: string; body: object }
  | { pick: { promoterId: string; productId: string } };

interface LoadTouch {
  touchId: string;
  [field: string]: unknown;
}

const START = Date.parse('2026-10-01T00:00:00+08:00');
const at = (seconds: number): string => new Date(START + seconds * 1_000).toISOString();
const BEFORE = '2026-01-01T00:00:00+08:00';
const BUYERS = 25;

/** Two brands with two products each, three promoters, an agency; every id carries the round's name. @returns codes */
export async function castOfLoad(alliance: Alliance, round: string): Promise<string[]> {
  await alliance.put(`/v1/agencies/${round}ag`, { name: 'agency' });
  for (const n of [0, 1]) await alliance.brand(`${round}br-${n}`, { effectiveFrom: BEFORE, techFeeBps: 311 + n });
  for (const n of [0, 1, 2]) await alliance.promoter(`${round}pr-${n}`, { effectiveFrom: BEFORE });
  await alliance.put(`/v1/promoters/${round}pr-0/agency`, { agencyId: `${round}ag`, agencyBps: 2_999, from: BEFORE });
  for (const n of [0, 1, 2, 3]) {
    const commissionBps = 1_733 + 411 * n;
    await alliance.product(`${round}p-${n}`, `${round}br-${n >> 1}`, commissionBps);
    const plan = { commissionBps, assistBps: 1_111, effectiveFrom: BEFORE };
    await alliance.put(`/v1/products/${round}p-${n}/plans/open`, plan);
  }
  const first = await alliance.pick(`${round}pr-0`, `${round}p-0`, BEFORE);
  const second = await alliance.pick(`${round}pr-1`, `${round}p-2`, BEFORE);
  // Those who may assist: touches name them by their accounts.
  await alliance.pick(`${round}pr-1`, `${round}p-0`, BEFORE);
  await alliance.pick(`${round}pr-2`, `${round}p-2`, BEFORE);
  return [first.promotionCode, second.promotionCode];
}

/** An endless day of sales, the same for the same seed whatever the round is called: orders by code, by stream, by click and by nobody, touches before and after them, refunds, receipts, and now and then a fact that comes late. */
export function* sayings(seed: number, round: string, codes: string[]): Generator<Saying> {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const later: Array<{ due: number; event: object }> = [];
  let touches: LoadTouch[] = [];
  for (let i = 0, orders = 0; ; i++) {
    const late = lateFact(i, round, below);
    if (late) yield late;
    // Now and then a channel sends again what it has sent already.
    if (below(4) > 0) touches = Array.from({ length: 1 + below(5) }, (_, n) => touchOf(i, n, round, codes, below));
    if (touches.length > 0) yield { touches };
    const events: object[] = [];
    for (let n = 1 + below(4); n > 0; n--) {
      const orderId = `${round}o-${++orders}`;
      const brand = below(2);
      const lines = Array.from({ length: 1 + below(2) }, (_, index) => lineOf(index, brand, round, codes, below));
      const buyerId = below(5) === 0 ? undefined : `${round}buyer-${below(BUYERS)}`;
      const freightFen = below(3) === 0 ? below(1_200) : 0;
      events.push(paid({ orderId, buyerId, brandId: `${round}br-${brand}`, second: i, lines, freightFen, round }));
      // A refund or receipt may well be sent in the same request, or long after, and its order in any of both.
      for (let refunds = Math.max(0, below(5) - 2); refunds > 0; refunds--) {
        const line = lines[below(lines.length)]!;
        const refundFen = below(3) === 0 ? line.paidFen : below(line.paidFen + 1);
        const facts = { refundId: `r-${refunds}`, lineNo: line.lineNo, refundFen, transactionId: `tx-r-${orderId}` };
        later.push({
          due: i + below(12),
          event: {
            eventId: `r-${refunds}`,
            type: 'order-refunded',
            occurredAt: at(i + 7_000 + refunds),
            orderId,
            refund: facts,
          },
        });
      }
      if (below(5) < 2)
        later.push({
          due: i + below(12),
          event: { eventId: 'received', type: 'order-received', occurredAt: at(i + 90_000), orderId },
        });
    }
    for (const waiting of later.filter(one => one.due <= i)) events.push(waiting.event);
    for (let n = later.length - 1; n >= 0; n--) if (later[n]!.due <= i) later.splice(n, 1);
    if (below(4) === 0) events.reverse();
    yield { events };
  }
}

/** Facts that concern sales told before: a fee and an agency's share from then on, a pick that was there all along. */
function lateFact(i: number, round: string, below: (n: number) => number): Saying | undefined {
  if (i === 25) return { pick: { promoterId: `${round}pr-2`, productId: `${round}p-1` } };
  if (i % 40 !== 39) return undefined;
  const brandId = `${round}br-${below(2)}`;
  return { put: `/v1/brands/${brandId}`, body: { techFeeBps: below(900), effectiveFrom: at(i - 30.5) } };
}

interface LoadLine {
  lineNo: number;
  paidFen: number;
}

function lineOf(index: number, brand: number, round: string, codes: string[], below: (n: number) => number): LoadLine {
  const way = below(10);
  const second = below(2);
  const byCode = way < 6;
  const product = brand * 2 + (byCode ? 0 : second);
  const scene = byCode
    ? { surface: 'link', promotionCode: codes[brand] }
    : way < 8
      ? { surface: 'live', accountId: way === 6 ? `acc-${round}br-${brand}` : `acc-${round}pr-2` }
      : { surface: 'search' };
  return {
    lineNo: index + 1,
    productId: `${round}p-${product}`,
    quantity: 1,
    paidFen: 1 + below(40_000),
    platformSubsidyFen: below(3) === 0 ? below(700) : 0,
    scene,
  } as LoadLine;
}

/** A click or cart by one of few buyers, an hour before now or some seconds after: by a code, on a promoter's stream, on the brand's own. */
function touchOf(i: number, n: number, round: string, codes: string[], below: (n: number) => number): LoadTouch {
  const product = below(4);
  const brand = product >> 1;
  const way = below(8);
  const names =
    way < 5
      ? { promotionCode: codes[brand] }
      : { accountId: way < 7 ? `acc-${round}pr-${1 + below(2)}` : `acc-${round}br-${brand}` };
  return {
    touchId: `${round}t-${i}-${n}`,
    buyerId: `${round}buyer-${below(BUYERS)}`,
    productId: `${round}p-${product}`,
    kind: below(3) === 0 ? 'cart' : 'click',
    surface: below(2) === 0 ? 'link' : 'live',
    // A millisecond of its own: codes differ between rounds, so the greater touchId alone may decide between equals.
    occurredAt: at(i + 5 - below(3_600) + n / 1_000),
    ...names,
  };
}

interface LoadOrder {
  orderId: string;
  buyerId: string | undefined;
  brandId: string;
  second: number;
  lines: LoadLine[];
  freightFen: number;
  round: string;
}

function paid({ orderId, buyerId, brandId, second, lines, freightFen, round }: LoadOrder) {
  const paidAt = at(second);
  const payment = { channel: `${round}wechat`, transactionId: `tx-${orderId}`, freightFen };
  const order = { orderId, ...(buyerId && { buyerId }), brandId, orderedAt: paidAt, paidAt, payment, lines };
  return { eventId: 'paid', type: 'order-paid', occurredAt: paidAt, order };
}

export interface LoadOptions {
  seed: number;
  round: string;
  codes: string[];
  /** Asked before each saying; n counts those said. */
  goOn: (n: number) => boolean;
  /** How many sayings are under way at a time. */
  width: number;
  /** The most that a sender pauses between two sayings. */
  pauseMs: number;
}

/** Says one thing after another until told to stop; each is tried again until it is taken. @returns how many things were said, and the touches among them */
export async function runLoad(
  system: SystemUnderTest,
  alliance: Alliance,
  options: LoadOptions,
): Promise<{ said: number; touchIds: Set<string> }> {
  const { seed, round, codes, goOn, width, pauseMs } = options;
  const all = sayings(seed, round, codes);
  let said = 0;
  const touchIds = new Set<string>();
  const sender = async () => {
    while (goOn(said)) {
      const n = said++;
      const saying = all.next().value as Saying;
      if ('touches' in saying) for (const { touchId } of saying.touches) touchIds.add(touchId);
      await say(system, alliance, saying, `${round}w-${n}`);
      if (pauseMs > 0) await sleep(Math.random() * pauseMs);
    }
  };
  await Promise.all(Array.from({ length: width }, sender));
  return { said, touchIds };
}

async function say(system: SystemUnderTest, alliance: Alliance, saying: Saying, webhookId: string): Promise<void> {
  if ('events' in saying || 'touches' in saying) {
    const path = 'events' in saying ? '/v1/orders/events' : '/v1/touches';
    const { refused } = await deliverUntilTaken(system, { webhookId, body: JSON.stringify(saying) }, 90_000, path);
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
    return;
  }
  const write = () =>
    'put' in saying
      ? alliance.put(saying.put, saying.body)
      : alliance.pick(saying.pick.promoterId, saying.pick.productId, BEFORE);
  await untilDone(write);
}

/** Repeats what is harmless to repeat, for as long as a door may be away. */
export async function untilDone<T>(work: () => Promise<T>, timeoutMs = 60_000): Promise<T> {
  for (const until = Date.now() + timeoutMs; ; await sleep(200)) {
    try {
      return await work();
    } catch (fault) {
      if (Date.now() > until) throw fault;
    }
  }
}
