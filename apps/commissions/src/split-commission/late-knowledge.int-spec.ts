import { CommissionsUnderTest } from '../../test/commissions-under-test';
import { aBrand, aContract, aPickKnown, aSaleAttributed, feesFrom, someTerms } from '../../test/told-facts';

describe('what becomes known after the sale', () => {
  let service: CommissionsUnderTest;
  beforeAll(async () => {
    service = await CommissionsUnderTest.open();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await service.empty();
    await service.tell(aPickKnown());
    await service.tell(aSaleAttributed({ assistantIds: [] }));
  });

  const share = async (party: string) => (await service.listed()).find(row => row.party === party)?.estimatedFen;

  it('backdated terms split the sale again', async () => {
    const terms = [someTerms('2026-11-01T00:00:00.000Z', { commissionBps: 3000 })];
    await service.tell(aPickKnown(terms, 2));
    expect(await service.workOff()).toBe(1);
    expect(await share('promoter:pr-1')).toBe(6120);
    expect((await service.announcements()).at(-1)!.lines[0]!.revision).toBe(2);
  });

  it('terms that begin later, and a pick that only ended, leave it alone', async () => {
    const later = [someTerms('2026-11-01T00:00:00.000Z'), someTerms('2026-11-07T00:00:00.000Z', { commissionBps: 1 })];
    await service.tell(aPickKnown(later, 2));
    await service.tell(aPickKnown(later, 3));
    expect(await service.count('due_line')).toBe(0);
  });

  it('an agency’s contract, and its end, count from their own instants', async () => {
    await service.tell(aContract());
    await service.workOff();
    expect(await share('agency:ag-1')).toBe(1224);

    await service.tell(aContract({ to: '2026-11-06T12:00:00.000Z', revision: 2 }));
    expect(await service.workOff()).toBe(1);
    expect(await share('agency:ag-1')).toBeUndefined();

    await service.tell(aContract({ to: '2026-11-01T12:00:00.000Z', revision: 3 }));
    expect(await service.count('due_line')).toBe(0); // The sale lies after both ends.
  });

  it('an agency that takes nothing is listed all the same, and is part of what the line is divided by', async () => {
    await service.tell(aContract({ agencyBps: 0 }));
    await service.workOff();
    expect(await share('agency:ag-1')).toBe(0);
    const [before, now] = (await service.announcements()).map(split => split.lines[0]!);
    expect(now!.steps).toEqual(before!.steps);
    expect(now!.basis).not.toBe(before!.basis);
  });

  it('the brand’s technical fee and the fee policy count from their own instants', async () => {
    await service.tell(aBrand({ techFeeBps: 100, effectiveFrom: '2026-11-06T12:00:00.000Z' }));
    await service.tell(feesFrom('2026-11-06T12:00:00.000Z', 1000));
    await service.workOff();
    expect(await share('brand:br-1')).toBe(20_400 - 4080 - 1020 - 204);
    expect(await share('promoter:pr-1')).toBe(4080 - 408);

    await service.tell(aBrand({ techFeeBps: 900, effectiveFrom: '2026-11-06T12:00:00.001Z' }));
    await service.tell(feesFrom('2026-11-06T12:00:00.001Z', 2000));
    expect(await service.workOff()).toBe(0);
  });

  it('a fact that changes no share is not announced', async () => {
    await service.tell(aBrand({ techFeeBps: 500 }));
    expect(await service.workOff()).toBe(1);
    expect(await service.count('outbox')).toBe(1);
  });

  it('terms that no sale can bear are refused', async () => {
    const unbearable = [someTerms('2026-11-01T00:00:00.000Z', { commissionBps: 9000 })];
    await expect(service.tell(aPickKnown(unbearable, 2))).rejects.toMatchObject({
      type: 'commissions/terms-exceed-sale',
    });
  });
});
