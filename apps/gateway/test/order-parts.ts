import type { OrderParts } from '../src/read-order/order-parts';

/** What the services know of an order of two lines: one that pr-1 won against pr-2, one of the brand's own stream. */
export function anOrderOfTwoLines(): OrderParts {
  const line = {
    productId: 'p-1',
    paidFen: 10_000,
    platformSubsidyFen: 0,
    refundedFen: 0,
    baseFen: 10_000,
    state: 'estimated',
  };
  const decided = {
    orderRevision: 1,
    revision: 1,
    policyVersion: 'v1',
    accountId: null,
    pickId: null,
    promoterId: null,
    late: [],
    appeals: [],
  };
  const split = {
    orderRevision: 1,
    decisionRevision: 1,
    revision: 1,
    baseFen: line.baseFen,
    promoterId: null,
    state: 'estimated',
  };
  const river = { joined: false, return: null, grants: [] };
  const instants = { occurredAt: '2026-11-06T12:00:03.000Z', bookedOn: '2026-11-06' };
  return {
    order: {
      channelId: 'shop-1',
      orderId: 'o-1',
      orderRevision: 1,
      brandId: 'br-1',
      orderedAt: '2026-11-06T12:00:00.000Z',
      paidAt: '2026-11-06T12:00:03.000Z',
      payment: { channel: 'wechat', transactionId: '4200001', freightFen: 0 },
      state: 'paid',
      lines: [
        { lineNo: 1, ...line },
        { lineNo: 2, ...line },
      ],
      refunds: [],
    },
    decisions: [
      {
        ...decided,
        lineNo: 1,
        outcome: 'distribution',
        rule: 'carried-code',
        promoterId: 'pr-1',
        pickId: 'pick-1',
        candidates: [
          { rule: 'purchase-surface', promoterId: 'pr-2', accountId: 'a-2', verdict: 'refused', reason: 'not-picked' },
          { rule: 'carried-code', promoterId: 'pr-1', promotionCode: 'pc-1', verdict: 'won' },
        ],
        river: {
          joined: true,
          return: null,
          grants: [{ party: 'brand:br-1', impressions: 1_000, eligible: true, reason: null }],
        },
      },
      {
        ...decided,
        lineNo: 2,
        outcome: 'self-broadcast',
        rule: 'purchase-surface',
        accountId: 'a-br-1',
        candidates: [{ rule: 'purchase-surface', accountId: 'a-br-1', verdict: 'won' }],
        river: {
          ...river,
          return: { broughtBy: 'pr-3', heldOut: false },
          grants: [{ party: 'promoter:pr-3', impressions: 500, eligible: true, reason: null }],
        },
      },
    ],
    splits: [
      {
        ...split,
        lineNo: 1,
        outcome: 'distribution',
        promoterId: 'pr-1',
        terms: { commissionBps: 2_000, agencyId: 'ag-1' },
        shares: [
          { share: 'promoter', partyId: 'pr-1', amountFen: 1_400, formula: 'C − A' },
          { share: 'agency', partyId: 'ag-1', amountFen: 600, formula: 'A' },
          { share: 'brand', partyId: 'br-1', amountFen: 8_000, formula: 'rest' },
        ],
      },
      { ...split, lineNo: 2, outcome: 'self-broadcast', terms: null, shares: [] },
    ],
    postings: [1, 2].map(lineNo => ({
      lineNo,
      orderRevision: 1,
      splitRevision: 1,
      statementIds: [],
      tooLate: [],
      postings: (lineNo === 1
        ? ([
            ['liability:promoter:pr-1:pending', 1_400],
            ['liability:promoter:pr-11:pending', 1],
            ['liability:brand:br-1:pending', 8_000],
          ] as const)
        : ([['liability:brand:br-1:pending', 10_000]] as const)
      ).map(([account, creditFen]) => ({ postingId: `${lineNo}`, ...instants, account, creditFen, cause: 'paid' })),
    })),
  };
}
