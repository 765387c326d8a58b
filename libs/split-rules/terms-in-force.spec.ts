import { termsInForce, type DatedSale, type KnownRates, type PickTerms } from './terms-in-force';

const pickTerms = (effectiveFrom: string, commissionBps: number): PickTerms => ({
  effectiveFrom,
  commissionBps,
  assistBps: 0,
  serviceBps: 0,
  secondServiceBps: 0,
  recruiterId: null,
  secondRecruiterId: null,
});
const sale: DatedSale = {
  orderedAt: '2026-11-06T12:00:00.000Z',
  brandId: 'br-1',
  outcome: 'distribution',
  promoterId: 'pr-1',
  pickId: 'pi-1',
};
const nothingKnown: KnownRates = { ofPick: () => undefined, ofBrand: () => [], contractsOf: () => [], fees: [] };

describe('the terms in force', () => {
  it('are those of the pick at the instant of the order', () => {
    const series = [
      pickTerms('2026-11-01T00:00:00.000Z', 1000),
      pickTerms('2026-11-06T12:00:00.000Z', 2000),
      pickTerms('2026-11-06T12:00:00.001Z', 3000),
    ];
    expect(termsInForce(sale, { ...nothingKnown, ofPick: () => series })).toMatchObject({
      commissionBps: 2000,
      effectiveFrom: '2026-11-06T12:00:00.000Z',
      techFeeBps: 500,
      promotionFeeBps: 0,
      agencyId: null,
    });
  });

  it('are waited for while the pick, or its terms of that time, are not known here', () => {
    expect(termsInForce(sale, nothingKnown)).toBeUndefined();
    const later = [pickTerms('2026-12-01T00:00:00.000Z', 1000)];
    expect(termsInForce(sale, { ...nothingKnown, ofPick: () => later })).toBeUndefined();
  });

  it('are none where they have ended and no others have begun', () => {
    const ended = { ...pickTerms('2026-11-01T00:00:00.000Z', 1000), effectiveTo: '2026-11-06T12:00:00.000Z' };
    const series = [ended, pickTerms('2026-11-07T00:00:00.000Z', 2000)];
    const known = { ...nothingKnown, ofPick: () => series };
    expect(termsInForce(sale, known)).toBeUndefined();
    expect(termsInForce({ ...sale, orderedAt: '2026-11-06T11:59:59.999Z' }, known)).toMatchObject({
      commissionBps: 1000,
    });
    expect(termsInForce({ ...sale, orderedAt: '2026-11-07T00:00:00.000Z' }, known)).toMatchObject({
      commissionBps: 2000,
    });
  });

  it('take the agency whose contract held then, to the millisecond', () => {
    const known = {
      ...nothingKnown,
      ofPick: () => [pickTerms('2026-11-01T00:00:00.000Z', 1000)],
      contractsOf: () => [
        { from: '2026-01-01T00:00:00.000Z', to: '2026-11-06T12:00:00.000Z', agencyId: 'ag-old', agencyBps: 1000 },
        { from: '2026-11-06T12:00:00.000Z', to: null, agencyId: 'ag-new', agencyBps: 2000 },
      ],
    };
    expect(termsInForce(sale, known)).toMatchObject({ agencyId: 'ag-new', agencyBps: 2000 });
    expect(termsInForce({ ...sale, orderedAt: '2026-11-06T11:59:59.999Z' }, known)).toMatchObject({
      agencyId: 'ag-old',
    });
  });

  it('of a sale that nobody brought are the technical fee of its brand', () => {
    const known = {
      ...nothingKnown,
      ofBrand: () => [
        { effectiveFrom: '2026-01-01T00:00:00.000Z', techFeeBps: 300 },
        { effectiveFrom: '2026-12-01T00:00:00.000Z', techFeeBps: 100 },
      ],
    };
    const organic = { ...sale, outcome: 'organic' as const, promoterId: null, pickId: null };
    expect(termsInForce(organic, known)).toMatchObject({ techFeeBps: 300, commissionBps: 0, effectiveFrom: null });
  });
});
