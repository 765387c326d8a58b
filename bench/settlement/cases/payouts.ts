import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { Database } from '@chuanliu/database/database';
import { checkPayouts } from '../../../apps/settlement/src/verify-ledger/check-payouts';
import { meter, type Used } from '../../measure/used';
import { numberOf, serverCounters, type Stage } from './stage';

/** A batch, dry or for good, or the floor: how long it took, by payouts. */
export interface BatchResult extends Used {
  payouts: number;
  payoutsPerSecond: number;
  statementsAPayout: number;
}

export interface PayoutsResult {
  dry: BatchResult;
  paid: BatchResult;
  floor: BatchResult;
}

const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 20 * 60_000;
/** As many parties as the service pays in one transaction. */
const PARTIES_A_STEP = 50;
/** Tables that hold what is known of payouts, as the floor writes them again. */
const WRITTEN = [
  ...['payout', 'taxed_person', 'payout_verdict', 'audit_entry', 'posting', 'posting_entry'],
  ...['available_movement', 'account_day', 'outbox'],
];

/**
 * Everybody is paid, by one settlement process alone: first dry, then for good; and the same rows once more by bare SQL.
 * @throws when a payout is missing, or is not what was posted of it
 */
export async function runPayouts(stage: Stage): Promise<PayoutsResult> {
  const { settlement, parties } = stage;
  const { connection } = settlement;
  // Agencies are paid against an invoice.
  const expected = parties.brands + parties.promoters + parties.recruiters;
  const dry = await timed(stage, async () => follow(connection, await settlement.beginBatch(true)));
  const batch = { id: '' };
  const paid = await timed(stage, async () => follow(connection, (batch.id = await settlement.beginBatch(false))));
  if (dry.payouts !== expected || paid.payouts !== expected)
    throw new Error(`of ${expected} parties ${dry.payouts} would have been paid, and ${paid.payouts} were`);
  await prove(stage);
  for (const table of WRITTEN) await connection.query(`CREATE TABLE floor_${table} LIKE ${table}`);
  const floor = await timed(stage, () => writeAgain(connection, batch.id));
  const written = await numberOf(connection, 'SELECT COUNT(*) AS n FROM floor_posting_entry');
  const wanted = await numberOf(
    connection,
    `SELECT COUNT(*) AS n FROM posting p JOIN posting_entry e ON e.posting_id = p.posting_id WHERE p.cause = 'payout'`,
  );
  if (written !== wanted) throw new Error(`the floor wrote ${written} entries, the service ${wanted}`);
  return { dry, paid, floor };
}

async function timed({ servers, settlement }: Stage, work: () => Promise<number>): Promise<BatchResult> {
  const before = await serverCounters(settlement.connection);
  const end = meter([...servers.participants, settlement.participant()]);
  const payouts = await work();
  const used = end();
  const { Questions } = await serverCounters(settlement.connection);
  const statementsAPayout = (Questions - before.Questions) / payouts;
  return { ...used, payouts, payoutsPerSecond: payouts / used.seconds, statementsAPayout };
}

/** Waits until a batch is done. @returns how many it paid @throws after twenty minutes */
async function follow(connection: Connection, batchId: string): Promise<number> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await sleep(LOOK_EVERY_MS)) {
    const [rows] = await connection.query<RowDataPacket[]>('SELECT state, paid FROM payout_batch WHERE batch_id = ?', [
      batchId,
    ]);
    const { state, paid } = rows[0] as { state: string; paid: number };
    if (state === 'done') return paid;
  }
  throw new Error('the batch is still running after twenty minutes');
}

