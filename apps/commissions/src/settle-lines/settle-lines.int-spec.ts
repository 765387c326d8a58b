import fc from 'fast-check';
import type { SplitLine } from '@chuanliu/contracts/commissions/commission-split.v1';
import { CommissionsUnderTest } from '../../test/commissions-under-test';
import {
  aBrand,
  aContract,
  aHold,
  aPickKnown,
  aReceipt,
  aRefund,
  aSaleAttributed,
  feesFrom,
  nobodyBrought,
  someSettled,
  someTerms,
  type SettledOptions,
  type Told,
} from '../../test/told-facts';

jest.setTimeout(180_000);

const firstTerms = someTerms('2026-11-01T00:00:00.000Z');
const otherTerms = someTerms('2026-11-01T00:00:00.000Z', { commissionBps: 1000 });
const anotherDecision = { revision: 2, promoterId: 'pr-9', pickId: 'pi-9', assistantIds: [] };

describe('a line that settlement took', () => {
  let service: CommissionsUnderTest;
  beforeAll(async () => {
    service = await CommissionsUnderTest.open();
  });
  afterAll(() => service.close());
  beforeEach(() => service.empty());

  const shares = async () => {
    const rows = (await service.listed()).filter(row => row.line === 'shop/o-1/1');
    return Object.fromEntries(rows.map(row => [row.party, [row.state, row.estimatedFen, row.settledFen]]));
  };
  const lastLine = async (): Promise<SplitLine> => (await service.announcements()).at(-1)!.lines[0]!;

  /** A run takes the line as it was announced last. */
  const settledAs = ({ lineNo, decisionRevision, revision, basis, steps }: SplitLine): SettledOptions => ({
    ...{ lineNo, decisionRevision, splitRevision: revision },
    ...{ basis: basis ?? null, baseFen: steps.at(-1)!.baseFen },
  });
  async function settle(line: SplitLine) {
    await service.tell(someSettled(settledAs(line)));
    await service.workOff();
  }

  beforeEach(async () => {
    await service.tell(
      aPickKnown([firstTerms]),
      aPickKnown([firstTerms], 1, 'pi-9'),
      aReceipt('2026-11-09T00:00:00.000Z'),
    );
    await service.tell(aSaleAttributed());
  });

  it('is settled in every list with what each party has of it, and says so in one event', async () => {
    await settle(await lastLine());
    expect(await shares()).toMatchObject({
      'promoter:pr-1': ['settled', 3672, 3672],
      'brand:br-1': ['settled', 14_280, 14_280],
      'recruiter:re-2': ['settled', 408, 408],
    });
    expect(await service.stateChanges()).toMatchObject([{ orderId: 'o-1', lines: [{ lineNo: 1, state: 'settled' }] }]);
    expect(await service.announcements()).toHaveLength(1);
    expect(await service.count('told_by_settlement')).toBe(0);
  });

  it('stays settled whatever is refunded, and what is settled follows the refunds', async () => {
    await settle(await lastLine());
    await service.tell(aSaleAttributed({ revision: 2, orderRevision: 2, refunds: [aRefund('r-1', 10_000)] }));
    expect(await shares()).toMatchObject({ 'promoter:pr-1': ['settled', 1872, 1872] });
    expect(await lastLine()).toMatchObject({ revision: 2, state: 'settled' });
    await service.tell(
      aSaleAttributed({ revision: 3, orderRevision: 3, refunds: [aRefund('r-1', 10_000), aRefund('r-2', 9_900)] }),
    );
    expect(await shares()).toMatchObject({ 'promoter:pr-1': ['settled', 0, 0], 'brand:br-1': ['settled', 0, 0] });
  });

  it('stays in the lists at 0 when another payment takes force that lacks it', async () => {
    await settle(await lastLine());
    await service.tell(
      aSaleAttributed({ revision: 2, orderRevision: 2, present: false, paidFen: 0, platformSubsidyFen: 0 }),
    );
    expect(await shares()).toMatchObject({ 'promoter:pr-1': ['settled', 0, 0], 'brand:br-1': ['settled', 0, 0] });
    expect(await lastLine()).toMatchObject({ state: 'settled', steps: [] });
  });

  it('keeps its rates: what becomes known of them is told as late, once', async () => {
    const settled = await lastLine();
    await settle(settled);
    await service.tell(aPickKnown([otherTerms], 2));
    await service.workOff();
    expect(await shares()).toMatchObject({ 'promoter:pr-1': ['settled', 3672, 3672] });
    const now = await lastLine();
    expect(now).toMatchObject({ revision: 2, basis: settled.basis, steps: settled.steps });
    expect(now.late).toEqual({ decisionRevision: 1, outcome: 'distribution', basis: expect.any(String) as string });
    expect(now.late!.basis).not.toBe(settled.basis);
    await service.tell(feesFrom('2027-01-01T00:00:00.000Z', 1000), aBrand({ techFeeBps: 500 }));
    await service.workOff();
    expect(await service.announcements()).toHaveLength(2);
  });

  it('has told as late what was heard beside its decision before its settlement was', async () => {
    const settled = await lastLine();
    const late = { ...anotherDecision, outcome: 'distribution' as const };
    await service.tell(aSaleAttributed({ revision: 2, late }));
    await settle(settled);
    expect(await shares()).toMatchObject({ 'promoter:pr-1': ['settled', 3672, 3672] });
    const now = await lastLine();
    expect(now).toMatchObject({ basis: settled.basis, state: 'settled', late: { decisionRevision: 2 } });
    await service.tell(aSaleAttributed({ revision: 3, late }));
    expect((await lastLine()).late).toEqual(now.late);
  });

  it('keeps its decision: a later one is told as late, by the terms that it would have had', async () => {
    const settled = await lastLine();
    await settle(settled);
    await service.tell(aSaleAttributed(anotherDecision));
    expect(await shares()).toMatchObject({ 'promoter:pr-1': ['settled', 3672, 3672] });
    const now = await lastLine();
    expect(now).toMatchObject({
      decisionRevision: 2,
      outcome: 'distribution',
      basis: settled.basis,
      late: { decisionRevision: 2 },
    });

    // Attribution comes back to the settled decision, and tells the other one beside it.
    const late = { ...anotherDecision, outcome: 'distribution' as const };
    await service.tell(aSaleAttributed({ revision: 3, late }));
    expect(await lastLine()).toMatchObject({ decisionRevision: 3, basis: settled.basis, late: now.late });
    expect((await service.explanations.ofOrder('shop', 'o-1')).lines[0]).toMatchObject({
      promoterId: 'pr-1',
      state: 'settled',
    });
  });

  it('goes back to what was settled when something else had been announced meanwhile', async () => {
    const settled = await lastLine();
    await service.tell(aSaleAttributed({ ...anotherDecision, refunds: [aRefund('r-1', 5000)], orderRevision: 2 }));
    await service.tell(aPickKnown([otherTerms], 2));
    await service.workOff();
    expect((await lastLine()).basis).not.toBe(settled.basis);
    await settle(settled);
    expect(await shares()).toMatchObject({ 'promoter:pr-1': ['settled', 2772, 2772] });
    expect(await shares()).not.toHaveProperty('promoter:pr-9');
    expect(await lastLine()).toMatchObject({ basis: settled.basis, state: 'settled', late: { decisionRevision: 2 } });
  });

  it('goes back to it also while the later decision waits for terms', async () => {
    const settled = await lastLine();
    await service.tell(aSaleAttributed({ ...anotherDecision, pickId: 'pi-unknown' }));
    expect(await service.count('waiting_line')).toBe(1);
    await settle(settled);
    expect(await service.count('waiting_line')).toBe(0);
    expect((await lastLine()).late).toEqual({ decisionRevision: 2, outcome: 'distribution' });
    expect(await shares()).toMatchObject({ 'promoter:pr-1': ['settled', 3672, 3672] });
  });

  it('is marked when it arrives, should it not be known yet, and waits for the split that was settled', async () => {
    const settled = settledAs(await lastLine());
    await service.empty();
    await service.tell(someSettled(settled));
    await service.workOff();
    expect(await service.count('told_by_settlement')).toBe(1);
    await service.tell(aPickKnown([otherTerms]), aSaleAttributed());
    await service.workOff();
    expect(await shares()).toMatchObject({ 'promoter:pr-1': ['estimated', 1836, 0] });
    await service.tell(aPickKnown([firstTerms], 2));
    await service.workOff();
    expect(await shares()).toMatchObject({ 'promoter:pr-1': ['settled', 3672, 3672] });
    expect(await service.count('told_by_settlement')).toBe(0);
  });

  it('whose split named no basis, since it was told long ago, keeps what divides it now', async () => {
    await settle({ ...(await lastLine()), basis: undefined });
    await service.tell(aPickKnown([otherTerms], 2));
    await service.workOff();
    expect(await shares()).toMatchObject({ 'promoter:pr-1': ['settled', 3672, 3672] });
  });

  it('and its sale find each other when two instances learn of them at once', async () => {
    const { basis } = await lastLine();
    const orders = Array.from({ length: 30 }, (_, n) => `race-${n}`);
    for (const orderId of orders) {
      await Promise.all([
        service.tell(aSaleAttributed({ orderId })),
        service.tell(someSettled({ orderId, basis: basis! })).then(() => service.workOff()),
      ]);
    }
    await service.workOff();
    const rows = (await service.listed()).filter(row => row.line.startsWith('shop/race-'));
    expect(new Set(rows.map(row => row.state))).toEqual(new Set(['settled']));
    expect(await service.count('told_by_settlement')).toBe(0);
  });

  it('ends the same in whatever order the settlement and later facts arrive, duplicates included', async () => {
    const [agency, second] = [aContract(), aSaleAttributed({ lineNo: 2, ...nobodyBrought })];
    const before: Told[] = [agency, second];
    const quiet = async () => {
      await service.empty();
      await service.tell(aPickKnown([firstTerms]), aPickKnown([firstTerms], 1, 'pi-9'));
      await service.tell(aReceipt('2026-11-09T00:00:00.000Z'), aSaleAttributed(), ...before);
      await service.workOff();
    };
    await quiet();
    const lines = new Map(
      (await service.announcements()).flatMap(split => split.lines.map(line => [line.lineNo, line])),
    );
    const later: Told[] = [
      someSettled(settledAs(lines.get(1)!)),
      someSettled(settledAs(lines.get(2)!)),
      aHold(true, 1, 2),
      aHold(false, 2, 2),
      aPickKnown([otherTerms], 2),
      aContract({ to: '2026-11-02T00:00:00.000Z', revision: 2 }),
      aBrand({ techFeeBps: 300 }),
      aSaleAttributed({ ...anotherDecision, orderRevision: 2, refunds: [aRefund('r-1', 5000)] }),
      aSaleAttributed({
        revision: 3,
        orderRevision: 3,
        refunds: [aRefund('r-1', 6000)],
        late: { outcome: 'distribution', ...anotherDecision },
      }),
      aSaleAttributed({ lineNo: 2, revision: 2, orderRevision: 2 }),
    ];
    const outcomeOf = async (facts: readonly Told[], sizes: readonly number[], worked: readonly boolean[]) => {
      await quiet();
      for (let start = 0, n = 0; start < facts.length; n++) {
        const size = sizes[n % sizes.length]!;
        await service.tell(...facts.slice(start, start + size));
        if (worked[n % worked.length]) await service.workOff();
        start += size;
      }
      await service.workOff();
      return { listed: await service.listed(), announced: await service.lastAnnounced() };
    };
    const expected = await outcomeOf(later, [1], [true]);
    expect(new Set(expected.listed.map(row => row.state))).toEqual(new Set(['settled']));
    expect(expected.announced['shop/o-1/1']).toMatchObject({
      basis: lines.get(1)!.basis,
      late: { decisionRevision: 2 },
    });

    const all = [...later, ...before];
    const shuffled = fc
      .array(fc.constantFrom(...all), { maxLength: 4 })
      .chain(again => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }));
    await fc.assert(
      fc.asyncProperty(
        shuffled,
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
        async (facts, sizes, worked) => expect(await outcomeOf(facts, sizes, worked)).toEqual(expected),
      ),
      { numRuns: 30 },
    );
  });
});
