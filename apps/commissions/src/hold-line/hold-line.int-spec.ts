import { CommissionsUnderTest } from '../../test/commissions-under-test';
import { aHold, aReceipt, aRefund, aSaleAttributed, nobodyBrought, someSettled } from '../../test/told-facts';

describe('a hold', () => {
  let service: CommissionsUnderTest;
  beforeAll(async () => {
    service = await CommissionsUnderTest.open();
  });
  afterAll(() => service.close());
  beforeEach(() => service.empty());

  const states = async () => [...new Set((await service.listed()).map(row => row.state))];
  const toldStates = async () => (await service.stateChanges()).map(event => event.lines[0]!.state);

  it('freezes its line, and lets it go back to what it would be without', async () => {
    await service.tell(aSaleAttributed({ ...nobodyBrought }));
    await service.tell(aHold(true));
    expect(await states()).toEqual(['frozen']);
    await service.tell(aReceipt('2026-11-09T00:00:00.000Z'));
    expect(await states()).toEqual(['frozen']);
    await service.tell(aHold(false, 2));
    expect(await states()).toEqual(['confirmed']);
    expect(await toldStates()).toEqual(['frozen', 'confirmed']);
    expect(await service.announcements()).toHaveLength(1);
  });

  it('that is older than what is known changes nothing', async () => {
    await service.tell(aSaleAttributed({ ...nobodyBrought }));
    await service.tell(aHold(false, 2));
    await service.tell(aHold(true, 1));
    expect(await states()).toEqual(['estimated']);
    expect(await toldStates()).toEqual([]);
  });

  it('is kept when it comes before its sale, whose split then says it', async () => {
    await service.tell(aHold(true));
    await service.tell(aSaleAttributed({ ...nobodyBrought }));
    expect(await states()).toEqual(['frozen']);
    expect((await service.announcements())[0]!.lines[0]!.state).toBe('frozen');
  });

  it('lies on its own line alone, and shows on nothing that is void or settled', async () => {
    const refunded = { ...nobodyBrought, lineNo: 2, refunds: [{ ...aRefund('r-1', 19_900), lineNo: 2 }] };
    await service.tell(aSaleAttributed({ ...nobodyBrought }), aSaleAttributed(refunded));
    await service.tell(aSaleAttributed({ ...nobodyBrought, lineNo: 3 }));
    await service.tell(someSettled({ lineNo: 3 }));
    await service.workOff();
    await service.tell(aHold(true, 1, 2), aHold(true, 1, 3));
    expect((await service.listed()).map(row => row.state)).toEqual(['estimated', 'void', 'settled']);
    expect((await service.explanations.ofOrder('shop', 'o-1')).lines.map(line => line.state)).toEqual([
      'estimated',
      'void',
      'settled',
    ]);
  });
});
