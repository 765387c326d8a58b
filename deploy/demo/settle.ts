import { setTimeout as sleep } from 'node:timers/promises';
import type { BodyOf, ChuanliuClient, OrderEvent } from '@chuanliu/client';
import type { Installation } from '../client/installation';
import { agency, brands } from './alliance';
import { paid, received, refunded } from './orders';

const DAY_MS = 86_400_000;
/**
 * How many days ago all of it ended. A day that is settled closes the days before it too, and whoever tries the system
 * wants to settle days of their own.
 */
const ENDED_DAYS_AGO = 60;

/** So many days before the end, at noon in Shanghai. */
const noon = (before: number): string => new Date(Date.parse(`${businessDay(before)}T04:00:00.000Z`)).toISOString();

/** The business day so many days before the end, in Shanghai. */
const businessDay = (before: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - (ENDED_DAYS_AGO + before) * DAY_MS).toISOString().slice(0, 10);

const bailu = brands[1]!;

/**
 * Three weeks of trade with the shop that has the best score: received, and held the seven days that such a shop's
 * sales are held, so that there is something to settle.
 *
 * @param codes promotion codes by `promoter/product`
 */
export function trade(codes: Map<string, string>): OrderEvent[] {
  const [bowl, caddy] = [bailu.products[0]!, bailu.products[1]!];
  const sale = (n: number, promoterId: string, product: typeof bowl, before: number): OrderEvent[] => {
    const promotionCode = codes.get(`${promoterId}/${product.id}`)!;
    const line = { product, paidFen: product.priceFen - n, scene: { surface: 'live', promotionCode } as const };
    const orderId = `settled-${n}`;
    return [
      paid(orderId, bailu.id, `buyer-${n}`, noon(before), [line], n === 1 ? 800 : 0),
      received(orderId, noon(before - 3)),
    ];
  };
  return [
    ...sale(1, 'pr-alan', bowl, 20),
    ...sale(2, 'pr-alan', caddy, 19),
    ...sale(3, 'pr-laozhou', bowl, 19),
    ...sale(4, 'pr-laozhou', caddy, 18),
    ...sale(5, 'pr-laozhou', bowl, 14),
  ];
}

/** A refund of a sale that was settled: its next statement holds it as an adjustment. */
export const lateRefund = (): OrderEvent => refunded('settled-3', noon(1), 2_001);

/**
 * Two business days settled, one payout that arrived and one that came back, and a refund between them. A demonstration
 * that was cut short goes on where it was: days settle once, and nobody is paid twice.
 */
export async function settle(installation: Installation, send: (event: OrderEvent) => Promise<void>): Promise<void> {
  const finance = installation.as('finance-1');
  const settledBefore = (await finance.get('/v1/settlement-runs')).items.length;
  await knowPayees(installation.operator);
  await installation.untilQuiet(120_000);
  if (settledBefore < 1) await settleDay(finance, businessDay(8));
  await payOut(finance, { party: 'promoter:pr-laozhou' }, { result: 'confirmed', reference: 'bank-1001' });
  await payOut(
    finance,
    { party: `agency:${agency.id}`, invoiceNo: 'FP-2026-0001' },
    { result: 'failed', reference: 'bank-1002', reason: '户名与账号不符' },
  );
  await send(lateRefund());
  await installation.untilQuiet(120_000);
  if (settledBefore < 2) await settleDay(finance, businessDay(2));
}

async function knowPayees(operator: ChuanliuClient): Promise<void> {
  const payee = (partyId: string, payeeName: string) => ({
    params: { path: { partyId } },
    body: { payeeName, bankAccount: `6222${partyId.length}0000001234`, verified: true },
  });
  await operator.put('/v1/promoters/{partyId}/payee', payee('pr-laozhou', '周建国'));
  await operator.put('/v1/agencies/{partyId}/payee', payee(agency.id, '星河文化传媒有限公司'));
  await operator.put('/v1/brands/{partyId}/payee', payee(bailu.id, '白鹿瓷坊有限公司'));
}

async function settleDay(finance: ChuanliuClient, businessDate: string): Promise<void> {
  const { runId } = await finance.post('/v1/settlement-runs', { body: { businessDate } });
  for (const until = Date.now() + 120_000; Date.now() < until; await sleep(200)) {
    const run = await finance.get('/v1/settlement-runs/{runId}', { params: { path: { runId } } });
    if (run.state === 'done') return;
  }
  throw new Error(`the settlement of ${businessDate} was not done after two minutes`);
}

type Ending = Omit<BodyOf<'post', '/v1/payouts/{payoutId}/result'>, 'occurredAt'>;

async function payOut(finance: ChuanliuClient, payout: { party: string; invoiceNo?: string }, ending: Ending) {
  const before = await finance.get('/v1/payouts', { params: { query: { party: payout.party } } });
  const { payoutId, state } = before.items[0] ?? (await finance.post('/v1/payouts', { body: payout }));
  if (state !== 'sent') return;
  await finance.post('/v1/payouts/{payoutId}/result', {
    params: { path: { payoutId } },
    body: { ...ending, occurredAt: new Date().toISOString() },
  });
}
