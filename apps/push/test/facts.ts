import type { commissionSplit, Share, SplitLine } from '@chuanliu/contracts/commissions/commission-split.v1';
import type { saleStateChanged } from '@chuanliu/contracts/commissions/sale-state-changed.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import type { pickKnown, Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';
import type { sampleChanged } from '@chuanliu/contracts/product-pool/sample-changed.v1';
import type { payoutChanged } from '@chuanliu/contracts/settlement/payout-changed.v1';

type Split = DataOf<typeof commissionSplit>;
type StateChange = DataOf<typeof saleStateChanged>;

const paidAt = '2026-11-06T11:00:00.000Z';

/** Shares as `promoter pr-1 2571`; the platform's as `tech-fee - 1020`. */
export const shares = (...texts: string[]): Share[] =>
  texts.map(text => {
    const [share, partyId, amountFen] = text.split(' ') as [Share['share'], string, string];
    return { share, partyId: partyId === '-' ? null : partyId, amountFen: Number(amountFen) };
  });

export const paid = shares(
  ...['promoter pr-1 2571', 'assist pr-2 204', 'agency ag-1 1101', 'recruiter re-1 612', 'tech-fee - 1020'],
  'brand br-1 14280',
);

/** A split of one line: the payment's shares, then those after each refund. */
export function aSplit(revision: number, steps: Share[][], more: Partial<SplitLine> = {}, orderId = 'o-1'): Split {
  const line: SplitLine = {
    ...{ lineNo: 1, revision, orderRevision: revision, decisionRevision: revision, outcome: 'distribution' },
    ...{ productId: 'p-1', state: 'estimated' },
    steps: steps.map((ofStep, n) => ({
      ...{ refundId: n === 0 ? null : `r-${n}`, occurredAt: paidAt, transactionId: null, movedFen: 0, freightFen: 0 },
      ...{ subsidyFen: 0, excessFen: 0, baseFen: ofStep.reduce((sum, share) => sum + share.amountFen, 0) },
      shares: ofStep,
    })),
    ...more,
  };
  return { channelId: 'shop', orderId, brandId: 'br-1', paymentChannel: 'wechat', lines: [line] };
}

export function aStateChange(state: 'estimated' | 'confirmed', ofLine: Share[], orderId = 'o-1'): StateChange {
  const outcome = 'distribution' as const;
  const baseFen = ofLine.reduce((sum, share) => sum + share.amountFen, 0);
  const line = { lineNo: 1, productId: 'p-1', outcome, state, baseFen, shares: ofLine };
  return { channelId: 'shop', orderId, brandId: 'br-1', lines: [line] };
}

export const terms = (effectiveFrom: string, commissionBps: number, more: Partial<Terms> = {}): Terms => ({
  ...{ effectiveFrom, commissionBps, assistBps: 0, serviceBps: 0, secondServiceBps: 0 },
  ...{ recruiterId: null, secondRecruiterId: null },
  ...more,
});

export const aPick = (revision: number, series: Terms[], to: string | null = null): DataOf<typeof pickKnown> => ({
  ...{ pickId: 'pi-1', promoterId: 'pr-1', productId: 'p-1', brandId: 'br-1', promotionCode: 'pc-1' },
  ...{ activityId: null, tag: null, from: '2026-11-01T00:00:00.000Z', to, terms: series, revision },
});

export const aSample = (
  revision: number,
  state: DataOf<typeof sampleChanged>['state'],
  at: string,
): DataOf<typeof sampleChanged> => ({
  ...{ sampleId: 'sa-1', promoterId: 'pr-1', brandId: 'br-1', productId: 'p-1', state, at },
  ...{ contentDueAt: null, reason: null, revision },
});

export const aPayout = (
  state: DataOf<typeof payoutChanged>['state'],
  sentAt: string,
  more: Partial<DataOf<typeof payoutChanged>> = {},
): DataOf<typeof payoutChanged> => ({
  ...{ payoutId: 'po-1', party: { kind: 'promoter', id: 'pr-1' }, grossFen: 600_000, taxFen: 0, netFen: 600_000 },
  ...{ state, sentAt, resultAt: null, reference: null, reason: null },
  ...more,
});
