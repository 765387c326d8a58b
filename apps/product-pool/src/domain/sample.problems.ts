import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { SampleState } from '@chuanliu/contracts/product-pool/sample-changed.v1';
import { Problem } from '@chuanliu/problems/problem';

/** The same answer for a sample that does not exist and for one that is somebody else's. */
export const noSuchSample = (sampleId: string) =>
  new Problem('absent', 'product-pool/no-such-sample', 'There is no such sample', { sampleId });

export const sampleStateConflict = (
  { sampleId, buyFirst }: { sampleId: string; buyFirst: boolean },
  state: SampleState,
  step: string,
) =>
  new Problem('conflict', 'product-pool/sample-state-conflict', 'The sample is in a state that has no such step', {
    sampleId,
    state,
    step,
    buyFirst,
  });

export const stepBeforeTheLast = (sampleId: string, step: string, at: UtcInstant, last: UtcInstant) =>
  new Problem('invalid', 'product-pool/sample-step-before-the-last', 'The step lies before one that was taken', {
    sampleId,
    step,
    at,
    last,
  });

export const stepLiesAhead = (at: UtcInstant) =>
  new Problem('invalid', 'product-pool/sample-step-lies-ahead', 'A step is told once it has been taken', {
    at,
    errors: [{ pointer: '/at', problem: 'must not lie in the future' }],
  });

export const extensionEndsSooner = (sampleId: string, contentDueAt: UtcInstant) =>
  new Problem('invalid', 'product-pool/sample-extension-ends-sooner', 'An extension only moves the due instant on', {
    sampleId,
    contentDueAt,
    errors: [{ pointer: '/contentDueAt', problem: 'must be later than the present one' }],
  });

export const samplesNotSuspended = (promoterId: string, at: UtcInstant) =>
  new Problem('conflict', 'product-pool/samples-not-suspended', 'Nothing keeps the promoter from asking for samples', {
    promoterId,
    at,
  });

/** Why a promoter gets no sample of a product. */
export const sampleNotOffered = (productId: string) =>
  new Problem('invalid', 'product-pool/sample-not-offered', 'No samples are given of the product', { productId });

export const sampleOverdueBlocks = (promoterId: string, sampleIds: readonly string[]) =>
  new Problem('invalid', 'product-pool/sample-overdue-blocks', 'The promoter owes content for an earlier sample', {
    promoterId,
    sampleIds,
  });

export const samplesSuspended = (promoterId: string, until: UtcInstant) =>
  new Problem('invalid', 'product-pool/samples-suspended', 'After overdue samples the promoter may ask for none', {
    promoterId,
    until,
  });

export const tooFewSettledOrders = (promoterId: string, settledOrders: number, minSettledOrders: number) =>
  new Problem('invalid', 'product-pool/too-few-settled-orders', 'The promoter has brought too few orders so far', {
    promoterId,
    settledOrders,
    minSettledOrders,
  });

export const sampleMonthIsFull = (productId: string, month: string, monthlyLimit: number) =>
  new Problem('invalid', 'product-pool/sample-month-is-full', 'All samples of the month are given', {
    productId,
    month,
    monthlyLimit,
  });

export const sampleOpenAlready = (sampleId: string, state: SampleState) =>
  new Problem('conflict', 'product-pool/sample-open-already', 'The promoter has a sample of the product under way', {
    sampleId,
    state,
  });
