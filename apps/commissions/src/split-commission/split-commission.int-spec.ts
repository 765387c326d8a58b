import { CommissionsUnderTest } from '../../test/commissions-under-test';
import { aContract, aPickKnown, aRefund, aSaleAttributed, nobodyBrought, someTerms } from '../../test/told-facts';

describe('splitting a sale', () => {
  let service: CommissionsUnderTest;
  beforeAll(async () => {
    service = await CommissionsUnderTest.open();
  });
  afterAll(() => service.close());
  beforeEach(() => service.empty());

  const earned = async () =>
    Object.fromEntries((await service.listed()).map(row => [`${row.party} ${row.share}`, row.estimatedFen]));
  const example = {
    'brand:br-1 brand': 14_280,
    'promoter:pr-1 promoter': 2571,
    'promoter:pr-2 assist': 204,
    'promoter:pr-3 assist': 204,
    'agency:ag-1 agency': 1101,
    'recruiter:re-1 recruiter': 612,
    'recruiter:re-2 second-recruiter': 408,
  };

  it('announces the example’s shares and lists them with everyone who earned', async () => {
    await service.tell(aPickKnown(), aContract());
    await service.tell(aSaleAttributed({ tag: '直播间A' }));

    const [split] = await service.announcements();
    expect(split).toMatchObject({ channelId: 'shop', orderId: 'o-1', brandId: 'br-1', paymentChannel: 'wechat' });
    expect(split!.lines).toHaveLength(1);
    expect(split!.lines[0]).toMatchObject({ lineNo: 1, revision: 1, decisionRevision: 1, outcome: 'distribution' });
    expect(split!.lines[0]!.steps).toHaveLength(1);
    expect(split!.lines[0]!.steps[0]!.shares).toContainEqual({ share: 'tech-fee', partyId: null, amountFen: 1020 });
    expect(await earned()).toEqual(example);
    const [row] = await service.listed();
    expect(row).toMatchObject({ state: 'estimated', outcome: 'distribution', baseFen: 20_400, tag: '直播间A' });
  });

  it('splits a sale once, though it is told twice', async () => {
    await service.tell(aPickKnown());
    await service.tell(aSaleAttributed(), aSaleAttributed());
    await service.tell(aSaleAttributed());
    expect(await service.count('outbox')).toBe(1);
    expect(await service.count('sale')).toBe(1);
  });

  it('keeps to the newest decision when an older one comes after it', async () => {
    await service.tell(aPickKnown());
    await service.tell(aSaleAttributed({ revision: 2, ...nobodyBrought }));
    await service.tell(aSaleAttributed({ revision: 1 }));
    expect(await earned()).toEqual({ 'brand:br-1 brand': 19_380 });
    expect(await service.count('outbox')).toBe(1);
  });

  it('waits for the terms of the pick, and says so in its progress, before anything is announced', async () => {
    await service.tell(aContract());
    await service.tell(aSaleAttributed());
    expect(await service.count('waiting_line')).toBe(1);
    expect(await service.count('outbox')).toBe(0);
    expect(await service.listed()).toEqual([]);

    await service.tell(aPickKnown());
    expect(await service.workOff()).toBe(1);
    expect(await service.count('waiting_line')).toBe(0);
    expect(await earned()).toEqual(example);
    expect((await service.announcements())[0]!.lines[0]!.revision).toBe(1);
  });

  it('waits too while the pick is known, but not its terms of that time', async () => {
    await service.tell(aPickKnown([someTerms('2026-11-20T00:00:00.000Z')]));
    await service.tell(aSaleAttributed());
    expect(await service.count('waiting_line')).toBe(1);
    const both = [someTerms('2026-11-01T00:00:00.000Z'), someTerms('2026-11-20T00:00:00.000Z')];
    await service.tell(aPickKnown(both, 2));
    await service.workOff();
    expect(await service.count('waiting_line')).toBe(0);
  });

  it('stops waiting when another decision needs no terms', async () => {
    await service.tell(aSaleAttributed());
    await service.tell(aSaleAttributed({ revision: 2, ...nobodyBrought }));
    expect(await service.count('waiting_line')).toBe(0);
    expect(await service.count('outbox')).toBe(1);
  });

  it('announces a refund as a further step, and takes back from everyone', async () => {
    await service.tell(aPickKnown(), aContract());
    await service.tell(aSaleAttributed());
    await service.tell(aSaleAttributed({ revision: 2, orderRevision: 2, refunds: [aRefund('r-1', 5000)] }));
    const last = (await service.announcements()).at(-1)!.lines[0]!;
    expect(last.steps.map(step => [step.refundId, step.baseFen])).toEqual([
      [null, 20_400],
      ['r-1', 15_400],
    ]);
    expect(await earned()).toEqual({
      'brand:br-1 brand': 10_780,
      'promoter:pr-1 promoter': 1941,
      'promoter:pr-2 assist': 154,
      'promoter:pr-3 assist': 154,
      'agency:ag-1 agency': 831,
      'recruiter:re-1 recruiter': 462,
      'recruiter:re-2 second-recruiter': 308,
    });
  });

  it('leaves everyone in the lists at 0, void, after a full refund', async () => {
    await service.tell(aPickKnown(), aContract());
    await service.tell(aSaleAttributed({ refunds: [aRefund('r-1', 19_900)] }));
    const rows = await service.listed();
    expect(rows).toHaveLength(7);
    for (const row of rows) expect(row).toMatchObject({ state: 'void', baseFen: 0, estimatedFen: 0 });
  });

  it('moves the rows when somebody else brought the sale after all', async () => {
    await service.tell(aPickKnown(), aPickKnown(undefined, 1, 'pi-9'), aContract());
    await service.tell(aSaleAttributed());
    await service.tell(aSaleAttributed({ revision: 2, promoterId: 'pr-9', pickId: 'pi-9', assistantIds: ['pr-1'] }));
    expect(await earned()).toEqual({
      'brand:br-1 brand': 14_280,
      'promoter:pr-9 promoter': 3672,
      'promoter:pr-1 assist': 408,
      'recruiter:re-1 recruiter': 612,
      'recruiter:re-2 second-recruiter': 408,
    });
    await service.tell(aSaleAttributed({ revision: 3, ...nobodyBrought }));
    expect(await earned()).toEqual({ 'brand:br-1 brand': 19_380 });
  });

  it('files the rows anew when another payment of the order comes into force', async () => {
    await service.tell(aPickKnown());
    await service.tell(aSaleAttributed());
    await service.tell(
      aSaleAttributed({ revision: 2, brandId: 'br-2', orderedAt: '2026-11-05T00:00:00.000Z', ...nobodyBrought }),
    );
    const rows = await service.listed();
    expect(rows.map(row => [row.party, row.orderedAt])).toEqual([['brand:br-2', '2026-11-05 00:00:00.000']]);
  });

  it('has nothing of a line that the payment in force lacks, and announces that', async () => {
    await service.tell(aPickKnown());
    await service.tell(aSaleAttributed());
    await service.tell(aSaleAttributed({ revision: 2, present: false, paidFen: 0, platformSubsidyFen: 0 }));
    expect(await service.listed()).toEqual([]);
    expect((await service.announcements()).at(-1)!.lines[0]).toMatchObject({ revision: 2, steps: [] });
  });

  it('announces a gift, and lists it with nobody', async () => {
    const gift = { ...nobodyBrought, outcome: 'void' as const, paidFen: 0, platformSubsidyFen: 0 };
    await service.tell(aSaleAttributed(gift));
    expect(await service.listed()).toEqual([]);
    expect((await service.announcements())[0]!.lines[0]!.steps).toMatchObject([{ baseFen: 0, shares: [] }]);
  });

  it('shows both parts of one recruiter in one row', async () => {
    await service.tell(aPickKnown([someTerms('2026-11-01T00:00:00.000Z', { secondRecruiterId: 're-1' })]));
    await service.tell(aSaleAttributed());
    expect(await earned()).toMatchObject({ 'recruiter:re-1 recruiter': 1020 });
  });

  it('tells the lines of an order in one event, and only those that changed', async () => {
    await service.tell(aSaleAttributed({ ...nobodyBrought }), aSaleAttributed({ ...nobodyBrought, lineNo: 2 }));
    await service.tell(
      aSaleAttributed({ ...nobodyBrought }),
      aSaleAttributed({ ...nobodyBrought, lineNo: 2, revision: 2 }),
    );
    const told = (await service.announcements()).map(split => split.lines.map(line => [line.lineNo, line.revision]));
    expect(told).toEqual([
      [
        [1, 1],
        [2, 1],
      ],
      [[2, 2]],
    ]);
  });
});
