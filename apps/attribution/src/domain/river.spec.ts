import { createHash } from 'node:crypto';
import { fen } from '@chuanliu/money/fen';
import { baseAfter, baseAt } from './base';
import { expiryOf, impressionsFor, refusalOfGrant, sizesOf } from './grants';
import { isHeldOut, membershipAt, type BringingSale } from './membership';
import type { Refund } from './sale';

const PAID = '2026-11-01T00:00:00.000Z';
const ms = (instant: string, by: number) => new Date(Date.parse(instant) + by).toISOString();
const DAY = 86_400_000;

const aRefund = (occurredAt: string, refundFen: number, subsidyFen = 0): Refund => ({
  refundId: `r-${occurredAt}`,
  occurredAt,
  refundFen: fen(refundFen),
  subsidyFen: fen(subsidyFen),
  freightFen: fen(0),
  transactionId: null,
});

const bringing = (parts: Partial<BringingSale> = {}): BringingSale => ({
  channelId: 'ch-1',
  orderId: 'o-1',
  lineNo: 1,
  promoterId: 'pr-1',
  paidAt: PAID,
  paidFen: fen(10_000),
  platformSubsidyFen: fen(0),
  refunds: [],
  ...parts,
});

describe('the base', () => {
  it.each<[string, number, number, Refund[], number]>([
    ['nothing refunded', 19_900, 500, [], 20_400],
    ['a part refunded', 19_900, 500, [aRefund(PAID, 5_000)], 15_400],
    ['subsidy refunded', 19_900, 500, [aRefund(PAID, 5_000, 200)], 15_200],
    ['more subsidy refunded than given', 19_900, 500, [aRefund(PAID, 0, 900)], 19_900],
    ['all that was paid refunded: the subsidy goes too', 19_900, 500, [aRefund(PAID, 19_900)], 0],
    ['more refunded than was paid', 19_900, 500, [aRefund(PAID, 30_000)], 0],
    ['paid by the platform alone', 0, 500, [aRefund(PAID, 0, 100)], 400],
  ])('%s', (_, paid, subsidy, refunds, left) => {
    expect(baseAfter({ paidFen: fen(paid), platformSubsidyFen: fen(subsidy) }, refunds)).toBe(left);
  });

  it('as of an instant counts the refunds that had occurred by then', () => {
    const sale = bringing();
    const refunds = [aRefund(ms(PAID, 10), 4_000)];
    expect(baseAt(sale, refunds, ms(PAID, 9))).toBe(10_000);
    expect(baseAt(sale, refunds, ms(PAID, 10))).toBe(6_000);
  });
});

describe('membership', () => {
  const memberAt = (at: string, sales = [bringing()]) => membershipAt(sales, at, []) !== null;

  it('begins a millisecond after payment and ends with the window’s last millisecond', () => {
    expect(memberAt(PAID)).toBe(false);
    expect(memberAt(ms(PAID, 1))).toBe(true);
    expect(memberAt(ms(PAID, 30 * DAY))).toBe(true);
    expect(memberAt(ms(PAID, 30 * DAY + 1))).toBe(false);
  });

  it('says who brought the buyer, since when and until when', () => {
    expect(membershipAt([bringing()], ms(PAID, DAY), [])).toMatchObject({
      broughtBy: 'pr-1',
      since: PAID,
      until: '2026-12-01T00:00:00.000Z',
    });
  });

  it('uses the window in force at the instant asked for', () => {
    const policy = [{ effectiveFrom: ms(PAID, 5 * DAY), windowDays: 3 }];
    expect(membershipAt([bringing()], ms(PAID, 4 * DAY), policy)?.until).toBe(ms(PAID, 30 * DAY));
    expect(membershipAt([bringing()], ms(PAID, 5 * DAY), policy)).toBeNull();
  });

  it('ends with the refund that takes the base to nothing, not with a later look at an earlier instant', () => {
    const sales = [bringing({ refunds: [aRefund(ms(PAID, 2 * DAY), 10_000)] })];
    expect(memberAt(ms(PAID, 2 * DAY - 1), sales)).toBe(true);
    expect(memberAt(ms(PAID, 2 * DAY), sales)).toBe(false);
  });

  it('belongs to the latest sale, then the greater order, then the greater line; a refunded one steps back', () => {
    const at = ms(PAID, 3 * DAY);
    const later = ms(PAID, DAY);
    const by = (...sales: BringingSale[]) => membershipAt(sales, at, [])?.broughtBy;
    const first = bringing({ promoterId: 'first' });
    const second = bringing({ promoterId: 'second', paidAt: later });
    expect(by(first, second)).toBe('second');
    expect(by(second, first)).toBe('second');
    expect(by(second, bringing({ promoterId: 'greater', paidAt: later, orderId: 'o-2' }))).toBe('greater');
    expect(by(second, bringing({ promoterId: 'line 2', paidAt: later, lineNo: 2 }))).toBe('line 2');
    expect(by(first, { ...second, refunds: [aRefund(at, 10_000)] })).toBe('first');
    expect(by(first, { ...second, refunds: [aRefund(ms(at, 1), 10_000)] })).toBe('second');
  });
});

