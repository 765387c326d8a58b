import { brandInForce, policyInForce, promoterInForce, type BrandVersion } from './facts';

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T00:00:00.000Z`;

describe('the facts in force', () => {
  const versions: BrandVersion[] = [
    { effectiveFrom: day(1), name: '青禾', techFeeBps: 300 },
    { effectiveFrom: day(9), shopScore: 480 },
    { effectiveFrom: day(5), techFeeBps: 200, name: '青禾家' }, // written last, backdated
  ];

  it('are those of the latest version that has them, a backdated one included', () => {
    expect(brandInForce(versions, day(10))).toEqual({
      name: '青禾家',
      joinedAt: null,
      techFeeBps: 200,
      shopScore: 480,
      supplyTier: 'none',
    });
    expect(brandInForce(versions, day(4))).toMatchObject({ name: '青禾', techFeeBps: 300, shopScore: 450 });
  });

  it('are the defaults before the first version, but never without a name', () => {
    expect(brandInForce([{ effectiveFrom: day(5), name: '青禾', shopScore: 10 }], day(1))).toEqual({
      name: '青禾',
      joinedAt: null,
      techFeeBps: 500,
      shopScore: 450,
      supplyTier: 'none',
    });
  });

  it('keep every buyer that was ever registered', () => {
    const keys = promoterInForce(
      [
        { effectiveFrom: day(1), name: '小满', kind: 'person', buyerKeys: ['b'] },
        { effectiveFrom: day(30), buyerKeys: ['a', 'b'] },
      ],
      day(2),
    );
    expect(keys).toEqual({ name: '小满', kind: 'person', reputation: 450, buyerKeys: ['a', 'b'] });
  });

  it('of a policy are field by field, and zero is a value', () => {
    const versions = [
      { effectiveFrom: day(1), liveHours: 0 },
      { effectiveFrom: day(3), linkHours: 10 },
    ];
    expect(policyInForce('attribution', versions, day(2))).toEqual({
      liveHours: 0,
      shortVideoHours: 72,
      showcaseHours: 72,
      linkHours: 360,
    });
    expect(policyInForce('attribution', versions, day(3)).linkHours).toBe(10);
  });
});
