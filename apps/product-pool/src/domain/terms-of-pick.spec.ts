import { plusDays } from '@chuanliu/contracts/instants';
import { BEGINNING_OF_TIME } from '@chuanliu/dated-facts/versions';
import { spansOf, type PlansOfPromoter } from './compose-plans';
import { foldPlan, type PlanVersion } from './plan';
import { termsOfPick, termsOverTime } from './terms-of-pick';

/** Noon in Shanghai of a day of November. */
const noon = (day: number) => `2026-11-${String(day).padStart(2, '0')}T04:00:00.000Z`;
/** The midnight in Shanghai with which a day of November begins. */
const midnight = (day: number) => plusDays('2026-10-31T16:00:00.000Z', day - 1);
const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

const said = (effectiveFrom: string, fields: Partial<PlanVersion>, told = effectiveFrom): PlanVersion => ({
  ...{ effectiveFrom, no: 0, told, rateLockDays: 30, imported: false },
  ...fields,
});
const nothing: PlansOfPromoter = { exclusive: [], directed: [], 'shop-directed': [], open: [] };

describe('the terms of a pick', () => {
  const cut = said(midnight(11), { commissionBps: 1500, no: 2 }, noon(10));
  const open = [said(BEGINNING_OF_TIME, { commissionBps: 2000, assistBps: 100, no: 1 }, noon(1)), cut];
  const rates = (plans: Partial<PlansOfPromoter>, from: string) =>
    termsOfPick(spansOf({ ...nothing, ...plans }), { from }).map(terms => [terms.effectiveFrom, terms.commissionBps]);

  it('that was held when a cut was told keep their rate for thirty days from then', () => {
    expect(rates({ open }, noon(10))).toEqual([
      [BEGINNING_OF_TIME, 2000],
      [plusDays(noon(10), 30), 1500],
    ]);
  });

  it('that was made a moment later fall at midnight', () => {
    expect(rates({ open }, later(noon(10), 1))).toEqual([
      [BEGINNING_OF_TIME, 2000],
      [midnight(11), 1500],
    ]);
  });

  it('rise at once while a lock lasts, when the rise beats it; equal terms are those in force', () => {
    const rises = [
      said(noon(12), { commissionBps: 2000, assistBps: 900, no: 3 }),
      said(noon(13), { commissionBps: 2100, no: 4 }),
    ];
    const series = termsOfPick(spansOf({ ...nothing, open: [...open, ...rises] }), { from: noon(10) });
    expect(
      series.map(({ effectiveFrom, commissionBps, assistBps }) => [effectiveFrom, commissionBps, assistBps]),
    ).toEqual([
      [BEGINNING_OF_TIME, 2000, 100],
      [noon(12), 2000, 900],
      [noon(13), 2100, 900],
    ]);
  });

  it('keep a commission alone: all else of the plan that goes on holds at once', () => {
    const more = said(noon(12), { assistBps: 900, no: 3 });
    const series = termsOfPick(spansOf({ ...nothing, open: [...open, more] }), { from: noon(10) });
    expect(
      series.map(({ effectiveFrom, commissionBps, assistBps }) => [effectiveFrom, commissionBps, assistBps]),
    ).toEqual([
      [BEGINNING_OF_TIME, 2000, 100],
      [noon(12), 2000, 900],
      [plusDays(noon(10), 30), 1500, 900],
    ]);
  });

  describe('through an activity keep a commission', () => {
    const rates = { commissionBps: 2000, serviceBps: 500, recruiterId: 're-1' };
    const activity = [
      said(BEGINNING_OF_TIME, { ...rates, no: 1 }, noon(1)),
      cut,
      said(noon(12), { serviceBps: 800, recruiterId: 're-2', no: 3 }),
    ];
    const after = (...more: PlanVersion[]) =>
      termsOfPick(foldPlan('activity', [...activity, ...more]), { from: noon(10) }).map(terms => [
        ...[terms.effectiveFrom, terms.effectiveTo, terms.commissionBps, terms.serviceBps, terms.recruiterId],
      ]);
    const kept = [
      [BEGINNING_OF_TIME, undefined, 2000, 500, 're-1'],
      [noon(12), undefined, 2000, 800, 're-2'],
    ];
    const unlocked = plusDays(noon(10), 30);

    it('whatever its recruiters get meanwhile, up to what a sale can bear', () => {
      expect(after(said(noon(14), { serviceBps: 7_001, recruiterId: 're-3', no: 4 }))).toEqual([
        ...kept,
        [unlocked, undefined, 1500, 7_001, 're-3'],
      ]);
    });

    it('that outlasts it, and for its recruiters what they had last: a former one gets nothing', () => {
      const ends = said(noon(14), { endsAt: midnight(15), no: 4 });
      expect(after(ends)).toEqual([...kept, [unlocked, plusDays(noon(14), 30), 1500, 800, 're-2']]);
    });
  });

  it('of two cuts keep the greatest rate that a lock still holds', () => {
    const second = said(midnight(15), { commissionBps: 1000, no: 3 }, noon(14));
    expect(rates({ open: [...open, second] }, noon(10)).slice(1)).toEqual([
      [plusDays(noon(10), 30), 1500],
      [plusDays(noon(14), 30), 1000],
    ]);
    expect(rates({ open: [...open, second] }, noon(12)).slice(1)).toEqual([
      [midnight(11), 1500],
      [plusDays(noon(14), 30), 1000],
    ]);
  });

  it('follow the first plan in force: exclusive, directed, shop-directed, open', () => {
    const directed = [
      said(noon(3), { commissionBps: 2500, no: 1 }),
      said(midnight(6), { ended: true, no: 2 }, noon(5)),
    ];
    const shop = [said(noon(2), { commissionBps: 2200, no: 1 })];
    const exclusive = [said(noon(4), { commissionBps: 3000, no: 1 })];
    expect(rates({ open: open.slice(0, 1), 'shop-directed': shop, directed, exclusive }, midnight(30))).toEqual([
      [BEGINNING_OF_TIME, 2000],
      [noon(2), 2200],
      [noon(3), 2500],
      [noon(4), 3000],
    ]);
    expect(rates({ open: open.slice(0, 1), 'shop-directed': shop, directed }, noon(6)).at(-1)).toEqual([
      midnight(6),
      2200,
    ]);
    expect(rates({ open: open.slice(0, 1), directed }, noon(4))).toEqual([
      [BEGINNING_OF_TIME, 2000],
      [noon(3), 2500],
      [plusDays(noon(5), 30), 2000],
    ]);
  });

  it('end with a plan that nothing follows, after the lock, and begin again with the next', () => {
    const directed = [
      said(noon(1), { commissionBps: 2500, no: 1 }),
      said(midnight(6), { ended: true, no: 3 }, noon(5)),
      said(noon(8), { commissionBps: 9000, no: 2 }, noon(4)), // Announced before the end, and gone with it.
    ];
    const ended = termsOfPick(spansOf({ ...nothing, directed }), { from: noon(5) });
    expect(ended).toMatchObject([{ effectiveFrom: noon(1), effectiveTo: plusDays(noon(5), 30), commissionBps: 2500 }]);
    const anew = said(midnight(20), { commissionBps: 1000, no: 4 }, noon(19));
    expect(termsOfPick(spansOf({ ...nothing, directed: [...directed, anew] }), { from: midnight(6) })).toMatchObject([
      { effectiveFrom: noon(1), effectiveTo: midnight(6) },
      { effectiveFrom: midnight(20), commissionBps: 1000 },
    ]);
  });

  it('are those of an import for every pick, whatever was locked', () => {
    const imported = said(noon(12), { commissionBps: 1200, no: 3, imported: true }, noon(20));
    expect(rates({ open: [...open, imported] }, noon(10))).toEqual([
      [BEGINNING_OF_TIME, 2000],
      [noon(12), 1200],
    ]);
  });

  it('say why they changed', () => {
    const history = termsOverTime(
      spansOf({
        ...nothing,
        open: [...open, said(noon(20), { commissionBps: 1800, no: 3 }), said(noon(21), { assistBps: 1, no: 4 })],
        exclusive: [
          said(noon(22), { commissionBps: 3000, no: 1 }),
          said(midnight(24), { ended: true, no: 2 }, noon(23)),
        ],
      }),
      { from: noon(12) },
    );
    expect(history.map(({ from, reason, plan }) => [from, reason, plan?.commissionBps])).toEqual([
      [BEGINNING_OF_TIME, 'plan-opened', 2000],
      [midnight(11), 'cut', 1500],
      [noon(20), 'rise', 1800],
      [noon(21), 'changed', 1800],
      [noon(22), 'exclusive-opened', 3000],
      [midnight(24), 'rate-lock', 3000],
      [plusDays(noon(23), 30), 'rate-lock-ended', 1800],
    ]);
  });

  it('say of what changes under a lock why and when it was told', () => {
    const more = said(noon(13), { assistBps: 900, no: 3 }, noon(12));
    const history = termsOverTime(spansOf({ ...nothing, open: [...open, more] }), { from: noon(10) });
    const unlocked = plusDays(noon(10), 30);
    expect(history.map(({ from, reason, told, lockedUntil }) => [from, reason, told, lockedUntil])).toEqual([
      [BEGINNING_OF_TIME, 'plan-opened', noon(1), null],
      [midnight(11), 'rate-lock', noon(10), unlocked],
      [noon(13), 'changed', noon(12), unlocked],
      [unlocked, 'rate-lock-ended', noon(12), null],
    ]);
  });
});