async function prove(stage: Stage): Promise<void> {
  const { servers, settlement } = stage;
  const database = await Database.openExisting({ url: servers.databaseUrl, schema: settlement.schema, poolSize: 1 });
  try {
    const { difference } = await checkPayouts((sql, parameters) => database.read(sql, parameters));
    if (difference) throw new Error(`a payout is not what was posted: ${JSON.stringify(difference)}`);
  } finally {
    await database.close();
  }
  const imbalance = await numberOf(settlement.connection, 'SELECT SUM(amount_fen) AS n FROM posting_entry');
  if (imbalance !== 0) throw new Error(`the ledger is ${imbalance} fen out of balance`);
}

/**
 * The same rows into copies of the tables, by bare SQL on one connection, as many parties in each transaction: nothing is
 * decided, and nothing comes into a program.
 */
async function writeAgain(connection: Connection, batchId: string): Promise<number> {
  const parties = await numberOf(connection, 'SELECT MAX(verdict_no) AS n FROM payout_verdict WHERE batch_id = ?', [
    batchId,
  ]);
  await connection.query('SET SESSION tx_isolation = "READ-COMMITTED"');
  for (let after = 0; after < parties; after += PARTIES_A_STEP) {
    const step = 'v.batch_id = ? AND v.verdict_no > ? AND v.verdict_no <= ?';
    const which = [batchId, after, after + PARTIES_A_STEP];
    const paid = `payout_verdict v JOIN payout p ON p.payout_id = v.payout_id`;
    const posted = `${paid} JOIN posting q ON q.reference = p.payout_id`;
    await connection.beginTransaction();
    for (const sql of [
      `INSERT INTO floor_payout_verdict SELECT v.* FROM payout_verdict v WHERE ${step}`,
      `INSERT IGNORE INTO floor_taxed_person SELECT t.* FROM ${paid} JOIN taxed_person t ON t.person_key = p.taxed_as WHERE ${step}`,
      `INSERT INTO floor_payout SELECT p.* FROM ${paid} WHERE ${step}`,
      `INSERT INTO floor_audit_entry SELECT a.* FROM ${paid}
       JOIN audit_entry a ON a.subject_kind = 'payout' AND a.subject_id = p.payout_id WHERE ${step}`,
      `INSERT INTO floor_outbox (event_id, shard, aggregate_type, aggregate_id, type, payload, headers, occurred_at)
       SELECT UNHEX(REPLACE(UUID(), '-', '')), 0, 'settlement.settlement-events', p.party_id, 'payout-changed.v1',
         CONCAT('{"payoutId":"', p.payout_id, '","party":{"kind":"', p.party_kind, '","id":"', p.party_id, '"},"grossFen":',
           p.gross_fen, ',"taxFen":', p.tax_fen, ',"netFen":', p.net_fen, ',"state":"sent","sentAt":"', p.sent_at, '"}'),
         '{}', NOW(3) FROM ${paid} WHERE ${step}`,
      `INSERT INTO floor_posting SELECT q.* FROM ${posted} WHERE ${step}`,
      `INSERT INTO floor_posting_entry SELECT e.* FROM ${posted} JOIN posting_entry e ON e.posting_id = q.posting_id WHERE ${step}`,
      `INSERT INTO floor_available_movement SELECT m.* FROM ${posted}
       JOIN available_movement m ON m.posting_id = q.posting_id WHERE ${step}`,
      `INSERT INTO floor_account_day
       SELECT e.account_id, q.booked_on, SUM(GREATEST(e.amount_fen, 0)), SUM(GREATEST(-e.amount_fen, 0))
       FROM ${posted} JOIN posting_entry e ON e.posting_id = q.posting_id WHERE ${step}
       GROUP BY e.account_id, q.booked_on
       ON DUPLICATE KEY UPDATE debit_fen = debit_fen + VALUES(debit_fen), credit_fen = credit_fen + VALUES(credit_fen)`,
    ])
      await connection.query(sql, which);
    await connection.query('UPDATE payout_batch SET after_account = ? WHERE batch_id = ?', [String(after), batchId]);
    await connection.commit();
  }
  return numberOf(connection, 'SELECT COUNT(*) AS n FROM floor_payout');
}
