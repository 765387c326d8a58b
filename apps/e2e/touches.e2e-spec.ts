import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { Alliance } from './alliance';
import { books, salesOf, sharesOf, type Explanation } from './books';

jest.setTimeout(180_000);

describe('touches, from the buyer’s click to the books', () => {
  let system: SystemUnderTest;
  let alliance: Alliance;

  beforeAll(async () => {
    system = await SystemUnderTest.start();
    alliance = new Alliance(system);
  });
  afterAll(() => system?.stop());

  const explained = async (orderId: string) => {
    const { complete, lines } = await alliance.get<Explanation>(`/v1/orders/${orderId}/explanation`);
    expect(complete).toBe(true);
    return lines[0]!;
  };

  describe('two who helped', () => {
    const parties = ['promoters/pr-1', 'promoters/pr-2', 'promoters/pr-3', 'agencies/ag-1', 'brands/br-1'];
    const pending = async () => {
      const balances = parties.map(party => alliance.get<{ pendingFen: number }>(`/v1/${party}/balance`, 'finance-1'));
      return (await Promise.all(balances)).map(({ pendingFen }) => pendingFen);
    };
    const listed = async () => {
      const rows = await Promise.all(parties.map(party => salesOf(alliance, party)));
      return rows.map(([row]) => [row!.share, row!.estimatedFen]);
    };

    beforeAll(async () => {
      await alliance.put('/v1/agencies/ag-1', { name: 'ag-1' });
      await alliance.brand('br-1', { techFeeBps: 500 });
      for (const id of ['pr-1', 'pr-2', 'pr-3']) await alliance.promoter(id);
      const contract = { agencyId: 'ag-1', agencyBps: 3_000, from: '2026-01-01T00:00:00+08:00' };
      await alliance.put('/v1/promoters/pr-1/agency', contract);
      await alliance.product('p-1', 'br-1', 2_000);
      await alliance.put('/v1/products/p-1/plans/open', {
        commissionBps: 2_000,
        assistBps: 1_000,
        effectiveFrom: '2026-01-01T00:00:00+08:00',
      });
      const winner = await alliance.pick('pr-1', 'p-1');
      const second = await alliance.pick('pr-2', 'p-1');
      await alliance.pick('pr-3', 'p-1');
      const at = (time: string) => `2026-11-06T${time}+08:00`;
      await alliance.touch(
        { touchId: 't-1', productId: 'p-1', promotionCode: winner.promotionCode, occurredAt: at('19:00:00') },
        { touchId: 't-2', productId: 'p-1', promotionCode: second.promotionCode, occurredAt: at('18:00:00') },
        {
          touchId: 't-3',
          productId: 'p-1',
          accountId: 'acc-pr-3',
          kind: 'cart',
          surface: 'live',
          occurredAt: at('09:00:00'),
        },
      );
      const line = { productId: 'p-1', paidFen: 19_900, platformSubsidyFen: 500 };
      await alliance.send(alliance.paid('o-1', 'br-1', [line], { buyerId: 'x' }));
      await alliance.quiet();
    });

    it('share what the winner’s terms promise them, in order, sales lists and balances alike', async () => {
      expect(await sharesOf(alliance, 'o-1')).toEqual({
        'promoter pr-1': 2_571,
        'assist pr-2': 204,
        'assist pr-3': 204,
        'agency ag-1': 1_101,
        'tech-fee': 1_020,
        'brand br-1': 15_300,
      });
      expect(await listed()).toEqual([
        ['promoter', 2_571],
        ['assist', 204],
        ['assist', 204],
        ['agency', 1_101],
        ['brand', 15_300],
      ]);
      expect(await pending()).toEqual([2_571, 204, 204, 1_101, 15_300]);
      await books(alliance);
    });

    it('are told in the explanation, which ends its candidates with the winner', async () => {
      const { rule, candidates, shares } = await explained('o-1');
      expect(rule).toBe('last-click');
      expect(candidates).toMatchObject([
        {
          rule: 'last-click',
          touchId: 't-1',
          occurredAt: '2026-11-06T11:00:00.000Z',
          promoterId: 'pr-1',
          verdict: 'won',
        },
      ]);
      expect(shares.find(({ partyId }) => partyId === 'pr-2')).toMatchObject({ share: 'assist', amountFen: 204 });

      const helper = await alliance.clientOf('promoter', 'pr-2');
      const { lines } = await alliance.get<Explanation>('/v1/orders/o-1/explanation', helper);
      expect(lines[0]).toMatchObject({
        promoterId: null,
        candidates: [],
        shares: [{ share: 'assist', amountFen: 204 }],
      });
      expect(JSON.stringify(lines)).not.toMatch(/pr-1|pr-3|ag-1/);
    });

    it('give back of a refund as everyone does, and all of it of the full one', async () => {
      await alliance.send(alliance.refunded('o-1', 'r-1', 5_000));
      await alliance.quiet();
      expect(await sharesOf(alliance, 'o-1')).toEqual({
        'promoter pr-1': 1_941,
        'assist pr-2': 154,
        'assist pr-3': 154,
        'agency ag-1': 831,
        'tech-fee': 770,
        'brand br-1': 11_550,
      });
      expect(await pending()).toEqual([1_941, 154, 154, 831, 11_550]);
      expect((await listed()).map(([, amount]) => amount)).toEqual([1_941, 154, 154, 831, 11_550]);

      await alliance.send(alliance.refunded('o-1', 'r-2', 14_900));
      await alliance.quiet();
      expect(await sharesOf(alliance, 'o-1')).toEqual({});
      expect(await pending()).toEqual([0, 0, 0, 0, 0]);
      expect((await listed()).map(([, amount]) => amount)).toEqual([0, 0, 0, 0, 0]);
      expect(await books(alliance)).toEqual({});
    });
  });

  describe('a sale that nobody brought', () => {
    type Step = () => Promise<unknown>;

    /** The cast of one telling, and what becomes known of its sale. */
    const story = async (round: string) => {
      const [brand, product] = [`${round}-br`, `${round}-p`];
      await alliance.put(`/v1/brands/${brand}`, { name: brand });
      for (const id of ['a', 'b']) await alliance.promoter(`${round}-${id}`);
      await alliance.product(product, brand, 2_000);
      const codes = await Promise.all(
        ['a', 'b'].map(async id => (await alliance.pick(`${round}-${id}`, product)).promotionCode),
      );
      const touch = (touchId: string, facts: Record<string, string>) => () =>
        alliance.touch({ touchId: `${round}-${touchId}`, productId: product, buyerId: `${round}-x`, ...facts });
      const line = { productId: product, paidFen: 10_000 };
      const steps: Record<'sale' | 'clickA' | 'clickB' | 'clickBrand' | 'account', Step> = {
        sale: () => alliance.send(alliance.paid(`${round}-o`, brand, [line], { buyerId: `${round}-x` })),
        clickA: touch('t-1', { promotionCode: codes[0]!, occurredAt: '2026-11-01T20:00:00+08:00' }),
        clickB: touch('t-2', { promotionCode: codes[1]!, occurredAt: '2026-11-05T20:00:00+08:00' }),
        clickBrand: touch('t-3', { accountId: `${round}-acc`, occurredAt: '2026-11-06T19:59:59.999+08:00' }),
        account: () => alliance.put(`/v1/accounts/${round}-acc`, { owner: { kind: 'brand', id: brand } }),
      };
      return steps;
    };
    const stateOf = async (round: string) => {
      const { outcome, rule, promoterId, candidates } = await explained(`${round}-o`);
      const balances = Object.entries(await books(alliance)).filter(([account]) => account.includes(`:${round}-`));
      const state = { outcome, rule, promoterId, candidates, shares: await sharesOf(alliance, `${round}-o`), balances };
      // Codes are drawn by the system.
      return JSON.parse(
        JSON.stringify(state)
          .replaceAll(`${round}-`, '')
          .replace(/pc-\w+/g, 'pc'),
      ) as typeof state;
    };

    it('moves with each touch that becomes known, and comes to rest where the same facts in order of time lead', async () => {
      const { sale, clickA, clickB, clickBrand, account } = await story('late');
      const told = async (step: Step) => {
        await step();
        await alliance.quiet();
        const { outcome, promoterId, candidates } = await stateOf('late');
        return [outcome, promoterId, candidates.map(({ reason, verdict }) => reason ?? verdict)];
      };
      expect(await told(sale)).toEqual(['organic', null, []]);
      expect(await told(clickA)).toEqual(['distribution', 'a', ['won']]);
      expect(await told(clickB)).toEqual(['distribution', 'b', ['won']]);
      expect(await told(clickBrand)).toEqual(['distribution', 'b', ['unknown-account', 'won']]);
      expect(await told(account)).toEqual(['self-broadcast', null, ['won']]);

      const inTime = await story('due');
      for (const step of ['account', 'clickA', 'clickB', 'clickBrand', 'sale'] as const) await inTime[step]();
      await alliance.quiet();
      expect(await stateOf('late')).toEqual(await stateOf('due'));
      expect((await stateOf('late')).shares).toEqual({ 'tech-fee': 500, 'brand br': 9_500 });
    });
  });
});
