import type { Appeal, OrderParts } from '../src/read-order/order-parts';

/**
 * An order of one line that pr-1 won by a click, after pr-4's code had ended, with two assistants, an agency and a
 * partial refund; the promoter who was refused and the brand have appealed.
 */
export function anAssistedOrder(): OrderParts {
  const base = 15_400;
  const share = (name: string, partyId: string | null, amountFen: number, formula: string) => ({
    share: name,
    partyId,
    amountFen,
    formula: `${formula} = ${amountFen}`,
  });
  const assist = (partyId: string) => share('assist', partyId, 154, '⌊(3080 − 0) × 1000 / 10000⌋ = 308; ⌊308 / 2⌋');
  const entry = (account: string, more: { debitFen?: number; creditFen?: number }, isRefund = false) => ({
    postingId: isRefund ? '2' : '1',
    occurredAt: isRefund ? '2026-11-07T02:00:00.000Z' : '2026-11-06T12:00:03.000Z',
    bookedOn: isRefund ? '2026-11-07' : '2026-11-06',
    account,
    ...more,
    cause: isRefund ? 'refund r-1' : 'paid',
  });
  return {
    order: {
      channelId: 'shop-1',
      orderId: 'o-1',
      orderRevision: 2,
      brandId: 'br-1',
      orderedAt: '2026-11-06T12:00:00.000Z',
      paidAt: '2026-11-06T12:00:03.250Z',
      payment: { channel: 'wechat', transactionId: '4200001', freightFen: 0 },
      state: 'paid',
      lines: [
        {
          lineNo: 1,
          productId: 'p-1',
          paidFen: 19_900,
          platformSubsidyFen: 500,
          refundedFen: 5_000,
          baseFen: base,
          state: 'estimated',
        },
      ],
      refunds: [
        {
          refundId: 'r-1',
          lineNo: 1,
          occurredAt: '2026-11-07T02:00:00.000Z',
          refundFen: 5_000,
          subsidyFen: 0,
          freightFen: 0,
          reason: 'buyer says | <b>no</b>',
        },
      ],
    },
    decisions: [
      {
        lineNo: 1,
        orderRevision: 2,
        revision: 3,
        outcome: 'distribution',
        rule: 'last-click',
        promoterId: 'pr-1',
        pickId: 'pick-1',
        accountId: null,
        policyVersion: 'attribution/default',
        candidates: [
          {
            rule: 'carried-code',
            promotionCode: 'pc-4',
            promoterId: 'pr-4',
            verdict: 'refused',
            reason: 'code-ended',
          },
          {
            rule: 'last-click',
            touchId: 't-1',
            occurredAt: '2026-11-06T11:00:00.000Z',
            promotionCode: 'pc-1',
            promoterId: 'pr-1',
            verdict: 'won',
          },
        ],
        river: {
          joined: true,
          return: null,
          grants: [{ party: 'brand:br-1', impressions: 1_540, eligible: false, reason: 'shop-score-too-low' }],
        },
        late: [
          { revision: 4, rule: 'carried-code', promoterId: 'pr-7', pickId: 'pick-7', assistantIds: ['pr-8', 'pr-1'] },
        ],
        appeals: [
          anAppeal('promoter:pr-4'),
          anAppeal('brand:br-1', { state: 'refused', resolvedAt, reason: '已核实' }),
        ],
      },
    ],
    splits: [
      {
        lineNo: 1,
        orderRevision: 2,
        decisionRevision: 3,
        revision: 2,
        baseFen: base,
        outcome: 'distribution',
        promoterId: 'pr-1',
        state: 'frozen',
        terms: {
          commissionBps: 2_000,
          serviceBps: 500,
          secondServiceBps: 200,
          techFeeBps: 500,
          promotionFeeBps: 0,
          assistBps: 1_000,
          agencyBps: 3_050,
          agencyId: 'ag-1',
          effectiveFrom: '2026-10-31T16:00:00.000Z',
        },
        shares: [
          share('promoter', 'pr-1', 1_927, '⌊15400 × 2000 / 10000⌋ = 3080; 3080 − 0 − 308 − 845'),
          assist('pr-2'),
          assist('pr-3'),
          share('agency', 'ag-1', 845, '⌊(3080 − 0 − 308) × 3050 / 10000⌋'),
          share('second-recruiter', 're-2', 308, '⌊15400 × 200 / 10000⌋'),
          share('recruiter', 're-1', 462, '⌊15400 × 500 / 10000⌋ = 770; 770 − 308'),
          share('tech-fee', null, 770, '⌊15400 × 500 / 10000⌋'),
          share('brand', 'br-1', 10_780, '15400 − 3080 − 770 − 770'),
        ],
      },
    ],
    postings: [
      {
        lineNo: 1,
        orderRevision: 2,
        splitRevision: 2,
        postings: [
          entry('asset:escrow:wechat', { debitFen: 19_900 }),
          entry('liability:promoter:pr-1:pending', { creditFen: 2_551 }),
          entry('liability:promoter:pr-2:pending', { creditFen: 204 }),
          entry('liability:brand:br-1:pending', { creditFen: 14_280 }),
          entry('liability:promoter:pr-1:pending', { debitFen: 624 }, true),
          entry('liability:promoter:pr-2:pending', { debitFen: 50 }, true),
        ],
        statementIds: [
          { statementId: 'st-1', party: 'promoter:pr-1' },
          { statementId: 'st-2', party: 'brand:br-1' },
        ],
        tooLate: [
          { decisionRevision: 1, outcome: 'distribution', at: '2026-11-27T00:00:00.000Z' },
          { decisionRevision: 5, outcome: 'distribution', at: '2026-11-28T00:00:00.000Z' },
        ],
      },
    ],
  };
}

const resolvedAt = '2026-11-09T00:00:00.000Z';

const anAppeal = (party: string, more: Partial<Appeal> = {}): Appeal => ({
  id: `ap-${party}`,
  channelId: 'shop-1',
  orderId: 'o-1',
  lineNo: 1,
  party,
  text: '# Mine!\n<img src=x> **all** of it | see https://evil.example/_x_ and www.evil.example',
  state: 'open',
  filedAt: '2026-11-08T00:00:00.000Z',
  dueAt: '2026-11-15T00:00:00.000Z',
  resolvedAt: null,
  reason: null,
  adjustment: null,
  updatedAt: '2026-11-08T00:00:00.000Z',
  ...more,
});
