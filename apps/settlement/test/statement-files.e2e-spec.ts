import { parse } from 'csv-parse/sync';
import { Workbook, type Worksheet } from 'exceljs';
import { Outbox } from '@chuanliu/messaging/outbox';
import { PATIENCE_MS } from '@chuanliu/testing/eventually';
import { AwaitSettlementHandler } from '../src/await-settlement/await-settlement.handler';
import { SettleOnTouch } from '../src/settle-business-day/settle-on-touch';
import { SettleOrders } from '../src/settle-business-day/settle-orders';
import { aLine, aSplit, partialRefund, payment } from './a-sale';
import { aService } from './a-service';

const promoter = { role: 'promoter', partyId: 'pr-1' } as const;
const another = { role: 'promoter', partyId: 'pr-9' } as const;
let service: Awaited<ReturnType<typeof aService>>;
let statementId: string;

/** Of the worked example, with one recruiter at both levels. */
const step = (of: typeof payment) => ({
  ...of,
  shares: of.shares.map(share => (share.partyId === 're-2' ? { ...share, partyId: 're-1' } : share)),
});

async function settle(businessDate: string) {
  const begun = await service.ask('POST', '/v1/settlement-runs', { businessDate });
  expect(begun.status).toBe(202);
  const { runId } = begun.json();
  const until = Date.now() + PATIENCE_MS;
  while ((await service.get(`/v1/settlement-runs/${runId}`)).json().state !== 'done')
    if (Date.now() > until) throw new Error('the run does not end');
}

beforeAll(async () => {
  service = await aService({ clockAt: '2026-12-01T04:00:00.000Z' });
  const { post, database, get } = service;
  const terms = { basis: 'b-1', techFeeBps: 500 };
  await post([aSplit({ lines: [aLine({ ...terms, steps: [step(payment)] })] })]);
  const receipt = { channelId: 'shop-1', orderId: 'o-1', receivedAt: '2026-11-09T10:00:00.000Z', receiptRevision: 1 };
  const awaitSettlement = new AwaitSettlementHandler(new SettleOnTouch(new SettleOrders(new Outbox())));
  await database.transaction(tx => awaitSettlement.run([receipt], tx));
  await settle('2026-11-24');
  statementId = (await get('/v1/statements', promoter)).json().items[0].id;
});
afterAll(() => service?.close());

describe('statements, listed and as files', () => {
  it('are listed with their lines where one party and one day are asked for', async () => {
    const oneDay = '/v1/statements?party=promoter:pr-1&businessDate=2026-11-24';
    const [listed] = (await service.get(oneDay)).json().items;
    const whole = (await service.get(`/v1/statements/${statementId}`)).json();
    expect(listed.lines).toEqual(whole.lines);
    expect(listed.lines).toHaveLength(1);
    expect((await service.get('/v1/statements?party=promoter:pr-1')).json().items[0].lines).toBeUndefined();
  });

  it('come as CSV to the party that they are about', async () => {
    const { status, type, text } = await service.get(`/v1/statements/${statementId}.csv`, promoter);
    expect([status, type]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(text).toContain('2026-11-24,结算 Settled,shop-1,o-1,1,推广佣金 Promoter,20400,2571,25.71,,');
  });

  it('come as a workbook', async () => {
    const { status, type, bytes } = await service.get(`/v1/statements/${statementId}.xlsx`, promoter);
    expect([status, type]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    const book = new Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    expect(book.worksheets.map(sheet => sheet.name)).toEqual(['汇总 Summary', '费用明细 Fees', '明细 Lines']);
    const [summary, fees, lines] = book.worksheets.map(rowsOf) as [unknown[][], unknown[][], unknown[][]];
    expect(summary[0]).toEqual(['结算单 Statement  推广者 Promoter pr-1  2026-11-24']);
    expect(summary.slice(3, 12).map(row => row[1])).toEqual([0, 25.71, 0, 0, 0, 0, 0, 0, 25.71]);
    expect(fees.at(-1)!.slice(1)).toEqual(['应得合计 Yours', 25.71]);
    const [, settled, total] = lines;
    expect(settled!.slice(0, 9)).toEqual([
      ...['2026-11-24', '结算 Settled', 'shop-1', 'o-1', 1],
      ...['推广佣金 Promoter', 20_400, 2_571, 25.71],
    ]);
    expect(total!.slice(6)).toEqual([20_400, 2_571, 25.71]);
  });

  it('are absent for everybody else, and where there is no statement', async () => {
    for (const file of [`${statementId}.csv`, `${statementId}.xlsx`]) {
      expect((await service.get(`/v1/statements/${file}`, another)).status).toBe(404);
      expect((await service.get(`/v1/statements/${file}`, { role: 'operator' })).status).toBe(403);
    }
    expect((await service.get('/v1/statements/nothing.csv')).status).toBe(404);
  });

  it('of a month add its days up, for the party itself and for finance who names it', async () => {
    const own = (await service.get('/v1/monthly-statements?month=2026-11', promoter)).json();
    expect(own).toMatchObject({
      party: 'promoter:pr-1',
      month: '2026-11',
      openingFen: 0,
      linesFen: 2571,
      closingFen: 2571,
    });
    expect(own.days).toHaveLength(1);
    const named = '/v1/monthly-statements?month=2026-11&party=promoter:pr-1';
    expect((await service.get(named)).json()).toEqual(own);
    expect((await service.get(named, another)).status).toBe(404);
    expect((await service.get('/v1/monthly-statements?month=2026-11')).json()).toMatchObject({
      type: '/problems/settlement/party-required',
    });
    expect((await service.get('/v1/monthly-statements?month=2026-13', promoter)).status).toBe(400);
    const csv = await service.get(`${named}&format=csv`);
    expect(csv.text).toContain('期末可提现 Closing balance,,,,,,,2571,25.71,,');
  });

  it('keep the shares of a line apart when it is adjusted afterwards, in both files alike', async () => {
    const lines = [aLine({ revision: 2, basis: 'b-1', techFeeBps: 500, steps: [step(payment), step(partialRefund)] })];
    await service.post([aSplit({ lines })]);
    await settle('2026-11-25');
    const month = '/v1/monthly-statements?month=2026-11&party=recruiter:re-1';
    const csv = parse((await service.get(`${month}&format=csv`)).text, {
      bom: true,
      columns: false,
      relax_column_count: true,
    });
    const book = new Workbook();
    await book.xlsx.load((await service.get(`${month}&format=xlsx`)).bytes as unknown as ArrayBuffer);
    for (const rows of [csv, rowsOf(book.getWorksheet('明细 Lines')!)]) {
      const shown = rows.filter(row => row[3] === 'o-1').map(row => [0, 4, 5, 6, 7].map(column => row[column] || null));
      expect(shown.map(row => row.map(value => (value === null ? null : String(value as string | number))))).toEqual([
        ['2026-11-24', '1', '招商服务费 Recruiter', '20400', '612'],
        ['2026-11-24', '1', '二级招商服务费 Second recruiter', '20400', '408'],
        ['2026-11-25', '1', '招商服务费 Recruiter', null, '-150'],
        ['2026-11-25', '1', '二级招商服务费 Second recruiter', null, '-100'],
      ]);
    }
  });
});

/** What another program would read in a sheet, row by row. */
function rowsOf(sheet: Worksheet): unknown[][] {
  const rows: unknown[][] = [];
  sheet.eachRow(row => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}
