import { Database } from '@chuanliu/database/database';
import { StoppedClock } from '@chuanliu/http/dated-command-clock';
import { messagingMigrations } from '@chuanliu/messaging/migrations';
import { Outbox } from '@chuanliu/messaging/outbox';
import { dropNamespace, uniqueNamespace } from '@chuanliu/testing/unique-namespace';
import { PostToLedgerHandler } from '../src/post-to-ledger/post-to-ledger.handler';
import { SettleOnTouch } from '../src/settle-business-day/settle-on-touch';
import { SettleOrders } from '../src/settle-business-day/settle-orders';
import { AccountIds } from '../src/storage/account-ids';
import { Books } from '../src/storage/books';
import { faultsOfLedger } from '../src/storage/ledger-faults';
import { faultsOfStatements } from '../src/storage/statement-faults';
import { allMigrations } from '../src/storage/migrations/all';
import { PostingIds } from '../src/storage/posting-ids';
import type { Split } from './a-sale';

const filledTables = [
  'ledger_line',
  'order_life',
  'posting',
  'posting_entry',
  'account_day',
  'available_movement',
  'brand_fact',
  'policy_version',
  'due_order',
  'settlement_run',
  'statement_line',
  'statement',
  'statement_preview',
  'settled_on_touch',
  'too_late',
  'run_newcomer',
  'newcomer_rebate',
  'newcomer_quota',
  'day_seal',
  'outbox',
  'adjustment',
  'adjustment_line',
  'adjustment_request',
  'audit_entry',
  'appeal',
  'payout',
  'payout_party',
  'payout_batch',
  'payout_verdict',
  'appeal_adjustment',
];

/** An empty ledger on a real database, and one or more instances of the service that post to it. */
export async function aLedger() {
  const namespace = uniqueNamespace();
  const database = await Database.open({
    url: namespace.servers.databaseUrl,
    schema: namespace.schemaOf('settlement'),
    migrations: [...messagingMigrations, ...allMigrations],
  });
  const outbox = new Outbox();
  const clock = new StoppedClock('2026-11-30T04:00:00.000Z');
  const settleOnTouch = new SettleOnTouch(new SettleOrders(outbox));
  const anInstance = () => {
    const books = new Books(new AccountIds(database), new PostingIds(database));
    return new PostToLedgerHandler(books, outbox, clock, settleOnTouch);
  };
  const first = anInstance();
  const sums = (by: string, select: string) =>
    database.read<Record<string, string | number>>(
      `SELECT ${select}, CAST(SUM(e.amount_fen) AS SIGNED) AS fen FROM posting_entry e
       JOIN posting p ON p.posting_id = e.posting_id JOIN account a ON a.account_id = e.account_id
       GROUP BY ${by} HAVING fen <> 0 ORDER BY ${by}`,
    );
  return {
    database,
    clock,
    namespace: namespace.name,
    anInstance,
    /** One slice of splits, in a transaction of its own. */
    post: (splits: Split[], instance = first) => database.transaction(tx => instance.run(splits, tx)),
    faults: async () => [...(await faultsOfLedger(database)), ...(await faultsOfStatements(database))],
    /** `{account: fen}`, debit positive; what came to nothing is left out. */
    async balances(): Promise<Record<string, number>> {
      const rows = await sums('a.name', 'a.name AS name');
      return Object.fromEntries(rows.map(row => [String(row.name), Number(row.fen)]));
    },
    /** What the books hold of each sale, cause, account and share. */
    async books(): Promise<Record<string, number>> {
      const parts =
        'p.channel_id, p.order_id, p.line_no, p.cause, p.refund_id, p.transaction_id, p.occurred_at, p.booked_on, a.name, e.share';
      const rows = await sums(parts, parts);
      return Object.fromEntries(rows.map(({ fen, ...names }) => [Object.values(names).join(' '), fen as number]));
    },
    async count(table: string): Promise<number> {
      const [row] = await database.read<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`);
      return row!.n;
    },
    async empty(): Promise<void> {
      for (const table of filledTables) await database.write(`DELETE FROM ${table}`);
      await database.write('UPDATE settlement_state SET sealed_through = NULL, open_run = NULL');
      await database.write('UPDATE audit_head SET entries = 0, digest = REPEAT(CHAR(0), 32)');
    },
    async close(): Promise<void> {
      await database.close();
      await dropNamespace(namespace);
    },
  };
}
