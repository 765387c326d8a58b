import type { UtcInstant } from '@chuanliu/contracts/instants';
import { BEGINNING_OF_TIME } from '@chuanliu/dated-facts/versions';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { fen, type Fen } from '@chuanliu/money/fen';
import type { Creditor } from '../domain/accounts';
import type { PayoutVerdict } from '../domain/payout-verdict';
import type { AuditedAct } from './audit-log';
import type { Read } from './read';
import type { RequestMark } from './request-mark';

export interface PayoutBatch {
  batchId: string;
  isDry: boolean;
  state: 'running' | 'done';
  /** Of every payout in it; where it is not dated, later for persons who were paid later than that already. */
  sentAt: UtcInstant;
  isDated: boolean;
  askedBy: AuditedAct['by'];
  /** The account of the last party that was looked at; parties are taken in the order of their accounts' names. */
  afterAccount: string;
  /** Looked at so far, and paid of them (or to be paid, in a dry run). */
  parties: number;
  paid: number;
  grossFen: Fen;
  taxFen: Fen;
  updatedAt: UtcInstant;
}

interface BatchRow {
  batch_id: string;
  is_dry: number;
  state: PayoutBatch['state'];
  sent_at: string;
  is_dated: number;
  asked_by: string;
  after_account: string;
  parties: number;
  paid: number;
  gross_fen: number;
  tax_fen: number;
  updated_at: string;
}

const COLUMNS =
  'batch_id, is_dry, state, sent_at, is_dated, asked_by, after_account, parties, paid, gross_fen, tax_fen, updated_at';

const batchIn = (row: BatchRow): PayoutBatch => ({
  batchId: row.batch_id,
  isDry: row.is_dry === 1,
  state: row.state,
  sentAt: fromColumn(row.sent_at),
  isDated: row.is_dated === 1,
  askedBy: JSON.parse(row.asked_by) as AuditedAct['by'],
  afterAccount: row.after_account,
  parties: row.parties,
  paid: row.paid,
  grossFen: fen(row.gross_fen),
  taxFen: fen(row.tax_fen),
  updatedAt: fromColumn(row.updated_at),
});

/** @returns false when the request began a batch before */
export async function insertBatch(tx: Tx, batch: PayoutBatch, request: RequestMark | null): Promise<boolean> {
  const row = [
    ...[batch.batchId, batch.isDry ? 1 : 0, batch.state, toColumn(batch.sentAt), batch.isDated ? 1 : 0],
    ...[
      JSON.stringify(batch.askedBy),
      batch.afterAccount,
      batch.parties,
      batch.paid,
      batch.grossFen,
      batch.taxFen,
      toColumn(batch.updatedAt),
    ],
    ...[request?.key ?? null, request?.digest ?? null],
  ];
  const columns = [...COLUMNS.split(', '), 'request_key', 'request_digest'];
  return (await insertRows(tx, 'payout_batch', columns, [row], { ignore: true })) === 1;
}

export async function batchOfRequest(
  tx: Tx,
  request: RequestMark,
): Promise<{ batch: PayoutBatch; digest: Buffer } | null> {
  const [row] = await tx.query<BatchRow & { request_digest: Buffer }>(
    `SELECT ${COLUMNS}, request_digest FROM payout_batch WHERE request_key = ?`,
    [request.key],
  );
  return row ? { batch: batchIn(row), digest: row.request_digest } : null;
}

export async function batchBy(read: Read, batchId: string): Promise<PayoutBatch | null> {
  const [row] = await read<BatchRow>(`SELECT ${COLUMNS} FROM payout_batch WHERE batch_id = ?`, [batchId]);
  return row ? batchIn(row) : null;
}

/** The batch to go on with, held until the transaction ends; null when none is under way. */
export async function lockRunningBatch(tx: Tx): Promise<PayoutBatch | null> {
  const [row] = await tx.query<BatchRow>(
    `SELECT ${COLUMNS} FROM payout_batch WHERE state = 'running' ORDER BY batch_id LIMIT 1 FOR UPDATE`,
  );
  return row ? batchIn(row) : null;
}

/** A verdict, and whose income its payout is or would be; see Person. */
export type JudgedParty = PayoutVerdict & { taxedAs: string | null };

