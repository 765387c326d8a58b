import { faultsOfClient } from './clients.controller';

describe('a client', () => {
  it.each([
    [{ role: 'operator' }, []],
    [{ role: 'operator', partyId: 'br-1' }, ['/partyId']],
    [{ role: 'finance' }, ['/personId']],
    [{ role: 'finance', personId: 'p-1' }, []],
    [{ role: 'finance', partyId: 'br-1' }, ['/partyId', '/personId']],
    [{ role: 'brand' }, ['/partyId']],
    [{ role: 'promoter', partyId: 'pr-1' }, []],
    [{ role: 'agency', partyId: 'ag-1', personId: 'p-1' }, []],
  ] as const)('%j has its faults at %j', (client, pointers) => {
    expect(faultsOfClient(client).map(fault => fault.pointer)).toEqual(pointers);
  });
});
