import type { SampleState } from '@chuanliu/contracts/product-pool/sample-changed.v1';
import type { UtcInstant } from '@chuanliu/contracts/instants';

/**
 * A promoter's sample of a product: the instants at which things happened, and what was said of them. The state is
 * derived from these facts and never the other way round.
 */
export interface SampleFacts {
  sampleId: string;
  promoterId: string;
  brandId: string;
  productId: string;
  /** The promoter buys it as anybody does and is refunded once the content is there; else the brand sends it. */
  buyFirst: boolean;
  message: string | null;
  /** An id in the brand's or the platform's own address book: no address is kept here. */
  addressRef: string | null;
  requestedAt: UtcInstant;
  approvedAt: UtcInstant | null;
  rejectedAt: UtcInstant | null;
  cancelledAt: UtcInstant | null;
  boughtAt: UtcInstant | null;
  shippedAt: UtcInstant | null;
  receivedAt: UtcInstant | null;
  /** From this instant on the content is overdue. */
  contentDueAt: UtcInstant | null;
  fulfilledAt: UtcInstant | null;
  refundedAt: UtcInstant | null;
  channelId: string | null;
  orderId: string | null;
  carrier: string | null;
  trackingNo: string | null;
  contentId: string | null;
  surface: string | null;
  /** Why the last step was taken, where somebody said it. */
  reason: string | null;
}

/** A sample, and how far it has been announced. */
export interface Sample extends SampleFacts {
  /** As last announced; what it is at an instant, stateAt() says. */
  state: SampleState;
  /** Counts what was announced, from 1. */
  revision: number;
}

/** The state that the facts make. Only the passing of the due instant changes it without a new fact. */
export function stateAt(sample: SampleFacts, at: UtcInstant): SampleState {
  if (sample.rejectedAt) return 'rejected';
  if (sample.cancelledAt) return 'cancelled';
  if (sample.fulfilledAt) return 'fulfilled';
  if (sample.receivedAt) return at < sample.contentDueAt! ? 'received' : 'overdue';
  if (sample.shippedAt) return 'shipped';
  if (sample.boughtAt) return 'bought';
  return sample.approvedAt ? 'approved' : 'requested';
}

/** Since when a sample is in a state that it has come to. */
export function since(sample: SampleFacts, state: SampleState): UtcInstant {
  const instants: Record<SampleState, UtcInstant | null> = {
    requested: sample.requestedAt,
    approved: sample.approvedAt,
    rejected: sample.rejectedAt,
    cancelled: sample.cancelledAt,
    bought: sample.boughtAt,
    shipped: sample.shippedAt,
    received: sample.receivedAt,
    overdue: sample.contentDueAt,
    fulfilled: sample.fulfilledAt,
  };
  return instants[state]!;
}

/** Whether the content came, but only at the due instant or after it. */
export const isLate = ({ fulfilledAt, contentDueAt }: SampleFacts): boolean =>
  fulfilledAt !== null && contentDueAt !== null && fulfilledAt >= contentDueAt;

/** Whether the brand owes the promoter the sample's price: it was bought, and its content came in time. */
export const isRefundDue = (sample: SampleFacts): boolean =>
  sample.buyFirst && sample.fulfilledAt !== null && !isLate(sample) && sample.refundedAt === null;

/** Whether the promoter may still come to another state with it; while so, they get no second one of the product. */
export const isOpen = (state: SampleState): boolean => !['rejected', 'cancelled', 'fulfilled'].includes(state);
