import type { Caller, Role } from './caller';
import { requireParty } from './require-party';

const as = (role: Role, partyId: string | null): Caller => ({ clientId: 'c', role, partyId, personId: null });

describe('requireParty', () => {
  it("lets a party to its own, and staff to everyone's", () => {
    expect(() => requireParty(as('promoter', 'x-1'), 'promoter', 'x-1')).not.toThrow();
    for (const role of ['operator', 'finance', 'internal'] as const) {
      expect(() => requireParty(as(role, null), 'promoter', 'x-1')).not.toThrow();
    }
  });

  it.each([
    ['promoter', 'x-2'],
    ['brand', 'x-1'],
    ['promoter', null],
  ] as const)('answers a %s of %s as if there were none', (role, partyId) => {
    expect(() => requireParty(as(role, partyId), 'promoter', 'x-1')).toThrow(
      expect.objectContaining({ kind: 'absent', type: 'no-such-party' }),
    );
  });
});
