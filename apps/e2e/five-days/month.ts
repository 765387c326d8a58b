import { brandOfInvoice } from '../../../deploy/replay/alliance';
import type { Alliance } from '../alliance';
import type { OrderRead } from '../books';
import type { Finance, Interruption, Payout, Run, Verdict } from './finance';

/** A line that a promoter sold. */
export interface SoldLine {
  orderId: string;
  lineNo: number;
  baseFen: number;
  promoterId: string;
}

/** What the month did to whom. */
export interface Month {
  runs: Run[];
  firstPayouts: Verdict[];
  secondPayouts: Verdict[];
  /** All of them. */
  payouts: Payout[];
  /** Settled, then told to belong to nobody. */
  tooLate: SoldLine;
  /** Its promoter is a company. */
  company: string;
  /** Given money by two people; the first payout to them fails. */
  unlucky: string;
  held: SoldLine;
}

export const GIVEN_FEN = 1_000_000;

/** Brands of these replays by how long their orders are held: 15, 7 and 20 days. */
const scores = { unscored: 450, well: 470, badly: 390 };
const holdOf = (brandId: string) => (['unscored', 'well', 'badly'] as const)[Number(brandId.slice(3)) % 3]!;

/** The calendar of the replay: `day(0)` is the first day of the files. */
export class Calendar {
  constructor(private readonly first: string) {}

