import { aLine, aSplit, partialRefund, payment } from '../../test/a-sale';
import { aSettlement } from '../../test/a-settlement';
import { StatementsQuery } from '../read-statements/statements.query';
import { ReportOfStatements } from './report-of-statements';
import { RolesOfStatement } from './roles-of-statement.query';
import { statementAsCsv } from './statement-as-csv';
import type { StatementReport } from './statement-report';

let s: Awaited<ReturnType<typeof aSettlement>>;
let reports: ReportOfStatements;
beforeAll(async () => {
  s = await aSettlement();
  const statements = new StatementsQuery(s.database);
  reports = new ReportOfStatements(statements, new RolesOfStatement(s.database), s.database);
  // The worked example is settled on the 24th, again on the 25th; on the 26th a refund of the first one is known.
  for (const [orderId, receivedAt] of [
    ['o-1', '2026-11-09T10:00:00.000Z'],
    ['o-2', '2026-11-10T10:00:00.000Z'],
  ] as const) {
    await s.divide(aSplit({ orderId, lines: [aLine({ basis: 'b-1', techFeeBps: 500 })] }));
    await s.receive(orderId, receivedAt);
  }
  await s.settle('2026-11-24');
  await s.settle('2026-11-25');
  const refunded = aLine({ revision: 2, basis: 'b-1', techFeeBps: 500, steps: [payment, partialRefund] });
  await s.divide(aSplit({ orderId: 'o-1', lines: [refunded] }));
  await s.settle('2026-11-26');
});
afterAll(() => s.close());

const monthOf = (kind: 'brand' | 'promoter' | 'recruiter', id: string, month = '2026-11') =>
  reports.ofMonth({ kind, id }, month);

async function csvOf(report: StatementReport): Promise<string> {
  let text = '';
  for await (const part of statementAsCsv(report)) text += part;
  return text;
}

describe('a month of a party', () => {
  it('adds its days up, and leads from the opening to the closing balance row by row', async () => {
    const report = await monthOf('promoter', 'pr-1');
    expect(report).toMatchObject({ from: '2026-11-01', to: '2026-11-30' });
    expect(report.sums).toMatchObject({ openingFen: 0, linesFen: 5142, adjustmentsFen: -630, closingFen: 4512 });
    expect(report.days.map(day => [day.businessDate, day.closingFen])).toEqual([
      ['2026-11-24', 2571],
      ['2026-11-25', 5142],
      ['2026-11-26', 4512],
    ]);
    expect((await csvOf(report)).split('\r\n').filter(row => row.startsWith('2026-11-'))).toEqual([
      '2026-11-24,结算 Settled,shop-1,o-1,1,推广佣金 Promoter,20400,2571,25.71,,',
      '2026-11-25,结算 Settled,shop-1,o-2,1,推广佣金 Promoter,20400,2571,25.71,,',
      expect.stringMatching(
        /^2026-11-26,结算后调整 Adjustment after settlement,shop-1,o-1,1,推广佣金 Promoter,,-630,-6\.30,2026-/,
      ),
    ]);
  });

  it('shows how its shares follow from the whole, as it was settled', async () => {
    const [brand] = (await monthOf('brand', 'br-1')).roles;
    expect(brand).toEqual({
      role: 'brand',
      baseFen: 40_800,
      shares: {
        promoter: 5142,
        assist: 816,
        agency: 2202,
        recruiter: 1224,
        'second-recruiter': 816,
        brand: 28_560,
        'tech-fee': 2040,
        'promotion-fee': 0,
      },
    });
    const [assistant] = (await monthOf('promoter', 'pr-2')).roles;
    expect(assistant).toEqual({ role: 'assist', baseFen: 40_800, shares: { assist: 408 } });
  });

  it('without any statement leads from the balance before it to itself', async () => {
    const report = await monthOf('promoter', 'pr-1', '2026-12');
    expect(report.sums).toMatchObject({ openingFen: 4512, linesFen: 0, closingFen: 4512 });
    expect((await monthOf('promoter', 'pr-1', '2026-10')).sums).toMatchObject({ openingFen: 0, closingFen: 0 });
    expect((await csvOf(report)).split('\r\n').filter(row => row.startsWith('2026'))).toEqual([]);
  });

  it('ends on its last day, in February as well', async () => {
    expect((await monthOf('promoter', 'pr-1', '2028-02')).to).toBe('2028-02-29');
    expect((await monthOf('promoter', 'pr-1', '2026-12')).to).toBe('2026-12-31');
  });
});
