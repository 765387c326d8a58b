import { aLine, aSplit, fullRefund, partialRefund, payment, type Split } from '../../test/a-sale';
import { aSettlement } from '../../test/a-settlement';

jest.setTimeout(120_000);

let s: Awaited<ReturnType<typeof aSettlement>>;
beforeAll(async () => {
  s = await aSettlement();
});
afterAll(() => s.close());
beforeEach(() => s.empty());
afterEach(async () => expect(await s.faults()).toEqual([]));

const basis = 'b-1';
/** The worked example as one line of an order. */
const sale = (orderId = 'o-1', line: Parameters<typeof aLine>[0] = {}, split: Partial<Split> = {}) =>
  aSplit({ orderId, ...split, lines: [aLine({ basis, techFeeBps: 500, ...line })] });

/** Received on the 9th in Shanghai, with the score of 4.50: due on the 24th. */
const received = '2026-11-09T10:00:00.000Z';
const due = '2026-11-24';

const settledAvailable = {
  'agency:ag-1': 1_101,
  'brand:br-1': 14_280,
  'promoter:pr-1': 2_571,
  'promoter:pr-2': 204,
  'promoter:pr-3': 204,
  'recruiter:re-1': 612,
  'recruiter:re-2': 408,
};

describe('the settlement of a business day', () => {
  it('makes available what was received and held long enough, on that very day and not before', async () => {
    await s.divide(sale());
    await s.receive('o-1', received);
    expect(await s.settle('2026-11-23')).toMatchObject({ phase: 'done', line_count: 0, statement_count: 0 });
    expect(await s.available()).toEqual({});
    expect(await s.settle(due)).toMatchObject({
      phase: 'done',
      line_count: 1,
      settled_fen: 20_400,
      statement_count: 7,
    });
    expect(await s.available()).toEqual(settledAvailable);
    expect((await s.balances())['liability:promoter:pr-1:pending']).toBeUndefined();
    expect((await s.statements())[`promoter:pr-1 ${due}`]).toEqual({
      linesFen: 2_571,
      closingFen: 2_571,
      lines: ['o-1/1 promoter 2571 of 20400'],
      movements: [],
    });
    expect(await s.events('lines-settled.v1')).toEqual([
      expect.objectContaining({
        runId: `run-${due}`,
        businessDate: due,
        lines: [
          {
            channelId: 'shop-1',
            orderId: 'o-1',
            lineNo: 1,
            decisionRevision: 1,
            splitRevision: 1,
            basis,
            baseFen: 20_400,
          },
        ],
      }),
    ]);
  });

  it('books its postings at the last millisecond of the day, on the day', async () => {
    await s.divide(sale());
    await s.receive('o-1', received);
    await s.settle(due);
    const rows = await s.database.read(
      `SELECT DISTINCT occurred_at, booked_on, reference FROM posting WHERE cause = 'settlement'`,
    );
    expect(rows).toEqual([{ occurred_at: '2026-11-24 15:59:59.999', booked_on: due, reference: `run-${due}` }]);
  });
});