/** Notes how far the batch has come, and what it did about the parties on the way. */
export async function saveProgress(
  tx: Tx,
  before: PayoutBatch,
  after: PayoutBatch,
  verdicts: readonly JudgedParty[],
): Promise<void> {
  await tx.execute(
    `UPDATE payout_batch SET state = ?, after_account = ?, parties = ?, paid = ?, gross_fen = ?, tax_fen = ?,
       updated_at = ? WHERE batch_id = ?`,
    [
      ...[after.state, after.afterAccount, after.parties, after.paid, after.grossFen, after.taxFen],
      ...[toColumn(after.updatedAt), after.batchId],
    ],
  );
  const columns = ['batch_id', 'verdict_no', 'party_kind', 'party_id', 'available_fen'];
  const paid = ['payout_id', 'gross_fen', 'tax_fen', 'net_fen', 'problem', 'taxed_as', 'updated_at'];
  const rows = verdicts.map((verdict, i) => [
    ...[after.batchId, before.parties + i + 1, verdict.party.kind, verdict.party.id, verdict.availableFen],
    ...[verdict.paid?.payoutId ?? null, verdict.paid?.grossFen ?? null, verdict.paid?.taxFen ?? null],
    ...[verdict.paid?.netFen ?? null, verdict.problem, verdict.taxedAs, toColumn(after.updatedAt)],
  ]);
  if (rows.length > 0) await insertRows(tx, 'payout_verdict', [...columns, ...paid], rows);
}

/** What a batch has paid to persons so far, or in a dry run would have paid. */
export async function paidByBatch(
  tx: Tx,
  batchId: string,
  people: readonly string[],
): Promise<Map<string, { incomeFen: Fen; withheldFen: Fen }>> {
  const rows = await tx.query<{ taxed_as: string; gross_fen: number; tax_fen: number }>(
    `SELECT taxed_as, CAST(SUM(gross_fen) AS SIGNED) AS gross_fen, CAST(SUM(tax_fen) AS SIGNED) AS tax_fen
     FROM payout_verdict WHERE batch_id = ? AND taxed_as IN (?) GROUP BY taxed_as`,
    [batchId, people],
  );
  const amounts = (row: (typeof rows)[number]) => ({ incomeFen: fen(row.gross_fen), withheldFen: fen(row.tax_fen) });
  return new Map(rows.map(row => [row.taxed_as, amounts(row)]));
}

export type FoundVerdict = PayoutVerdict & { no: number; updatedAt: UtcInstant };

/** Verdicts of a batch in the order in which it came to the parties. @param after the number of the last one shown */
export async function verdictsOf(
  read: Read,
  { batchId, updatedFrom = BEGINNING_OF_TIME }: { batchId: string; updatedFrom?: UtcInstant | undefined },
  after: number,
  limit: number,
): Promise<FoundVerdict[]> {
  const rows = await read<{
    verdict_no: number;
    party_kind: Creditor;
    party_id: string;
    available_fen: number;
    payout_id: string | null;
    gross_fen: number | null;
    tax_fen: number | null;
    net_fen: number | null;
    problem: string | null;
    updated_at: string;
  }>(
    `SELECT v.verdict_no, v.party_kind, v.party_id, v.available_fen, v.payout_id, v.gross_fen, v.tax_fen, v.net_fen,
       v.problem, COALESCE(v.updated_at, b.updated_at) AS updated_at
     FROM payout_verdict v JOIN payout_batch b ON b.batch_id = v.batch_id
     WHERE v.batch_id = ? AND v.verdict_no > ? AND COALESCE(v.updated_at, b.updated_at) >= ?
     ORDER BY v.verdict_no LIMIT ?`,
    [batchId, after, toColumn(updatedFrom), limit],
  );
  return rows.map(row => ({
    no: row.verdict_no,
    party: { kind: row.party_kind, id: row.party_id },
    availableFen: fen(row.available_fen),
    paid:
      row.gross_fen === null
        ? null
        : {
            payoutId: row.payout_id,
            grossFen: fen(row.gross_fen),
            taxFen: fen(row.tax_fen!),
            netFen: fen(row.net_fen!),
          },
    problem: row.problem,
    updatedAt: fromColumn(row.updated_at),
  }));
}
