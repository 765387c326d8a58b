import { endOfBusinessDay } from '@chuanliu/contracts/instants';
import type { Database } from '@chuanliu/database/database';
import { Arrivals } from '@chuanliu/messaging/arrivals';
import type { DueWork } from '@chuanliu/messaging/due-work';
import { Outbox } from '@chuanliu/messaging/outbox';
import type { Progress } from '@chuanliu/messaging/progress';
import { AwaitSettlementHandler } from '../src/await-settlement/await-settlement.handler';
import { HoldLineHandler } from '../src/hold-line/hold-line.handler';
import { DeriveDueDays } from '../src/learn-hold-days/derive-due-days';
import { LearnHoldDaysHandler } from '../src/learn-hold-days/learn-hold-days.handler';
import { PostToLedgerHandler } from '../src/post-to-ledger/post-to-ledger.handler';
import { StatementsQuery } from '../src/read-statements/statements.query';
import type { StatementLine, StatementMovement } from '../src/read-statements/statements.dto';
import { AdvanceRuns } from '../src/settle-business-day/advance-runs';
import { BeginRunHandler } from '../src/settle-business-day/begin-run.handler';
import { PostRun } from '../src/settle-business-day/post-run';
import { PreviewRun } from '../src/settle-business-day/preview-run';
import { SealDays } from '../src/settle-business-day/seal-days';
import { SettleDueOrders } from '../src/settle-business-day/settle-due-orders';
import { SettleOnTouch } from '../src/settle-business-day/settle-on-touch';
import { SettleOrders } from '../src/settle-business-day/settle-orders';
import { StepSizes } from '../src/step-sizes';
import { AccountIds } from '../src/storage/account-ids';
import type { BrandFacts } from '../src/storage/brand-facts';
import { Books } from '../src/storage/books';
import type { Receipt } from '../src/storage/order-life';
import { PostingIds } from '../src/storage/posting-ids';
import { cutOf } from '../src/storage/run-cuts';
import type { SettlementRun } from '../src/storage/settlement-runs';
import { aLedger } from './a-ledger';
import { aLine, aSplit, type Split } from './a-sale';
import { finance, financeCommands } from './finance-commands';

export { finance } from './finance-commands';

/** What the sale below was divided by. */
export const basis = 'b-1';

/** Received on the 9th in Shanghai, at the shop score of 4.50 that nobody set: due on the 24th. */
export const received = '2026-11-09T10:00:00.000Z';
export const due = '2026-11-24';

/** The worked example as the one line of an order. */
export const sale = (orderId = 'o-1', line: Parameters<typeof aLine>[0] = {}): Split =>
  aSplit({ orderId, lines: [aLine({ basis, techFeeBps: 500, ...line })] });

/** What is available once it is settled. */
export const settledAvailable = {
  'agency:ag-1': 1_101,
  'brand:br-1': 14_280,
  'promoter:pr-1': 2_571,
  'promoter:pr-2': 204,
  'promoter:pr-3': 204,
  'recruiter:re-1': 612,
  'recruiter:re-2': 408,
};

