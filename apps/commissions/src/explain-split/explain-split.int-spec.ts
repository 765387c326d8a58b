import { CommissionsUnderTest } from '../../test/commissions-under-test';
import { aContract, aPickKnown, aRefund, aSaleAttributed, nobodyBrought } from '../../test/told-facts';

describe('the explanation of an order’s splits', () => {
  let service: CommissionsUnderTest;
  beforeAll(async () => {
    service = await CommissionsUnderTest.open();
  });
  afterAll(() => service.close());
  beforeEach(() => service.empty());

  it('shows rates, shares and formulas after the refunds so far', async () => {
    await service.tell(aPickKnown(), aContract());
    await service.tell(aSaleAttributed({ revision: 2, orderRevision: 3, refunds: [aRefund('r-1', 5000)] }));
    const { lines } = await service.explanations.ofOrder('shop', 'o-1');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      lineNo: 1,
      orderRevision: 3,
      decisionRevision: 2,
      revision: 1,
      outcome: 'distribution',
      promoterId: 'pr-1',
      terms: {
        commissionBps: 2000,
        serviceBps: 500,
        secondServiceBps: 200,
        techFeeBps: 500,
        promotionFeeBps: 0,
        assistBps: 1000,
        agencyBps: 3000,
        agencyId: 'ag-1',
        effectiveFrom: '2026-11-01T00:00:00.000Z',
      },
      baseFen: 15_400,
    });
    const shares = lines[0]!.shares;
    expect(shares.reduce((sum, share) => sum + share.amountFen, 0)).toBe(15_400);
    expect(shares).toContainEqual({
      share: 'agency',
      partyId: 'ag-1',
      amountFen: 831,
      formula: '⌊(3080 − 0 − 308) × 3000 / 10000⌋ = 831',
    });
  });

  it('has nothing but the fee to tell of a sale that nobody brought', async () => {
    await service.tell(aSaleAttributed({ ...nobodyBrought }));
    const { lines } = await service.explanations.ofOrder('shop', 'o-1');
    expect(lines[0]!.terms).toMatchObject({
      techFeeBps: 500,
      commissionBps: null,
      agencyId: null,
      effectiveFrom: null,
    });
    expect(lines[0]!.shares.map(share => [share.share, share.amountFen])).toEqual([
      ['tech-fee', 1020],
      ['brand', 19_380],
    ]);
  });

  it('admits that a line still waits for its terms', async () => {
    await service.tell(aSaleAttributed());
    const { lines } = await service.explanations.ofOrder('shop', 'o-1');
    expect(lines[0]).toMatchObject({ orderRevision: 0, decisionRevision: 0, revision: 0, terms: null, shares: [] });
  });

  it('knows gifts, and keeps the orders of two channels apart', async () => {
    const gift = { ...nobodyBrought, outcome: 'void' as const, paidFen: 0, platformSubsidyFen: 0 };
    await service.tell(aSaleAttributed(gift));
    const { lines } = await service.explanations.ofOrder('shop', 'o-1');
    expect(lines[0]).toMatchObject({ outcome: 'void', revision: 1, decisionRevision: 1, terms: null, shares: [] });
    expect(await service.explanations.ofOrder('shop-b', 'o-1')).toEqual({ lines: [] });
  });
});
