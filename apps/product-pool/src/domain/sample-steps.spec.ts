import fc from 'fast-check';
import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import type { SampleState } from '@chuanliu/contracts/product-pool/sample-changed.v1';
import { Problem } from '@chuanliu/problems/problem';
import { isRefundDue, since, stateAt, type Sample } from './sample';
import { comeDue, takeStep, type Move, type SampleStep, type StepName } from './sample-steps';

const begin = '2026-11-06T12:00:00.000Z';
const DAY = 86_400_000;
const later = (at: UtcInstant, ms: number) => new Date(Date.parse(at) + ms).toISOString();

const requested = (buyFirst: boolean): Sample => ({
  ...{ sampleId: 'sm-1', promoterId: 'pr-1', brandId: 'br-1', productId: 'p-1', buyFirst, message: null },
  ...{ addressRef: null, requestedAt: begin, approvedAt: null, rejectedAt: null, cancelledAt: null, boughtAt: null },
  ...{ shippedAt: null, receivedAt: null, contentDueAt: null, fulfilledAt: null, refundedAt: null, channelId: null },
  ...{ orderId: null, carrier: null, trackingNo: null, contentId: null, surface: null, reason: null },
  ...{ state: 'requested', revision: 1 },
});

/** One of the things that may happen: time passes, the sweep runs, somebody takes a step. */
type Happening = { wait: number } | 'sweep' | StepName;

const steps: StepName[] = [
  ...(['approval', 'rejection', 'cancellation', 'purchase', 'shipment', 'receipt'] as const),
  ...(['extension', 'fulfilment', 'refund'] as const),
];
const waits = [1, DAY, 13 * DAY, 14 * DAY - 1, 14 * DAY].map(wait => ({ wait }));
/** Mostly steps that lead on, so that long lives are met as well as refusals. */
const happenings = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<Happening>('approval', 'purchase', 'shipment', 'receipt', 'fulfilment') },
    { weight: 2, arbitrary: fc.constantFrom<Happening>(...steps) },
    { weight: 2, arbitrary: fc.constantFrom<Happening>('sweep', ...waits) },
  ),
  { maxLength: 40, size: 'max' },
);

function toldAt(step: StepName, now: UtcInstant): SampleStep {
  if (step === 'purchase') return { step, channelId: 'ch-1', orderId: 'o-1' };
  if (step === 'shipment') return { step, carrier: '顺丰', trackingNo: 'SF1' };
  if (step === 'receipt') return { step, contentDays: 14 };
  if (step === 'extension') return { step, contentDueAt: plusDays(now, 20) };
  if (step === 'fulfilment') return { step, contentId: 'video-1', surface: 'short_video' };
  return { step };
}

interface Life {
  sample: Sample;
  moves: Move[];
  now: UtcInstant;
  refusals: number;
}

/** Lives through what happens; a sample is frozen, so that nothing can change it in passing. */
function live(buyFirst: boolean, what: readonly Happening[], sweeps = true): Life {
  const life: Life = { sample: Object.freeze(requested(buyFirst)), moves: [], now: begin, refusals: 0 };
  const announce = (moves: Move[]) => {
    life.moves.push(...moves);
    life.sample = Object.freeze(moves.at(-1)?.sample ?? life.sample);
  };
  for (const one of what) {
    if (typeof one === 'object') life.now = later(life.now, one.wait);
    else if (one === 'sweep') announce(sweeps ? comeDue(life.sample, life.now) : []);
    else {
      try {
        announce(takeStep(life.sample, toldAt(one, life.now), { at: null, now: life.now, reason: null }));
      } catch (fault) {
        if (!(fault instanceof Problem)) throw fault;
        life.refusals += 1;
      }
    }
  }
  announce(comeDue(life.sample, life.now));
  return life;
}

/** The road as the business tells it, written down once more and in another way. */
const roads: Record<'sent' | 'bought', string[]> = {
  sent: [
    'requested approval approved',
    'requested rejection rejected',
    'requested cancellation cancelled',
    'approved shipment shipped',
    'approved cancellation cancelled',
    'shipped receipt received',
    'received extension received',
    'received due overdue',
    'received fulfilment fulfilled',
    'overdue fulfilment fulfilled',
  ],
  bought: [
    'requested approval approved',
    'requested rejection rejected',
    'requested cancellation cancelled',
    'approved purchase bought',
    'approved cancellation cancelled',
    'bought shipment shipped',
    'bought cancellation cancelled',
    'bought receipt received',
    'shipped receipt received',
    'received extension received',
    'received due overdue',
    'received fulfilment fulfilled',
    'overdue fulfilment fulfilled',
    'fulfilled refund fulfilled',
  ],
};