/** A ledger on a real database with everything that settles, to be told facts and given commands one by one. */
export async function aSettlement() {
  const ledger = await aLedger();
  const { database } = ledger;
  const first = anInstance();

  /** One process of the service, as far as settling goes. Nothing in it works by itself: see settle(). */
  function anInstance(on: Database = database) {
    const outbox = new Outbox();
    const books = new Books(new AccountIds(on), new PostingIds(on));
    const dueWork = { register: () => undefined, wake: () => undefined } as unknown as DueWork;
    const progress = { dueWork: () => undefined } as unknown as Progress;
    const clock = ledger.clock;
    const settleOrders = new SettleOrders(outbox);
    const onTouch = new SettleOnTouch(settleOrders);
    const steps = new StepSizes();
    const orders = new SettleDueOrders(on, settleOrders, steps, clock);
    const postRun = new PostRun(on, new AccountIds(on), books, clock);
    const [seals, previews] = [new SealDays(on, clock), new PreviewRun(on, clock)];
    const runs = new AdvanceRuns(on, dueWork, orders, postRun, seals, previews, clock, new Arrivals(), progress);
    return {
      ...financeCommands(on, clock),
      steps,
      runs,
      beginRun: new BeginRunHandler(on, runs),
      postToLedger: new PostToLedgerHandler(books, outbox, clock, onTouch),
      awaitSettlement: new AwaitSettlementHandler(onTouch),
      holdLine: new HoldLineHandler(on, outbox, onTouch),
      learnHoldDays: new LearnHoldDaysHandler(dueWork),
      deriveDueDays: new DeriveDueDays(on, dueWork),
    };
  }

  const begin = (businessDate: string, dryRun = false) =>
    first.beginRun.run({ businessDate, dryRun, caller: finance, begunAt: dayEnd(businessDate, 1) });
  const advance = async (instance = first) => {
    while (await instance.runs.step());
  };
  const readRun = async (runId: string) => {
    const [run] = await database.read<Record<string, unknown>>('SELECT * FROM settlement_run WHERE run_id = ?', [
      runId,
    ]);
    return run as unknown as { phase: SettlementRun['phase']; line_count: number; settled_fen: number };
  };
  const query = new StatementsQuery(database);
  const sumsBy = async (table: 'statement' | 'statement_preview', runId: string) =>
    database.read(
      `SELECT party_kind, party_id, line_count, opening_fen, lines_fen, adjustments_fen, rebates_fen, bonuses_fen,
         manual_fen, payouts_fen, failed_payouts_fen, closing_fen
       FROM ${table} WHERE run_id = ? ORDER BY party_kind, party_id`,
      [runId],
    );

  return {
    ...ledger,
    /** @param mortal a database that fails at some statement */
    anInstance: (mortal?: (database: Database) => Database) => anInstance(mortal?.(database)),
    first,
    previews: (runId: string) => sumsBy('statement_preview', runId),
    heads: (runId: string) => sumsBy('statement', runId),
    /** Slices, each in a transaction of its own. */
    divide: (...splits: Split[]) => database.transaction(tx => first.postToLedger.run(splits, tx)),
    receive: (orderId: string, receivedAt: string | null, receiptRevision = 1) =>
      database.transaction(tx =>
        first.awaitSettlement.run([{ channelId: 'shop-1', orderId, receivedAt, receiptRevision }], tx),
      ),
    receiveAll: (...receipts: Receipt[]) => database.transaction(tx => first.awaitSettlement.run(receipts, tx)),
    brand: (...versions: BrandFacts[]) => database.transaction(tx => first.learnHoldDays.ofBrands(tx, versions)),
    policy: (policy: 'settlement' | 'newcomer', effectiveFrom: string, fields: object) =>
      database.transaction(tx => first.learnHoldDays.ofPolicies(tx, [{ policy, effectiveFrom, fields }])),
    async derive(): Promise<void> {
      while ((await database.transaction(tx => first.deriveDueDays.run(tx))) > 0);
    },
    hold: (orderId: string, lineNo: number, isHeld: boolean) =>
      first.holdLine.run({
        line: { channelId: 'shop-1', orderId, lineNo },
        isHeld,
        reason: isHeld ? '买家投诉' : null,
        caller: finance,
        at: '2026-12-01T00:00:00.000Z',
      }),
    begin,
    advance,
    /** Begins the run of a day, and works until it is done. */
    async settle(businessDate: string, dryRun = false) {
      const runId = await begin(businessDate, dryRun);
      await advance();
      return { runId, ...(await readRun(runId)) };
    },
    readRun,
    /** Every line that is worth something, and every payout, in short. */
    async states(): Promise<string[]> {
      const lines = await database.read<Record<string, unknown>>(
        `SELECT order_id, line_no, base_fen, is_held, settled_run FROM ledger_line ORDER BY order_id, line_no`,
      );
      const payouts = await database.read<Record<string, unknown>>(
        `SELECT party_kind, party_id, state, gross_fen, tax_fen, net_fen, sent_at FROM payout
         ORDER BY party_kind, party_id, sent_at, payout_id`,
      );
      return [...lines, ...payouts].map(row => Object.values(row).join(' '));
    },
    cutOf: (runId: string) => cutOf({ query: (sql, parameters) => database.read(sql, parameters) }, runId),
    /** Statements by `{party} {day}`, oldest first: sums that are not zero, lines and movements in short. */
    async statements(): Promise<Record<string, Record<string, unknown>>> {
      const heads = (await query.page({}, undefined, 10_000)).reverse();
      const shown: Record<string, Record<string, unknown>> = {};
      for (const found of heads) {
        const { id: _, runId: __, updatedAt: ___, party, businessDate, lineCount, ...sums } = found.head;
        const lines: string[] = [];
        for await (const page of query.lines(found)) lines.push(...page.map(shortLine));
        const movements: string[] = [];
        for await (const page of query.movements(found)) movements.push(...page.map(shortMovement));
        const amounts = Object.fromEntries(Object.entries(sums).filter(([, amount]) => amount !== 0));
        if (lines.length < lineCount) throw new Error(`${party} has ${lineCount} lines, not ${lines.length}`);
        shown[`${party} ${businessDate}`] = { ...amounts, lines, movements: movements.sort() };
      }
      return shown;
    },
    /** `{account: fen}` of what parties may withdraw, credit positive. */
    async available(): Promise<Record<string, number>> {
      const balances = Object.entries(await ledger.balances());
      return Object.fromEntries(
        balances.flatMap(([name, fen]) =>
          name.endsWith(':available') ? [[name.slice('liability:'.length, -':available'.length), -fen]] : [],
        ),
      );
    },
    async events(type: string): Promise<unknown[]> {
      const rows = await database.read<{ payload: string }>('SELECT payload FROM outbox WHERE type = ? ORDER BY id', [
        type,
      ]);
      return rows.map(row => JSON.parse(row.payload) as unknown);
    },
  };
}

/** The last instant of the business day so many days later. */
const dayEnd = (day: string, daysLater: number) =>
  new Date(Date.parse(endOfBusinessDay(day)) + daysLater * 86_400_000).toISOString();

const shortLine = ({ orderId, lineNo, share, baseFen, amountFen }: StatementLine) =>
  `${orderId}/${lineNo ?? '-'} ${share} ${amountFen} of ${baseFen}`;
const shortMovement = ({ kind, orderId, lineNo, share, amountFen }: StatementMovement) =>
  `${kind} ${orderId ?? '-'}/${lineNo ?? '-'} ${share ?? '-'} ${amountFen}`;
