import type { BusinessDate, UtcInstant } from '@chuanliu/contracts/instants';
import type { AdjustmentState } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { fen, type Fen } from '@chuanliu/money/fen';
import { debitsOf, type Actor, type AdjustmentLine, type Purpose } from '../domain/adjustment';
import type { Read } from './read';

/** An adjustment that somebody asks for. */
export interface NewAdjustment {
  adjustmentId: string;
  purpose: Purpose;
  lines: readonly AdjustmentLine[];
  reason: string;
  /** The appeal that it makes good. */
  appealId: string | null;
  /** null: when it is approved. */
  occurredAt: UtcInstant | null;
  proposedAt: UtcInstant;
  proposedBy: Actor;
}

export interface StoredAdjustment extends NewAdjustment {
  state: AdjustmentState;
  /** The sum of its debits. */
  amountFen: Fen;
  decidedAt: UtcInstant | null;
  decidedBy: Actor | null;
  decisionReason: string | null;
  /** Where it is in the books; null until it is approved. */
  posting: { postingId: string; bookedOn: BusinessDate } | null;
  updatedAt: UtcInstant;
}

interface Row {
  adjustment_id: string;
  state: AdjustmentState;
  purpose: Purpose;
  amount_fen: number;
  reason: string;
  appeal_id: string | null;
  occurred_at: string | null;
  proposed_at: string;
  proposed_by_client: string;
  proposed_by_person: string;
  decided_at: string | null;
  decided_by_client: string | null;
  decided_by_person: string | null;
  decision_reason: string | null;
  updated_at: string;
  posting_id: number | null;
  booked_on: BusinessDate | null;
}

const COLUMNS = [
  'adjustment_id',
  'state',
  'purpose',
  'amount_fen',
  'reason',
  'appeal_id',
  'occurred_at',
  'proposed_at',
  'proposed_by_client',
  'proposed_by_person',
  'updated_at',
];
const LINE_COLUMNS = ['adjustment_id', 'line_no', 'account', 'amount_fen'];

export async function saveProposal(tx: Tx, proposal: NewAdjustment): Promise<void> {
  const { adjustmentId, purpose, lines, reason, appealId, occurredAt, proposedAt, proposedBy } = proposal;
  const what = [adjustmentId, 'proposed', purpose, debitsOf(lines), reason, appealId, toColumn(occurredAt)];
  const who = [toColumn(proposedAt), proposedBy.clientId, proposedBy.personId, toColumn(proposedAt)];
  await insertRows(tx, 'adjustment', COLUMNS, [[...what, ...who]]);
  const rows = lines.map(({ account, amountFen }, i) => [adjustmentId, i + 1, account, amountFen]);
  await insertRows(tx, 'adjustment_line', LINE_COLUMNS, rows);
}

interface Decision {
  state: 'approved' | 'rejected';
  at: UtcInstant;
  by: Actor;
  reason: string | null;
  occurredAt: UtcInstant | null;
}

export async function saveDecision(tx: Tx, adjustmentId: string, decision: Decision): Promise<void> {
  const { state, at, by, reason, occurredAt } = decision;
  await tx.execute(
    `UPDATE adjustment SET state = ?, occurred_at = ?, decided_at = ?, decided_by_client = ?, decided_by_person = ?,
       decision_reason = ?, updated_at = ? WHERE adjustment_id = ?`,
    [state, toColumn(occurredAt), toColumn(at), by.clientId, by.personId, reason, toColumn(at), adjustmentId],
  );
}

/** Nobody else decides on it until the transaction ends. */
export async function lockAdjustment(tx: Tx, adjustmentId: string): Promise<void> {
  await tx.query('SELECT adjustment_id FROM adjustment WHERE adjustment_id = ? FOR UPDATE', [adjustmentId]);
}

/** Null when there is none with this id. */
export async function readAdjustment(query: Read, adjustmentId: string): Promise<StoredAdjustment | null> {
  const [adjustment] = await readAdjustments(query, 'adjustment_id = ?', [adjustmentId], 1);
  return adjustment ?? null;
}

/** In the order in which they were proposed: their ids are. */
export async function readAdjustments(
  query: Read,
  where: string,
  parameters: readonly unknown[],
  limit: number,
): Promise<StoredAdjustment[]> {
  return (await adjustmentRows(query, where, parameters, limit)).map(adjustmentIn);
}

/** The rows of an adjustment, be they what they must be or not. */
export interface AdjustmentRows {
  adjustment: Row;
  lines: Array<{ account: string; amount_fen: number }>;
}

/** As readAdjustments, as the tables have them. */
export async function adjustmentRows(
  query: Read,
  where: string,
  parameters: readonly unknown[],
  limit: number,
): Promise<AdjustmentRows[]> {
  const rows = await query<Row>(
    `SELECT chosen.*, p.posting_id, p.booked_on
     FROM (SELECT * FROM adjustment WHERE ${where} ORDER BY adjustment_id LIMIT ?) AS chosen
     LEFT JOIN posting p ON p.reference = chosen.adjustment_id ORDER BY chosen.adjustment_id`,
    [...parameters, limit],
  );
  if (rows.length === 0) return [];
  const lines = await query<{ adjustment_id: string; account: string; amount_fen: number }>(
    'SELECT adjustment_id, account, amount_fen FROM adjustment_line WHERE adjustment_id IN (?) ORDER BY adjustment_id, line_no',
    [rows.map(row => row.adjustment_id)],
  );
  const found = new Map<string, AdjustmentRows>(rows.map(row => [row.adjustment_id, { adjustment: row, lines: [] }]));
  for (const { adjustment_id, ...line } of lines) found.get(adjustment_id)!.lines.push(line);
  return [...found.values()];
}

/** @throws RangeError for rows that hold what can be no amount */
export const adjustmentIn = ({ adjustment: row, lines }: AdjustmentRows): StoredAdjustment => ({
  adjustmentId: row.adjustment_id,
  state: row.state,
  purpose: row.purpose,
  amountFen: fen(row.amount_fen),
  lines: lines.map(({ account, amount_fen }) => ({ account, amountFen: fen(amount_fen) })),
  reason: row.reason,
  appealId: row.appeal_id,
  occurredAt: fromColumn(row.occurred_at),
  proposedAt: fromColumn(row.proposed_at),
  proposedBy: { clientId: row.proposed_by_client, personId: row.proposed_by_person },
  decidedAt: fromColumn(row.decided_at),
  decidedBy:
    row.decided_by_person === null ? null : { clientId: row.decided_by_client!, personId: row.decided_by_person },
  decisionReason: row.decision_reason,
  posting: row.posting_id === null ? null : { postingId: String(row.posting_id), bookedOn: row.booked_on! },
  updatedAt: fromColumn(row.updated_at),
});
