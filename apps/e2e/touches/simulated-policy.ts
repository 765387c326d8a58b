import type { Alliance } from '../alliance';
import { books } from '../books';

const PARTIES = ['promoters/pr-81', 'promoters/pr-82', 'promoters/pr-83', 'agencies/ag-8', 'brands/br-8'];
const at = (time: string) => `2026-10-20T${time}+08:00`;

interface Moved {
  id: string;
  beforeFen: number;
  afterFen: number;
  movedFen: number;
}

/** Another policy for a past day: what it would move, beside books that stay as they are. */
export function tellSimulatedPolicy(system: () => Alliance): void {
  let alliance: Alliance;

  beforeAll(async () => {
    alliance = system();
    await alliance.put('/v1/policies/fees', { promotionFeeBps: 7, effectiveFrom: '2026-10-01T00:00:00+08:00' });
    await alliance.put('/v1/agencies/ag-8', { name: 'ag-8' });
    await alliance.brand('br-8', { techFeeBps: 533 });
    for (const id of ['pr-81', 'pr-82', 'pr-83']) await alliance.promoter(id);
    const contract = { agencyId: 'ag-8', agencyBps: 2_999, from: '2026-01-01T00:00:00+08:00' };
    await alliance.put('/v1/promoters/pr-81/agency', contract);
    await alliance.product('p-8', 'br-8', 1_777);
    await alliance.put('/v1/products/p-8/plans/open', {
      commissionBps: 1_777,
      assistBps: 1_111,
      effectiveFrom: '2026-01-01T00:00:00+08:00',
    });
    const touches = { 'pr-81': '19:00:00', 'pr-82': '18:00:00', 'pr-83': '17:00:00' };
    for (const [id, time] of Object.entries(touches)) {
      const { promotionCode } = await alliance.pick(id, 'p-8');
      await alliance.touch({ touchId: id, buyerId: 'y', productId: 'p-8', promotionCode, occurredAt: at(time) });
    }
    const line = { productId: 'p-8', paidFen: 19_901, platformSubsidyFen: 333 };
    await alliance.send(alliance.paid('o-8', 'br-8', [line], { buyerId: 'y', at: at('20:00:00') }));
    await alliance.quiet();
  });

  /** Follows a simulation of that day to its end. */
  async function simulated(policy: object) {
    const day = { from: at('00:00:00'), to: '2026-10-21T00:00:00+08:00' };
    const asked = { ...day, policy };
    const { simulationId } = await alliance.post<{ simulationId: string }>(
      '/v1/attribution/simulations',
      asked,
      'finance-1',
    );
    const ofIt = `/v1/attribution/simulations/${simulationId}`;
    const progress = await alliance.calls.get<string>('finance-1', `${ofIt}/progress`);
    expect(progress.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(progress.body).toMatch(/data: {"state":"done","linesDone":1,"linesTotal":1}\n\n$/);
    const kinds = ['promoters', 'agencies', 'brands'].map(kind =>
      alliance.get<{ items: Moved[] }>(`${ofIt}/${kind}`, 'finance-1'),
    );
    const moved = new Map((await Promise.all(kinds)).flatMap(({ items }) => items).map(party => [party.id, party]));
    return { ofIt, parties: PARTIES.map(party => moved.get(party.split('/')[1]!)!) };
  }

  it('starts from what everybody has in the books, and moves nothing under the policy in force', async () => {
    const balances = PARTIES.map(party => alliance.get<{ pendingFen: number }>(`/v1/${party}/balance`, 'finance-1'));
    const pending = (await Promise.all(balances)).map(({ pendingFen }) => pendingFen);
    expect(pending).toEqual([2_237, 200, 199, 957, 15_561]);
    const { parties } = await simulated({});
    expect(parties.map(({ beforeFen, movedFen }) => [beforeFen, movedFen])).toEqual(pending.map(fen => [fen, 0]));
  });

  it('gives the assistants’ part to the winner and their agency where assists end', async () => {
    // C 3595, P 2; D 0 instead of 399: A ⌊3593 × .2999⌋ = 1077, promoter 3593 − 1077.
    const { parties } = await simulated({ assistBps: 0 });
    expect(parties.map(({ afterFen, movedFen }) => [afterFen, movedFen])).toEqual([
      [2_516, 279],
      [0, -200],
      [0, -199],
      [1_077, 120],
      [15_561, 0],
    ]);
  });

  it('gives the brand the whole commission where no click counts, and the books stay as they are', async () => {
    const before = await books(alliance);
    const { ofIt, parties } = await simulated({ linkHours: 0 });
    expect(parties.map(({ movedFen }) => movedFen)).toEqual([-2_237, -200, -199, -957, 3_595]);
    const { items } = await alliance.get<{ items: unknown[] }>(`${ofIt}/lines?party=platform`, 'finance-1');
    expect(items).toMatchObject([{ orderId: 'o-8', change: 'distribution-to-organic', movedFen: -2 }]);
    await alliance.quiet();
    expect(await books(alliance)).toEqual(before);
  });
}
