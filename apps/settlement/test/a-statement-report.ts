import type { ReportLine, ReportMovement, StatementReport } from '../src/statement-files/statement-report';

const settled = (orderId: string, share: ReportLine['share'], baseFen: number, amountFen: number): ReportLine => ({
  businessDate: '2026-11-13',
  channelId: 'shop',
  orderId,
  lineNo: share === 'freight' ? null : 1,
  share,
  baseFen,
  amountFen,
});

const lines: ReportLine[] = [
  settled('o-1', 'promoter', 20_400, 2571),
  settled('o-2', 'promoter', 15_400, 1941),
  settled('o-3', 'assist', 20_400, 204),
];
const movements: ReportMovement[] = [
  {
    businessDate: '2026-11-13',
    kind: 'adjustment',
    occurredAt: '2026-11-12T16:00:00.000Z',
    reference: null,
    channelId: 'shop',
    orderId: 'o-0',
    lineNo: 1,
    share: 'promoter',
    amountFen: -630,
  },
  {
    businessDate: '2026-11-13',
    kind: 'payout',
    occurredAt: '2026-11-13T02:00:00.000Z',
    reference: 'po-1',
    channelId: null,
    orderId: null,
    lineNo: null,
    share: null,
    amountFen: -100_000,
  },
];
const sums = {
  openingFen: 120_005,
  linesFen: 4716,
  adjustmentsFen: -630,
  rebatesFen: 0,
  bonusesFen: 0,
  manualFen: 0,
  payoutsFen: 100_000,
  failedPayoutsFen: 0,
  closingFen: 24_091,
};

async function* page<T>(rows: T[]): AsyncGenerator<T[]> {
  yield rows;
}

/** A promoter's day: two sales won, one assisted, a refund of a settled sale, a payout. */
export const aStatementReport = (differing: Partial<StatementReport> = {}): StatementReport => ({
  party: { kind: 'promoter', id: 'pr-1' },
  payeeName: '周建国',
  from: '2026-11-13',
  to: '2026-11-13',
  sums,
  days: [{ ...sums, id: 'st-1', businessDate: '2026-11-13' }],
  roles: [
    { role: 'promoter', baseFen: 35_800, shares: { promoter: 4512, assist: 716, agency: 1932, 'promotion-fee': 0 } },
    { role: 'assist', baseFen: 20_400, shares: { assist: 204 } },
  ],
  lines: () => page(lines),
  movements: () => page(movements),
  ...differing,
});