describe('the control group', () => {
  it('is drawn from salt, brand and buyer alone', () => {
    const buyers = Array.from({ length: 2_000 }, (_, i) => createHash('sha256').update(`${i}`).digest('hex'));
    const held = buyers.filter(buyer => isHeldOut('br-1', buyer, PAID, []));
    expect(held.length).toBeGreaterThan(150);
    expect(held.length).toBeLessThan(250);

    const [buyer] = buyers;
    const draw = parseInt(createHash('sha256').update(`chuanliu:br-1:${buyer}`).digest('hex').slice(0, 8), 16) % 10_000;
    const heldAt = (holdoutBps: number) => isHeldOut('br-1', buyer!, PAID, [{ effectiveFrom: PAID, holdoutBps }]);
    expect(heldAt(draw)).toBe(false);
    expect(heldAt(draw + 1)).toBe(true);
  });

  it('draws as sha256sum does', () => {
    // printf 'salt-1:br-1:aaaa' | sha256sum → 965c0b61…; 0x965c0b61 mod 10000 = 4625
    const heldAt = (holdoutBps: number) =>
      isHeldOut('br-1', 'aaaa', PAID, [{ effectiveFrom: PAID, salt: 'salt-1', holdoutBps }]);
    expect(heldAt(4_625)).toBe(false);
    expect(heldAt(4_626)).toBe(true);
  });

  it('changes with a policy only from its instant on', () => {
    const policy = [{ effectiveFrom: PAID, salt: 'salt-1', holdoutBps: 10_000 }];
    const nobody = [{ effectiveFrom: ms(PAID, -1), holdoutBps: 0 }];
    expect(isHeldOut('br-1', 'aaaa', PAID, [...nobody, ...policy])).toBe(true);
    expect(isHeldOut('br-1', 'aaaa', ms(PAID, -1), [...nobody, ...policy])).toBe(false);
  });
});

describe('traffic', () => {
  it('is 10 impressions a yuan for the brand and 5 for the promoter, rounded down', () => {
    expect(impressionsFor('brand', fen(20_400), PAID, [])).toBe(2_040);
    expect(impressionsFor('promoter', fen(20_400), PAID, [])).toBe(1_020);
    expect(impressionsFor('brand', fen(19), PAID, [])).toBe(1);
    expect(impressionsFor('promoter', fen(19), PAID, [])).toBe(0);
  });

  it('is earned at the rate in force when the sale was paid', () => {
    const policy = [
      { effectiveFrom: PAID, brandTrafficPerYuan: 20 },
      { effectiveFrom: ms(PAID, 1), brandTrafficPerYuan: 30 },
    ];
    expect(impressionsFor('brand', fen(100), ms(PAID, -1), policy)).toBe(10);
    expect(impressionsFor('brand', fen(100), PAID, policy)).toBe(20);
  });

  it.each([
    [420, 400, null],
    [419, 400, 'shop-score-too-low'],
    [420, 399, 'reputation-too-low'],
    [0, 0, 'shop-score-too-low'],
  ])('with shop score %i and reputation %i: %s', (shopScore, reputation, reason) => {
    expect(refusalOfGrant({ shopScore, reputation }, PAID, [])).toBe(reason);
  });

  it('expires 30 days after payment', () => {
    expect(expiryOf(PAID)).toBe('2026-12-01T00:00:00.000Z');
  });

  it('shrinks with each refund from its instant on; what was refunded before payment was never granted', () => {
    const refunds = [aRefund(ms(PAID, 20), 3_000), aRefund(ms(PAID, -1), 1_000), aRefund(ms(PAID, 10), 500)];
    expect(sizesOf('brand', bringing(), refunds, [])).toEqual([
      { from: PAID, impressions: 900 },
      { from: ms(PAID, 10), impressions: 850 },
      { from: ms(PAID, 20), impressions: 550 },
    ]);
  });
});