  day(n: number): string {
    return new Date(Date.parse(`${this.first}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
  }

  at(n: number, time: string): string {
    return `${this.day(n)}T${time}+08:00`;
  }
}

/** Before the month is settled: scores and newcomers become known, and everybody's payee. */
export async function prepareMonth(alliance: Alliance, calendar: Calendar, company: string): Promise<void> {
  const [brands, promoters] = [1, 1].map(() => Array.from({ length: 12 }, (_, n) => n + 1)) as [number[], number[]];
  const effectiveFrom = calendar.at(-30, '00:00:00');
  for (const n of brands) {
    const newcomer = n % 5 === 1 ? { joinedAt: calendar.at(-20, '00:00:00') } : {};
    const shopScore = scores[holdOf(`br-${n}`)];
    await alliance.put(`/v1/brands/br-${n}`, { name: `br-${n}`, shopScore, effectiveFrom, ...newcomer });
    await alliance.put(`/v1/brands/br-${n}/payee`, payee(`br-${n}`));
  }
  for (const n of promoters) await alliance.put(`/v1/promoters/pr-${n}/payee`, payee(`pr-${n}`));
  await alliance.put('/v1/agencies/ag-1/payee', payee('ag-1'));
  await alliance.put(`/v1/promoters/${company}`, { name: company, kind: 'company', effectiveFrom });
  const programme = { joinedFrom: calendar.day(-25), joinedTo: calendar.day(-10), quotaFen: 9_999 };
  await alliance.put('/v1/policies/newcomer', { ...programme, effectiveFrom });
}

/**
 * A month of settling what was sold in five days and received five days later: brands with a good score after 7 days, then
 * those without one after 15, then the others after 20. Refunds come before a line is settled, after, while it is being
 * settled, and after it was paid out; a hold, an adjustment, a payout that fails, and a fact that comes too late.
 *
 * @param interrupt called in the middle of the greatest run and of a batch of payouts
 */
export async function settleMonth(
  finance: Finance,
  calendar: Calendar,
  orders: Record<string, Pick<OrderRead, 'lines'>>,
  interrupt?: Interruption,
): Promise<Month> {
  const { alliance } = finance;
  const sold = soldLines(orders);
  const [tooLate, held, refunded, ...others] = distinctOrders(
    sold.filter(({ orderId }) => heldFor(orderId) === 'well'),
  );
  // A company is paid by the first one's rules, a person by this one's.
  const returned = others.find(({ promoterId }) => promoterId !== tooLate?.promoterId);
  const waiting = distinctOrders(sold.filter(({ orderId }) => heldFor(orderId) === 'unscored'));
  if (!tooLate || !held || !refunded || !returned || waiting.length < 3)
    throw new Error(`the files sell too little: ${JSON.stringify(sold)}`);
  const company = tooLate.promoterId;
  const unlucky = returned.promoterId;

  await prepareMonth(alliance, calendar, company);
  const refund = (line: SoldLine, refundId: string, refundFen: number, at: string) =>
    alliance.send(alliance.refunded(line.orderId, refundId, refundFen, { lineNo: line.lineNo, at }));
  await refund(waiting[0]!, 'before', 101, calendar.at(11, '10:00:00'));
  await alliance.quiet();
  await holdLine(alliance, held, true);

  const runs: Run[] = [];
  const settle = async (...days: number[]) => {
    await alliance.quiet(); // What was told before belongs to the first of them.
    for (const n of days) runs.push(await finance.settle(calendar.day(n)));
  };
  await settle(12, 13, 14, 15);
  await refund(refunded, 'after', 99, calendar.at(16, '09:00:00'));
  await settle(16, 17);

  await adjust(alliance, unlucky, calendar.at(17, '12:00:00'));
  const firstPayouts = await finance.payEverybody(calendar.at(17, '20:00:00'));
  await payCompany(alliance, company, calendar.at(17, '20:30:00'));
  for (const { payoutId, party } of await finance.payouts()) {
    const result = party === `promoter:${unlucky}` ? 'failed' : 'confirmed';
    await finance.result(payoutId, result, calendar.at(18, '09:00:00'));
  }

  await refund(returned, 'paid-out', returned.baseFen, calendar.at(18, '15:00:00'));
  await holdLine(alliance, held, false);
  await settle(18);
  // Whoever sold on the first day was suspended on that day: nobody had said so.
  const suspension = { from: calendar.at(0, '00:00:00'), to: calendar.at(1, '00:00:00'), reason: '虚假宣传' };
  await alliance.put(`/v1/promoters/${company}/suspensions/late`, suspension);
  await settle(19);
  await refund(tooLate, 'too-late', 333, calendar.at(19, '15:00:00'));

  // Nobody settled for some days: one run takes them all.
  await alliance.quiet();
  const meanwhile = () =>
    Promise.all([
      refund(waiting[1]!, 'meanwhile', 77, calendar.at(25, '23:00:00')),
      refund(waiting[2]!, 'meanwhile', waiting[2]!.baseFen, calendar.at(26, '01:00:00')),
    ]);
  runs.push(await finance.settle(calendar.day(25), meanwhile, interrupt));
  await settle(26, 27, 28, 29, 30);
  const secondPayouts = await finance.payEverybody(calendar.at(30, '20:00:00'), interrupt);
  const sent = (await finance.payouts()).filter(({ state }) => state === 'sent');
  for (const { payoutId } of sent) await finance.result(payoutId, 'confirmed', calendar.at(31, '09:00:00'));
  await settle(31);
  return { payouts: await finance.payouts(), runs, firstPayouts, secondPayouts, tooLate, company, unlucky, held };
}

const heldFor = (orderId: string) => holdOf(brandOfInvoice(orderId));

/** Lines that a promoter sold, in the order of their numbers. */
function soldLines(orders: Record<string, Pick<OrderRead, 'lines'>>): SoldLine[] {
  return Object.entries(orders)
    .flatMap(([orderId, { lines }]) =>
      lines.flatMap(({ lineNo, baseFen, promoterId, outcome }) =>
        outcome === 'distribution' && baseFen > 500 ? [{ orderId, lineNo, baseFen, promoterId: promoterId! }] : [],
      ),
    )
    .sort((a, b) => (a.orderId < b.orderId ? -1 : a.orderId > b.orderId ? 1 : a.lineNo - b.lineNo));
}

function distinctOrders(lines: readonly SoldLine[]): SoldLine[] {
  return [...new Map(lines.map(line => [line.orderId, line])).values()];
}

async function holdLine({ calls }: Alliance, { orderId, lineNo }: SoldLine, isHeld: boolean): Promise<void> {
  const path = `/v1/orders/${orderId}/lines/${lineNo}/hold`;
  const { status } = isHeld
    ? await calls.put('finance-1', path, { reason: '买家投诉' })
    : await calls.delete('finance-1', path);
  expect(status).toBe(isHeld ? 200 : 204);
}

/** Money by hand: one person proposes it, another approves. */
async function adjust(alliance: Alliance, promoterId: string, occurredAt: string): Promise<void> {
  const lines = [
    { account: 'expense:co-marketing', debitFen: GIVEN_FEN },
    { account: `liability:promoter:${promoterId}:available`, creditFen: GIVEN_FEN },
  ];
  const proposal = { lines, reason: '直播专场奖励', occurredAt };
  const { adjustmentId } = await alliance.post<{ adjustmentId: string }>('/v1/adjustments', proposal, 'finance-1');
  const path = `/v1/adjustments/${adjustmentId}/approval`;
  const own = await alliance.calls.post<{ type: string }>('finance-1', path, {});
  expect([own.status, own.body.type]).toEqual([403, '/problems/settlement/second-person-required']);
  // Another client of the same person is the same person.
  const secondClient = await alliance.post<{ clientId: string; clientSecret: string }>('/v1/clients', {
    role: 'finance',
    personId: 'person-finance-1',
  });
  alliance.calls.introduce('finance-1 again', secondClient);
  const again = await alliance.calls.post<{ type: string }>('finance-1 again', path, {});
  expect([again.status, again.body.type]).toEqual([403, '/problems/settlement/second-person-required']);
  await alliance.post(path, {}, 'finance-2');
}

/** A company is paid for an invoice, and not without. */
async function payCompany(alliance: Alliance, company: string, sentAt: string): Promise<void> {
  const ask = { party: `promoter:${company}`, sentAt };
  const refusal = await alliance.calls.post<{ type: string }>('finance-1', '/v1/payouts', ask);
  expect([refusal.status, refusal.body.type]).toEqual([422, '/problems/settlement/invoice-required']);
  const paid = await alliance.post<{ taxFen: number }>('/v1/payouts', { ...ask, invoiceNo: 'FP-2011-03' }, 'finance-1');
  expect(paid.taxFen).toBe(0);
}

const payee = (id: string) => ({ payeeName: id, bankAccount: `6222-${id}`, verified: true });
