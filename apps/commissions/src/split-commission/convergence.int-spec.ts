import fc from 'fast-check';
import { CommissionsUnderTest } from '../../test/commissions-under-test';
import {
  aBrand,
  aContract,
  aPickKnown,
  aReceipt,
  aRefund,
  aSaleAttributed,
  feesFrom,
  nobodyBrought,
  someTerms,
  type Told,
} from '../../test/told-facts';

jest.setTimeout(180_000);

const early = someTerms('2026-11-01T00:00:00.000Z');
const backdated = someTerms('2026-11-03T00:00:00.000Z', { commissionBps: 1500, secondRecruiterId: null });

/** A history in which everything that can change does. */
const history: Told[] = [
  aSaleAttributed({ ...nobodyBrought }),
  aSaleAttributed({ revision: 2, tag: 'a' }),
  aSaleAttributed({ revision: 3, orderRevision: 2, refunds: [aRefund('r-1', 5000)] }),
  aSaleAttributed({ lineNo: 2, pickId: 'pi-2', promoterId: 'pr-2', assistantIds: [] }),
  aSaleAttributed({ lineNo: 2, revision: 2, orderRevision: 2, present: false, ...nobodyBrought, outcome: 'organic' }),
  aSaleAttributed({ orderId: 'o-2', orderedAt: '2026-11-02T00:00:00.000Z' }),
  aSaleAttributed({ orderId: 'o-2', orderedAt: '2026-11-04T00:00:00.000Z', brandId: 'br-2', revision: 2 }),
  aSaleAttributed({ orderId: 'o-3', refunds: [aRefund('r-1', 19_900), aRefund('r-2', 100)], revision: 2 }),
  aSaleAttributed({ orderId: 'o-3' }),
  aPickKnown([early]),
  aPickKnown([early, backdated], 2),
  aPickKnown([early], 1, 'pi-2'),
  aContract(),
  aContract({ to: '2026-11-03T00:00:00.000Z', revision: 2 }),
  aContract({ from: '2026-11-05T00:00:00.000Z', agencyId: 'ag-2', agencyBps: 1000 }),
  aBrand({ techFeeBps: 300 }),
  aBrand({ techFeeBps: 200, effectiveFrom: '2026-11-06T00:00:00.000Z' }),
  aBrand({ brandId: 'br-2', techFeeBps: 0 }),
  feesFrom('2026-11-05T00:00:00.000Z', 500),
  aReceipt('2026-11-10T00:00:00.000Z', 1, 'o-1'),
  aReceipt('2026-11-09T00:00:00.000Z', 2, 'o-1'),
  aReceipt('2026-11-10T00:00:00.000Z', 1, 'o-2'),
  aReceipt('2026-11-11T00:00:00.000Z', 2, 'o-2'),
  aReceipt(null, 3, 'o-2'),
  aReceipt('2026-11-10T00:00:00.000Z', 1, 'o-3'),
];

describe('the order in which facts arrive', () => {
  let service: CommissionsUnderTest;
  beforeAll(async () => {
    service = await CommissionsUnderTest.open();
  });
  afterAll(() => service.close());

  /** Slices of the given sizes; after some of them what is due is worked off. */
  async function outcomeOf(facts: readonly Told[], sizes: readonly number[], worked: readonly boolean[]) {
    await service.empty();
    for (let start = 0, n = 0; start < facts.length; n++) {
      const size = sizes[n % sizes.length]!;
      await service.tell(...facts.slice(start, start + size));
      if (worked[n % worked.length]) await service.workOff();
      start += size;
    }
    await service.workOff();
    return {
      listed: await service.listed(),
      announced: await service.lastAnnounced(),
      waiting: await service.count('waiting_line'),
    };
  }

  it('changes neither what is listed nor what was announced last, duplicates included', async () => {
    const expected = await outcomeOf(history, [history.length], [true]);
    expect(expected.waiting).toBe(0);
    expect(Object.keys(expected.announced)).toEqual(['shop/o-1/1', 'shop/o-1/2', 'shop/o-2/1', 'shop/o-3/1']);
    expect(new Set(expected.listed.map(row => row.state))).toEqual(new Set(['confirmed', 'estimated', 'void']));

    const shuffled = fc
      .array(fc.constantFrom(...history), { maxLength: 6 })
      .chain(again => fc.shuffledSubarray([...history, ...again], { minLength: history.length + again.length }));
    await fc.assert(
      fc.asyncProperty(
        shuffled,
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
        async (facts, sizes, worked) => expect(await outcomeOf(facts, sizes, worked)).toEqual(expected),
      ),
      { numRuns: 40 },
    );
  });
});
