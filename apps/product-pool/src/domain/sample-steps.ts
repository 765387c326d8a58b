import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import type { SampleState } from '@chuanliu/contracts/product-pool/sample-changed.v1';
import { isRefundDue, stateAt, type Sample, type SampleFacts } from './sample';
import { extensionEndsSooner, sampleStateConflict, stepBeforeTheLast } from './sample.problems';

/** What somebody says has happened to a sample. */
export type SampleStep =
  | { step: 'approval' | 'rejection' | 'cancellation' | 'refund' }
  | { step: 'purchase'; channelId: string | null; orderId: string }
  | { step: 'shipment'; carrier: string; trackingNo: string }
  | { step: 'receipt'; contentDays: number }
  | { step: 'extension'; contentDueAt: UtcInstant }
  | { step: 'fulfilment'; contentId: string; surface: string };

export type StepName = SampleStep['step'];

/** One thing to announce: the sample as it is after a step, or after its due instant has passed. */
export interface Move {
  step: StepName | 'request' | 'due';
  /** When it was taken. */
  at: UtcInstant;
  sample: Sample;
}

/** From which states a step is taken, to which it leads, and the fact that it leaves. */
const roads: Record<StepName, { from: SampleState[]; to: SampleState; instant: keyof SampleFacts | null }> = {
  approval: { from: ['requested'], to: 'approved', instant: 'approvedAt' },
  rejection: { from: ['requested'], to: 'rejected', instant: 'rejectedAt' },
  cancellation: { from: ['requested', 'approved', 'bought'], to: 'cancelled', instant: 'cancelledAt' },
  purchase: { from: ['approved'], to: 'bought', instant: 'boughtAt' },
  shipment: { from: ['approved', 'bought'], to: 'shipped', instant: 'shippedAt' },
  // What was bought travels as any order does: its brand need not say here that it was shipped.
  receipt: { from: ['shipped', 'bought'], to: 'received', instant: 'receivedAt' },
  extension: { from: ['received'], to: 'received', instant: null },
  fulfilment: { from: ['received', 'overdue'], to: 'fulfilled', instant: 'fulfilledAt' },
  refund: { from: ['fulfilled'], to: 'fulfilled', instant: 'refundedAt' },
};

/**
 * Takes a step.
 *
 * @param at when it was taken, where somebody says so: not before the last one; a repeat must name the same
 * @param now taken otherwise; clocks of two instances may differ by a little, so never before the last step
 * @returns what is to be announced, in order: the due instant first when it passed unannounced before the step; nothing
 *   when the step only repeats what is known
 * @throws Problem `sample-state-conflict`, `sample-step-before-the-last`, `sample-extension-ends-sooner`
 */
export function takeStep(
  sample: Sample,
  told: SampleStep,
  { at: given, now, reason }: { at: UtcInstant | null; now: UtcInstant; reason: string | null },
): Move[] {
  const last = lastInstant(sample);
  const at = given ?? (now < last ? last : now);
  const state = stateAt(sample, at);
  if (repeats(sample, state, told, given, reason)) return [];
  if (!isOnTheRoad(sample, state, told.step)) throw sampleStateConflict(sample, state, told.step);
  if (at < last) throw stepBeforeTheLast(sample.sampleId, told.step, at, last);
  if (told.step === 'extension' && told.contentDueAt <= sample.contentDueAt!) {
    throw extensionEndsSooner(sample.sampleId, sample.contentDueAt!);
  }
  const moves = comeDue(sample, at);
  const before = moves.at(-1)?.sample ?? sample;
  const facts = { ...before, ...factsOf(told, at), reason };
  const after = { ...facts, state: stateAt(facts, at), revision: before.revision + 1 };
  return [...moves, { step: told.step, at, sample: after }];
}

/** What is to be announced when the due instant of a sample has passed without anybody having said so. */
export function comeDue(sample: Sample, at: UtcInstant): Move[] {
  if (sample.state !== 'received' || stateAt(sample, at) !== 'overdue') return [];
  const overdue: Sample = { ...sample, state: 'overdue', reason: null, revision: sample.revision + 1 };
  return [{ step: 'due', at: sample.contentDueAt!, sample: overdue }];
}

/** The instant of the latest fact. */
export function lastInstant(sample: SampleFacts): UtcInstant {
  const { requestedAt, approvedAt, boughtAt, shippedAt, receivedAt, fulfilledAt, refundedAt } = sample;
  const { rejectedAt, cancelledAt } = sample;
  return [requestedAt, approvedAt, boughtAt, shippedAt, receivedAt, fulfilledAt, refundedAt, rejectedAt, cancelledAt]
    .filter(instant => instant !== null)
    .reduce((latest, instant) => (instant > latest ? instant : latest));
}

function isOnTheRoad(sample: Sample, state: SampleState, step: StepName): boolean {
  if (!roads[step].from.includes(state)) return false;
  if (step === 'purchase') return sample.buyFirst;
  if (step === 'shipment') return sample.buyFirst === (state === 'bought');
  return step !== 'refund' || isRefundDue(sample);
}

/** The same step told again while the sample is still where it led. */
function repeats(
  sample: Sample,
  state: SampleState,
  told: SampleStep,
  at: UtcInstant | null,
  reason: string | null,
): boolean {
  const { to, instant } = roads[told.step];
  if (state !== to) return false;
  if (instant !== null && (sample[instant] === null || (at !== null && sample[instant] !== at))) return false;
  switch (told.step) {
    case 'rejection':
      return sample.reason === reason;
    case 'purchase':
      return sample.channelId === told.channelId && sample.orderId === told.orderId;
    case 'shipment':
      return sample.carrier === told.carrier && sample.trackingNo === told.trackingNo;
    case 'extension':
      return sample.contentDueAt === told.contentDueAt;
    case 'fulfilment':
      return sample.contentId === told.contentId && sample.surface === told.surface;
    case 'approval':
    case 'cancellation':
    case 'receipt':
    case 'refund':
      return true;
  }
}

function factsOf(told: SampleStep, at: UtcInstant): Partial<SampleFacts> {
  switch (told.step) {
    case 'approval':
      return { approvedAt: at };
    case 'rejection':
      return { rejectedAt: at };
    case 'cancellation':
      return { cancelledAt: at };
    case 'refund':
      return { refundedAt: at };
    case 'purchase':
      return { boughtAt: at, channelId: told.channelId, orderId: told.orderId };
    case 'shipment':
      return { shippedAt: at, carrier: told.carrier, trackingNo: told.trackingNo };
    case 'receipt':
      return { receivedAt: at, contentDueAt: plusDays(at, told.contentDays) };
    case 'extension':
      return { contentDueAt: told.contentDueAt };
    case 'fulfilment':
      return { fulfilledAt: at, contentId: told.contentId, surface: told.surface };
  }
}
