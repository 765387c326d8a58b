import { createHash } from 'node:crypto';
import type { DataOf, EventDefinition } from '@chuanliu/contracts/define-event';
import { touchTakenIn } from '@chuanliu/contracts/gateway/touch-taken-in.v1';
import { orderPaid } from '@chuanliu/contracts/orders/order-paid.v1';
import { orderRefunded } from '@chuanliu/contracts/orders/order-refunded.v1';
import { agencyContract } from '@chuanliu/contracts/partners/agency-contract.v1';
import { accountOwned } from '@chuanliu/contracts/partners/account-owned.v1';
import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { partySuspended } from '@chuanliu/contracts/partners/party-suspended.v1';
import { policyVersion } from '@chuanliu/contracts/partners/policy-version.v1';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import { appealAdjustmentChanged } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { linesSettled } from '@chuanliu/contracts/settlement/lines-settled.v1';
import { revisionRejected } from '@chuanliu/contracts/settlement/revision-rejected.v1';
import { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';

/** An event's definition and data, as another service would tell it. */
export interface Told {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any event's definition
  event: EventDefinition<any>;
  data: unknown;
}

export type PaidData = DataOf<typeof orderPaid>;
export type PaidLine = PaidData['lines'][number];
export type Payment = NonNullable<PaidData['payment']>;
export type RefundData = DataOf<typeof orderRefunded>['refunds'][number];

export const DAY = 86_400_000;
export const T0 = '2026-11-01T00:00:00.000Z';
export const BUYER = 'b'.repeat(64);

/** An instant some milliseconds after T0. */
export const after = (ms: number): string => new Date(Date.parse(T0) + ms).toISOString();

export const aLine = (
  parts: Partial<Omit<PaidLine, 'scene'>> & { scene?: Partial<PaidLine['scene']> } = {},
): PaidLine => ({
  lineNo: 1,
  productId: 'p-1',
  quantity: 1,
  paidFen: 19_900,
  platformSubsidyFen: 500,
  ...parts,
  scene: { surface: 'live', accountId: null, contentId: null, promotionCode: null, tag: null, ...parts.scene },
});

export const aPayment = (parts: Partial<Payment> = {}): Payment => ({
  occurredAt: after(3_000),
  brandId: 'br-1',
  buyerKey: BUYER,
  orderedAt: T0,
  paidAt: after(3_000),
  channel: 'wechat',
  transactionId: '4200001',
  freightFen: 0,
  ...parts,
});

export const paid = (
  parts: { orderId?: string; orderRevision?: number; payment?: Partial<Payment> | null; lines?: PaidLine[] } = {},
): Told => ({
  event: orderPaid,
  data: {
    channelId: 'ch-1',
    orderId: parts.orderId ?? 'o-1',
    orderRevision: parts.orderRevision ?? 1,
    payment: parts.payment === null ? null : aPayment(parts.payment),
    lines: parts.payment === null ? [] : (parts.lines ?? [aLine()]),
  },
});

export const aRefund = (parts: Partial<RefundData> = {}): RefundData => ({
  refundId: 'r-1',
  lineNo: 1,
  occurredAt: after(DAY),
  refundFen: 5_000,
  subsidyFen: 0,
  freightFen: 0,
  transactionId: null,
  withdrawn: false,
  ...parts,
});

export const refunded = (parts: { orderId?: string; orderRevision?: number; refunds?: RefundData[] } = {}): Told => ({
  event: orderRefunded,
  data: {
    channelId: 'ch-1',
    orderId: parts.orderId ?? 'o-1',
    orderRevision: parts.orderRevision ?? 2,
    refunds: parts.refunds ?? [aRefund()],
  },
});

export const someTerms = (effectiveFrom: string, assistBps = 0) => ({
  effectiveFrom,
  commissionBps: 2_000,
  assistBps,
  serviceBps: 0,
  secondServiceBps: 0,
  recruiterId: null,
  secondRecruiterId: null,
});

export const picked = (
  parts: Partial<DataOf<typeof pickKnown>> & { termsFrom?: string | null; assistBps?: number } = {},
): Told => {
  const { termsFrom = '2026-01-01T00:00:00.000Z', assistBps = 0, ...pick } = parts;
  return {
    event: pickKnown,
    data: {
      pickId: 'pk-1',
      promoterId: 'pr-1',
      productId: 'p-1',
      promotionCode: 'pc-1',
      activityId: null,
      tag: null,
      from: '2026-01-01T00:00:00.000Z',
      to: null,
      terms: termsFrom === null ? [] : [someTerms(termsFrom, assistBps)],
      revision: 1,
      ...pick,
    },
  };
};

export const owned = (
  kind: 'brand' | 'promoter',
  id: string,
  parts: { accountId?: string; effectiveFrom?: string } = {},
): Told => ({
  event: accountOwned,
  data: { accountId: 'a-1', effectiveFrom: '1000-01-01T00:00:00.000Z', ...parts, owner: { kind, id } },
});

export const brand = (
  shopScore: number | undefined,
  effectiveFrom = '1000-01-01T00:00:00.000Z',
  brandId = 'br-1',
): Told => ({
  event: brandVersion,
  data: { brandId, effectiveFrom, name: 'A brand', ...(shopScore === undefined ? {} : { shopScore }) },
});

export const promoter = (parts: Partial<DataOf<typeof promoterVersion>> = {}): Told => ({
  event: promoterVersion,
  data: { promoterId: 'pr-1', effectiveFrom: '1000-01-01T00:00:00.000Z', ...parts },
});

export const suspended = (parts: Partial<DataOf<typeof partySuspended>> = {}): Told => ({
  event: partySuspended,
  data: {
    kind: 'promoter',
    partyId: 'pr-1',
    suspensionId: 's-1',
    from: T0,
    to: null,
    reason: 'fraud',
    revision: 1,
    ...parts,
  },
});

export const contracted = (parts: Partial<DataOf<typeof agencyContract>> = {}): Told => ({
  event: agencyContract,
  data: {
    promoterId: 'pr-1',
    agencyId: 'ag-1',
    agencyBps: 3_000,
    from: '2026-01-01T00:00:00.000Z',
    to: null,
    revision: 1,
    ...parts,
  },
});

export const policy = (name: 'river' | 'attribution' | 'fees', effectiveFrom: string, fields: object): Told => ({
  event: policyVersion,
  data: { policy: name, effectiveFrom, fields },
});

/** A click on promoter 1's link an hour before T0, unless told otherwise. */
export const touched = (parts: Partial<DataOf<typeof touchTakenIn>> = {}): Told => {
  const touch = {
    channelId: 'ch-1',
    touchId: 't-1',
    occurredAt: after(-3_600_000),
    buyerKey: BUYER,
    productId: 'p-1',
    kind: 'click' as const,
    surface: 'link' as const,
    accountId: null,
    contentId: null,
    promotionCode: 'pc-1',
    ...parts,
  };
  const hash = createHash('sha256').update(JSON.stringify(touch)).digest('hex');
  return { event: touchTakenIn, data: { ...touch, hash, ...parts } };
};

/** Lines as a run took them; without parts the first decision of the first order's line. */
export const settled = (...lines: Array<Partial<DataOf<typeof linesSettled>['lines'][number]>>): Told => ({
  event: linesSettled,
  data: {
    batchId: 'run-1:1',
    runId: 'run-1',
    businessDate: '2026-11-25',
    lines: lines.map(line => ({
      ...{ channelId: 'ch-1', orderId: 'o-1', lineNo: 1 },
      ...{ decisionRevision: 1, splitRevision: 1, basis: null, baseFen: 20_400 },
      ...line,
    })),
  },
});

/** An adjustment that makes an appeal against the first order's line good, approved two days after T0. */
export const adjusted = (appealId: string, parts: Partial<DataOf<typeof appealAdjustmentChanged>> = {}): Told => ({
  event: appealAdjustmentChanged,
  data: {
    ...{ appealId, channelId: 'ch-1', orderId: 'o-1', lineNo: 1, adjustmentId: 'adj-1' },
    ...{ state: 'approved', amountFen: 2_571, changedAt: after(2 * DAY) },
    ...parts,
  },
});

export const rejected = (parts: Partial<DataOf<typeof revisionRejected>> = {}): Told => ({
  event: revisionRejected,
  data: {
    ...{ channelId: 'ch-1', orderId: 'o-1', lineNo: 1 },
    ...{ rejectedDecisionRevision: 2, decisionRevision: 1 },
    ...parts,
  },
});
