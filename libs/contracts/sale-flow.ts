import { appealChanged } from './attribution/appeal-changed.v1';
import { saleAttributed } from './attribution/sale-attributed.v1';
import { commissionSplit } from './commissions/commission-split.v1';
import { saleStateChanged } from './commissions/sale-state-changed.v1';
import type { EventDefinition } from './define-event';
import { orderEventTakenIn } from './gateway/order-event-taken-in.v1';
import { touchTakenIn } from './gateway/touch-taken-in.v1';
import { orderPaid } from './orders/order-paid.v1';
import { orderReceived } from './orders/order-received.v1';
import { orderRefunded } from './orders/order-refunded.v1';
import { accountOwned } from './partners/account-owned.v1';
import { agencyContract } from './partners/agency-contract.v1';
import { brandVersion } from './partners/brand-version.v1';
import { partyRegistered } from './partners/party-registered.v1';
import { partySuspended } from './partners/party-suspended.v1';
import { payeeKnown } from './partners/payee-known.v1';
import { policyVersion } from './partners/policy-version.v1';
import { promoterVersion } from './partners/promoter-version.v1';
import { pickKnown } from './product-pool/pick-known.v1';
import { productKnown } from './product-pool/product-known.v1';
import { sampleChanged } from './product-pool/sample-changed.v1';
import { appealAdjustmentChanged } from './settlement/appeal-adjustment-changed.v1';
import { lineHoldChanged } from './settlement/line-hold-changed.v1';
import { linesSettled } from './settlement/lines-settled.v1';
import { payoutChanged } from './settlement/payout-changed.v1';
import { revisionRejected } from './settlement/revision-rejected.v1';

/** What must be known before a sale can be divided: who takes part, and on which terms. */
export const configurationEvents: EventDefinition[] = [
  brandVersion,
  promoterVersion,
  partyRegistered,
  accountOwned,
  agencyContract,
  partySuspended,
  payeeKnown,
  policyVersion,
  productKnown,
  pickKnown,
] as unknown as EventDefinition[];

/** What happens before a sale and may name who brought it. */
const touchEvents: EventDefinition[] = [touchTakenIn] as unknown as EventDefinition[];

/** The events of a sale, in the order in which it meets them. */
export const saleFlow: EventDefinition[] = [
  orderEventTakenIn,
  orderPaid,
  orderReceived,
  orderRefunded,
  saleAttributed,
  commissionSplit,
  saleStateChanged,
  lineHoldChanged,
  linesSettled,
  revisionRejected,
] as unknown as EventDefinition[];

/** What becomes of money that a sale made available. */
const payoutEvents: EventDefinition[] = [payoutChanged] as unknown as EventDefinition[];

/** What happens beside the sale and bears on scores. */
const conductEvents: EventDefinition[] = [sampleChanged] as unknown as EventDefinition[];

/** What persons say of a sale and decide about it. */
const disputeEvents: EventDefinition[] = [appealChanged, appealAdjustmentChanged] as unknown as EventDefinition[];

export const allEvents: EventDefinition[] = [
  ...configurationEvents,
  ...touchEvents,
  ...saleFlow,
  ...payoutEvents,
  ...conductEvents,
  ...disputeEvents,
];
