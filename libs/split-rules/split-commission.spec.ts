import fc from 'fast-check';
import { fen, LARGEST_FEN, sumFen } from '@chuanliu/money/fen';
import { portionsOf, splitCommission, type SaleParties, type Share } from './split-commission';
import { withoutPromoter } from './split-terms';
import { sale as workedExample, terms } from '@chuanliu/testing/worked-example';

const sale: SaleParties = { ...workedExample, assistantIds: ['pr-3', 'pr-2'] };

const told = (shares: Share[]) => Object.fromEntries(shares.map(s => [`${s.share}:${s.partyId ?? ''}`, s.amountFen]));

describe('the split of a sale', () => {
  it('divides 20,400 fen fen by fen as the rule book’s example does', () => {
    expect(told(splitCommission(fen(20_400), sale, terms))).toEqual({
      'promoter:pr-1': 2571,
      'assist:pr-2': 204,
      'assist:pr-3': 204,
      'agency:ag-1': 1101,
      'recruiter:re-1': 612,
      'second-recruiter:re-2': 408,
      'promotion-fee:': 0,
      'tech-fee:': 1020,
      'brand:br-1': 14_280,
    });
  });

  it('divides what a refund of 5,000 leaves as the example does', () => {
    expect(told(splitCommission(fen(15_400), sale, terms))).toEqual({
      'promoter:pr-1': 1941,
      'assist:pr-2': 154,
      'assist:pr-3': 154,
      'agency:ag-1': 831,
      'recruiter:re-1': 462,
      'second-recruiter:re-2': 308,
      'promotion-fee:': 0,
      'tech-fee:': 770,
      'brand:br-1': 10_780,
    });
  });

  it('gives the odd fen of the assists to whoever comes first in byte order', () => {
    const three = { ...sale, assistantIds: ['pr-b', 'pr-B', 'pr-a'] };
    const shares = splitCommission(fen(20_450), three, terms); // D = ⌊4090 × .1⌋ = 409 = 137 + 136 + 136
    expect(shares.filter(s => s.share === 'assist').map(s => [s.partyId, s.amountFen])).toEqual([
      ['pr-B', 137],
      ['pr-a', 136],
      ['pr-b', 136],
    ]);
  });

  it('takes the promotion fee out of the commission before assists and agency', () => {
    expect(portionsOf(fen(20_400), sale, { ...terms, promotionFeeBps: 1000 })).toEqual({
      commission: 4080,
      service: 1020,
      techFee: 1020,
      promotionFee: 408,
      assists: 367,
      agency: 991,
      secondService: 408,
    });
  });

  it('leaves the assist part with the winner when nobody assisted', () => {
    const alone = told(splitCommission(fen(20_400), { ...sale, assistantIds: [] }, terms));
    expect(alone['promoter:pr-1']).toBe(4080 - 1224);
    expect(alone['agency:ag-1']).toBe(1224);
  });

  it('takes no service fee for a pick that came through no activity', () => {
    const alone = { ...terms, recruiterId: null, secondRecruiterId: null };
    const shares = told(splitCommission(fen(20_400), sale, alone));
    expect(shares).not.toHaveProperty('recruiter:re-1');
    expect(shares['brand:br-1']).toBe(15_300);
  });

  it('names nobody but the brand and the platform when no promoter brought the sale', () => {
    for (const outcome of ['organic', 'self-broadcast'] as const) {
      const shares = splitCommission(
        fen(20_400),
        { brandId: 'br-1', outcome, promoterId: null, assistantIds: [] },
        withoutPromoter(500),
      );
      expect(told(shares)).toEqual({ 'tech-fee:': 1020, 'brand:br-1': 19_380 });
    }
  });

  it('refuses to hand out more than there is', () => {
    expect(() => splitCommission(fen(100), sale, { ...terms, commissionBps: 9000, serviceBps: 4000 })).toThrow(
      RangeError,
    );
  });
});

const anyTerms = fc
  .record({
    commissionBps: fc.integer({ min: 0, max: 9000 }),
    serviceBps: fc.integer({ min: 0, max: 4000 }),
    secondServiceBps: fc.integer({ min: 0, max: 4000 }),
    assistBps: fc.integer({ min: 0, max: 5000 }),
    techFeeBps: fc.integer({ min: 0, max: 1000 }),
    promotionFeeBps: fc.integer({ min: 0, max: 5000 }),
    agencyBps: fc.integer({ min: 0, max: 9000 }),
    recruiterId: fc.constantFrom(null, 're-1'),
    secondRecruiterId: fc.constantFrom(null, 're-1', 're-2'),
    agencyId: fc.constantFrom(null, 'ag-1'),
  })
  .map(rates => {
    const serviceBps = Math.min(rates.serviceBps, 9000 - rates.commissionBps);
    const secondServiceBps = Math.min(rates.secondServiceBps, serviceBps);
    return { ...rates, serviceBps, secondServiceBps, effectiveFrom: terms.effectiveFrom };
  });
const anySale = fc.record({
  brandId: fc.constant('br-1'),
  outcome: fc.constantFrom('distribution' as const, 'organic' as const),
  promoterId: fc.constant('pr-1'),
  assistantIds: fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9._:-]{1,6}$/), { maxLength: 7 }),
});
const anyBase = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: LARGEST_FEN }));

describe('whatever the terms, the parties and the base', () => {
  it('neither makes nor loses a fen, and leaves nobody with less than nothing', () => {
    fc.assert(
      fc.property(anyBase, anySale, anyTerms, (base, parties, rates) => {
        const shares = splitCommission(fen(base), parties, rates);
        expect(sumFen(shares.map(share => share.amountFen))).toBe(base);
        for (const { amountFen } of shares) expect(amountFen).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('gives no part more than its rate of what it is taken from', () => {
    fc.assert(
      fc.property(anyBase, anySale, anyTerms, (base, parties, rates) => {
        const exact = portionsOf(fen(base), parties, rates);
        const isPortion = (part: number, of: number, bps: number) => {
          const whole = BigInt(of) * BigInt(bps);
          return part === 0 || (BigInt(part) * 10_000n <= whole && (BigInt(part) + 1n) * 10_000n > whole);
        };
        const { commission: c, promotionFee: p, assists: d } = exact;
        expect(isPortion(c, base, rates.commissionBps)).toBe(true);
        expect(isPortion(exact.service, base, rates.serviceBps)).toBe(true);
        expect(isPortion(exact.techFee, base, rates.techFeeBps)).toBe(true);
        expect(isPortion(p, c, rates.promotionFeeBps)).toBe(true);
        expect(isPortion(d, c - p, rates.assistBps)).toBe(true);
        expect(isPortion(exact.agency, c - p - d, rates.agencyBps)).toBe(true);
        expect(isPortion(exact.secondService, base, rates.secondServiceBps)).toBe(true);
        expect(exact.secondService).toBeLessThanOrEqual(exact.service);
      }),
    );
  });

  it('parts assistants by one fen at most', () => {
    fc.assert(
      fc.property(anyBase, anySale, anyTerms, (base, parties, rates) => {
        const parts = splitCommission(fen(base), parties, rates).filter(share => share.share === 'assist');
        if (parts.length === 0) return;
        const amounts = parts.map(part => part.amountFen);
        expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1);
        expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
      }),
    );
  });
});
