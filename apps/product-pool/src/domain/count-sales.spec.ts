import type { AttributedLine } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import { salesIn } from './count-sales';

const line = (change: Partial<AttributedLine> = {}): AttributedLine => ({
  ...{ lineNo: 1, revision: 1, orderRevision: 1, present: true, productId: 'p-1', paidFen: 1990, freightFen: 0 },
  ...{ platformSubsidyFen: 0, refunds: [], tag: null, outcome: 'organic', promoterId: null, pickId: null },
  ...{ assistantIds: [], ...change },
});
const paidAt = '2026-11-06T15:59:59.999Z'; // The last instant of 6 November in Shanghai.

describe('sales are counted', () => {
  it('by product and the business day of their payment, promoters’ own apart', () => {
    const announced = [
      { paidAt, lines: [line(), line({ lineNo: 2, outcome: 'distribution' }), line({ lineNo: 3, productId: 'p-2' })] },
      { paidAt, lines: [line({ outcome: 'self-broadcast' })] },
      { paidAt: '2026-11-06T16:00:00.000Z', lines: [line()] },
    ];
    expect(salesIn(announced)).toEqual([
      { productId: 'p-1', day: '2026-11-06', sales: 3, distributionSales: 1 },
      { productId: 'p-2', day: '2026-11-06', sales: 1, distributionSales: 0 },
      { productId: 'p-1', day: '2026-11-07', sales: 1, distributionSales: 0 },
    ]);
  });

  it.each([
    ['a later announcement of the line', { revision: 2 }],
    ['a gift', { outcome: 'void' as const }],
    ['a line that the payment lacks', { present: false }],
  ])('without %s', (_, change) => expect(salesIn([{ paidAt, lines: [line(change)] }])).toEqual([]));
});
