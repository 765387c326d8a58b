import { CommissionsUnderTest } from '../../test/commissions-under-test';
import { aBrand, aPickKnown, aReceipt, aRefund, aSaleAttributed, nobodyBrought } from '../../test/told-facts';

describe('a receipt', () => {
  let service: CommissionsUnderTest;
  beforeAll(async () => {
    service = await CommissionsUnderTest.open();
  });
  afterAll(() => service.close());
  beforeEach(() => service.empty());

  const states = async () => [...new Set((await service.listed()).map(row => row.state))];

  it('confirms the sale and announces that with its shares, but no split, since no amount moves', async () => {
    await service.tell(aPickKnown());
    await service.tell(aSaleAttributed());
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z'));
    expect(await states()).toEqual(['confirmed']);
    expect(await service.announcements()).toHaveLength(1);
    expect(await service.stateChanges()).toEqual([
      {
        channelId: 'shop',
        orderId: 'o-1',
        brandId: 'br-1',
        lines: [
          {
            lineNo: 1,
            productId: 'p-1',
            outcome: 'distribution',
            state: 'confirmed',
            baseFen: 20_400,
            shares: [
              { share: 'brand', partyId: 'br-1', amountFen: 14_280 },
              { share: 'promoter', partyId: 'pr-1', amountFen: 3672 },
              { share: 'assist', partyId: 'pr-2', amountFen: 204 },
              { share: 'assist', partyId: 'pr-3', amountFen: 204 },
              { share: 'recruiter', partyId: 're-1', amountFen: 612 },
              { share: 'second-recruiter', partyId: 're-2', amountFen: 408 },
            ],
          },
        ],
      },
    ]);
  });

  it('is announced once, though it is told twice', async () => {
    await service.tell(aSaleAttributed({ ...nobodyBrought }));
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z'));
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z'));
    await service.tell(aReceipt('2026-11-09T01:00:00.000Z', 2));
    expect(await service.stateChanges()).toHaveLength(1);
  });

  it('confirms all lines of its order in one event, but for those with nothing left', async () => {
    const refunded = { ...nobodyBrought, lineNo: 2, refunds: [{ ...aRefund('r-1', 19_900), lineNo: 2 }] };
    await service.tell(aSaleAttributed({ ...nobodyBrought }), aSaleAttributed(refunded));
    await service.tell(aSaleAttributed({ ...nobodyBrought, lineNo: 3 }));
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z'));
    const told = (await service.stateChanges()).map(event => event.lines.map(line => [line.lineNo, line.state]));
    expect(told).toEqual([
      [
        [1, 'confirmed'],
        [3, 'confirmed'],
      ],
    ]);
  });

  it('is kept when it comes before its sale, whose split then says it', async () => {
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z'));
    await service.tell(aSaleAttributed({ ...nobodyBrought }));
    expect(await states()).toEqual(['confirmed']);
    expect((await service.announcements())[0]!.lines[0]).toMatchObject({ productId: 'p-1', state: 'confirmed' });
    expect(await service.stateChanges()).toEqual([]);
  });

  it('of a sale that waits for terms is said by the split, once it can be made', async () => {
    await service.tell(aSaleAttributed());
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z'));
    expect(await service.count('outbox')).toBe(0);
    await service.tell(aPickKnown());
    await service.workOff();
    expect((await service.announcements())[0]!.lines[0]).toMatchObject({ state: 'confirmed' });
  });

  it('does not make the same split be announced again', async () => {
    await service.tell(aSaleAttributed({ ...nobodyBrought }));
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z'));
    await service.tell(aBrand({ techFeeBps: 500 }));
    await service.workOff();
    expect(await service.announcements()).toHaveLength(1);
  });

  it('is withdrawn in an event as well', async () => {
    await service.tell(aSaleAttributed({ ...nobodyBrought }));
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z'));
    await service.tell(aReceipt(null, 2));
    expect((await service.stateChanges()).map(event => event.lines[0]!.state)).toEqual(['confirmed', 'estimated']);
  });

  it('that is no longer in force leaves the sale estimated; an older one changes nothing', async () => {
    await service.tell(aSaleAttributed({ ...nobodyBrought }));
    await service.tell(aReceipt(null, 3));
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z', 2));
    expect(await states()).toEqual(['estimated']);
  });

  it('cannot confirm a sale with nothing left', async () => {
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z'));
    await service.tell(aSaleAttributed({ ...nobodyBrought, refunds: [aRefund('r-1', 19_900)] }));
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z', 2));
    expect(await states()).toEqual(['void']);
    expect((await service.announcements())[0]!.lines[0]!.state).toBe('void');
    expect(await service.stateChanges()).toEqual([]);
  });

  it('and its sale find each other when two instances learn of them at once', async () => {
    for (let n = 0; n < 30; n++) {
      const orderId = `race-${n}`;
      await Promise.all([
        service.tell(aSaleAttributed({ ...nobodyBrought, orderId })),
        service.tell(aReceipt('2026-11-09T00:00:00.000Z', 1, orderId)),
      ]);
    }
    expect(await states()).toEqual(['confirmed']);
    expect(await service.listed()).toHaveLength(30);
  });
});
