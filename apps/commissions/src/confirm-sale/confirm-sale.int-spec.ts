import { CommissionsUnderTest } from '../../test/commissions-under-test';
import { aReceipt, aRefund, aSaleAttributed, nobodyBrought } from '../../test/told-facts';

jest.setTimeout(60_000);

describe('a receipt', () => {
  let service: CommissionsUnderTest;
  beforeAll(async () => {
    service = await CommissionsUnderTest.open();
  });
  afterAll(() => service.close());
  beforeEach(() => service.empty());

  const states = async () => [...new Set((await service.listed()).map(row => row.state))];

  it('confirms the sale, and announces nothing, since no amount moves', async () => {
    await service.tell(aSaleAttributed({ ...nobodyBrought }));
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z'));
    expect(await states()).toEqual(['confirmed']);
    expect(await service.count('outbox')).toBe(1);
  });

  it('is kept when it comes before its sale', async () => {
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z'));
    await service.tell(aSaleAttributed({ ...nobodyBrought }));
    expect(await states()).toEqual(['confirmed']);
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
