import { saleAttributed, type AttributedLine } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import type { DataOf, EventDefinition } from '@chuanliu/contracts/define-event';
import { orderReceived } from '@chuanliu/contracts/orders/order-received.v1';
import { agencyContract } from '@chuanliu/contracts/partners/agency-contract.v1';
import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { partyRegistered } from '@chuanliu/contracts/partners/party-registered.v1';
import { policyVersion } from '@chuanliu/contracts/partners/policy-version.v1';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import { lineHoldChanged } from '@chuanliu/contracts/settlement/line-hold-changed.v1';
import { linesSettled } from '@chuanliu/contracts/settlement/lines-settled.v1';
import { pickKnown, type Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';

/** Something that another service told. */
export interface Told {
  event: EventDefinition;
  data: unknown;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any event's definition
const told = <D extends EventDefinition<any>>(event: D, data: DataOf<D>): Told => {
  if (!event.check(data)) throw new Error(`not a ${event.type}: ${JSON.stringify(event.check.errors)}`);
  return { event, data };
};

export type SaleOptions = Partial<AttributedLine> & {
  orderId?: string;
  channelId?: string;
  brandId?: string;
  orderedAt?: string;
};

/** The rule book's example: 19,900 paid and 500 of subsidy, brought by pr-1 with two assistants; revision 1. */
export function aSaleAttributed(options: SaleOptions = {}): Told {
  const { orderId = 'o-1', channelId = 'shop', brandId = 'br-1', orderedAt = '2026-11-06T12:00:00.000Z' } = options;
  const { orderId: _o, channelId: _c, brandId: _b, orderedAt: _a, ...line } = options;
  return told(saleAttributed, {
    channelId,
    orderId,
    brandId,
    orderedAt,
    paidAt: '2026-11-06T12:00:03.000Z',
    paymentOccurredAt: '2026-11-06T12:00:03.000Z',
    paymentChannel: 'wechat',
    transactionId: '4200001',
    lines: [
      {
        lineNo: 1,
        revision: 1,
        orderRevision: 1,
        present: true,
        productId: 'p-1',
        paidFen: 19_900,
        platformSubsidyFen: 500,
        freightFen: 0,
        refunds: [],
        tag: null,
        outcome: 'distribution',
        promoterId: 'pr-1',
        pickId: 'pi-1',
        assistantIds: ['pr-2', 'pr-3'],
        ...line,
      },
    ],
  });
}

/** What attribution says of a line that nobody brought. */
export const nobodyBrought = {
  outcome: 'organic' as const,
  promoterId: null,
  pickId: null,
  assistantIds: [] as string[],
};

export const aRefund = (refundId: string, refundFen: number, occurredAt = '2026-11-08T00:00:00.000Z') => ({
  refundId,
  lineNo: 1,
  occurredAt,
  refundFen,
  subsidyFen: 0,
  freightFen: 0,
  transactionId: `t-${refundId}`,
});

/** The example's terms from an instant on. */
export const someTerms = (effectiveFrom: string, more: Partial<Terms> = {}): Terms => ({
  effectiveFrom,
  commissionBps: 2000,
  assistBps: 1000,
  serviceBps: 500,
  secondServiceBps: 200,
  recruiterId: 're-1',
  secondRecruiterId: 're-2',
  ...more,
});

export const aPickKnown = (
  terms: Terms[] = [someTerms('2026-11-01T00:00:00.000Z')],
  revision = 1,
  pickId = 'pi-1',
): Told =>
  told(pickKnown, {
    pickId,
    promoterId: 'pr-1',
    productId: 'p-1',
    promotionCode: 'pc-1',
    activityId: 'act-1',
    tag: null,
    from: '2026-11-01T00:00:00.000Z',
    to: null,
    terms,
    revision,
  });

/** The example's agency: 30 % of what pr-1 earns. */
export const aContract = (more: Partial<DataOf<typeof agencyContract>> = {}): Told =>
  told(agencyContract, {
    promoterId: 'pr-1',
    agencyId: 'ag-1',
    agencyBps: 3000,
    from: '2026-01-01T00:00:00.000Z',
    to: null,
    revision: 1,
    ...more,
  });

export const aBrand = (more: Partial<DataOf<typeof brandVersion>> = {}): Told =>
  told(brandVersion, { brandId: 'br-1', effectiveFrom: '2026-01-01T00:00:00.000Z', ...more });

export const aPromoter = (promoterId: string): Told =>
  told(promoterVersion, { promoterId, effectiveFrom: '2026-01-01T00:00:00.000Z', name: promoterId });

export const aParty = (kind: 'recruiter' | 'agency', partyId: string): Told =>
  told(partyRegistered, { kind, partyId, name: partyId, revision: 1 });

export const feesFrom = (effectiveFrom: string, promotionFeeBps: number): Told =>
  told(policyVersion, { policy: 'fees', effectiveFrom, fields: { promotionFeeBps } });

export const aReceipt = (receivedAt: string | null, receiptRevision = 1, orderId = 'o-1'): Told =>
  told(orderReceived, { channelId: 'shop', orderId, receiptRevision, receivedAt });

/** A line as a run took it; without options the first split of the example's line. */
export type SettledOptions = Partial<DataOf<typeof linesSettled>['lines'][0]>;

export const someSettled = (...lines: SettledOptions[]): Told =>
  told(linesSettled, {
    batchId: 'run-1:1',
    runId: 'run-1',
    businessDate: '2026-11-25',
    lines: lines.map(line => ({
      channelId: 'shop',
      orderId: 'o-1',
      lineNo: 1,
      decisionRevision: 1,
      splitRevision: 1,
      basis: null,
      baseFen: 20_400,
      ...line,
    })),
  });

export const aHold = (isHeld: boolean, holdRevision = 1, lineNo = 1): Told =>
  told(lineHoldChanged, { channelId: 'shop', orderId: 'o-1', lineNo, holdRevision, isHeld });