describe('the life of a sample', () => {
  it('keeps to the road, and its state is what its facts say', () =>
    fc.assert(
      fc.property(fc.boolean(), happenings, (buyFirst, what) => {
        const { sample, moves, now } = live(buyFirst, what);
        let state: SampleState = 'requested';
        for (const [n, move] of moves.entries()) {
          expect(roads[buyFirst ? 'bought' : 'sent']).toContain(`${state} ${move.step} ${move.sample.state}`);
          expect(move.sample.revision).toBe(n + 2);
          expect(stateAt(move.sample, move.at)).toBe(move.sample.state);
          expect(since(move.sample, move.sample.state)).not.toBeNull();
          expect(isRefundDue(move.sample) && move.sample.fulfilledAt! >= move.sample.contentDueAt!).toBe(false);
          state = move.sample.state;
        }
        expect(stateAt(sample, now)).toBe(sample.state);
      }),
    ));

  it('comes to a state once: only more time and a refund leave it where it is', () =>
    fc.assert(
      fc.property(fc.boolean(), happenings, (buyFirst, what) => {
        const moves = live(buyFirst, what).moves.filter(move => move.step !== 'extension' && move.step !== 'refund');
        const states = moves.map(move => move.sample.state);
        expect(new Set(states).size).toBe(states.length);
      }),
    ));

  it('is announced alike whenever the sweep runs', () =>
    fc.assert(
      fc.property(fc.boolean(), happenings, (buyFirst, what) => {
        expect(live(buyFirst, what, true)).toEqual(live(buyFirst, what, false));
      }),
    ));

  it('is not changed by telling a step again', () =>
    fc.assert(
      fc.property(fc.boolean(), happenings, (buyFirst, what) => {
        const twice = what.flatMap<Happening>(one => (typeof one === 'object' ? [one] : [one, one]));
        expect(live(buyFirst, twice).moves).toEqual(live(buyFirst, what).moves);
      }),
    ));

  it('takes every road somewhere, and meets refusals', () => {
    const met = new Set<string>();
    let refusals = 0;
    for (const [buyFirst, what] of fc.sample(fc.tuple(fc.boolean(), happenings), { numRuns: 5_000, seed: 7 })) {
      let state: SampleState = 'requested';
      const life = live(buyFirst, what);
      refusals += life.refusals;
      for (const move of life.moves) {
        met.add(`${buyFirst ? 'bought' : 'sent'}: ${state} ${move.step} ${move.sample.state}`);
        state = move.sample.state;
      }
    }
    const all = Object.entries(roads).flatMap(([kind, lines]) => lines.map(line => `${kind}: ${line}`));
    expect([...met].sort()).toEqual(all.sort());
    expect(refusals).toBeGreaterThan(1_000);
  });
});

describe('a step told late', () => {
  const received: Sample = live(false, ['approval', 'shipment', 'receipt']).sample;
  const due = plusDays(begin, 14);
  const overdue = comeDue(received, due).at(-1)!.sample;
  const fulfilment = toldAt('fulfilment', begin);
  const tell = (sample: Sample, step: SampleStep, at: UtcInstant) =>
    takeStep(sample, step, { at, now: plusDays(due, 1), reason: 'x' }).map(move => [move.step, move.sample.state]);

  it('is read as of its instant: content that was there in time was never overdue', () => {
    expect(tell(overdue, fulfilment, later(due, -1))).toEqual([['fulfilment', 'fulfilled']]);
    expect(tell(received, fulfilment, later(due, -1))).toEqual([['fulfilment', 'fulfilled']]);
    expect(tell(received, fulfilment, due)).toEqual([
      ['due', 'overdue'],
      ['fulfilment', 'fulfilled'],
    ]);
  });

  it('cannot lie before the last one', () => {
    expect(() => tell(received, fulfilment, later(begin, -1))).toThrow('The step lies before one that was taken');
  });

  it('repeats only what was told, its instant included', () => {
    const fulfilled = takeStep(received, fulfilment, { at: null, now: begin, reason: null }).at(-1)!.sample;
    expect(tell(fulfilled, fulfilment, begin)).toEqual([]);
    expect(() => tell(fulfilled, fulfilment, later(begin, 1))).toThrow(Problem);
    expect(() => tell(fulfilled, { ...fulfilment, contentId: 'video-2' } as SampleStep, begin)).toThrow(Problem);
  });
});
