import type { AppealState } from '@chuanliu/contracts/attribution/appeal-changed.v1';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { insertRows } from '@chuanliu/database/insert-rows';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import type { Appellant } from '../domain/appeal';
import type { LineId } from './line';
import type { Reader } from './reader';

/** An appeal as it is stored; whether it is overdue is read from its due instant. */
export interface StoredAppeal extends LineId {
  appealId: string;
  party: Appellant;
  text: string;
  state: AppealState;
  filedAt: UtcInstant;
  dueAt: UtcInstant;
  /** When it ended, one way or another. */
  resolvedAt: UtcInstant | null;
  /** The client that resolved or withdrew it. */
  resolvedBy: string | null;
  reason: string | null;
  revision: number;
  updatedAt: UtcInstant;
}

export interface AppealRow {
  appeal_id: string;
  order_id: string;
  channel_id: string;
  line_no: number;
  party_kind: Appellant['kind'];
  party_id: string;
  said: string;
  state: AppealState;
  filed_at: string;
  due_at: string;
  resolved_at: string | null;
  resolved_by: string | null;
  reason: string | null;
  revision: number;
  updated_at: string;
}

const COLUMNS = [
  'appeal_id',
  'order_id',
  'channel_id',
  'line_no',
  'party_kind',
  'party_id',
  'said',
  'state',
  'filed_at',
  'due_at',
  'resolved_at',
  'resolved_by',
  'reason',
  'revision',
  'updated_at',
] as const satisfies ReadonlyArray<keyof AppealRow>;

export const SELECT_APPEAL = `SELECT ${COLUMNS.join(', ')} FROM appeal`;

export const appealOf = (row: AppealRow): StoredAppeal => ({
  appealId: row.appeal_id,
  orderId: row.order_id,
  channelId: row.channel_id,
  lineNo: row.line_no,
  party: { kind: row.party_kind, id: row.party_id },
  text: row.said,
  state: row.state,
  filedAt: fromColumn(row.filed_at),
  dueAt: fromColumn(row.due_at),
  resolvedAt: fromColumn(row.resolved_at),
  resolvedBy: row.resolved_by,
  reason: row.reason,
  revision: row.revision,
  updatedAt: fromColumn(row.updated_at),
});

export async function insertAppeal(tx: Tx, appeal: StoredAppeal): Promise<void> {
  const row: AppealRow = {
    appeal_id: appeal.appealId,
    order_id: appeal.orderId,
    channel_id: appeal.channelId,
    line_no: appeal.lineNo,
    party_kind: appeal.party.kind,
    party_id: appeal.party.id,
    said: appeal.text,
    state: appeal.state,
    filed_at: toColumn(appeal.filedAt),
    due_at: toColumn(appeal.dueAt),
    resolved_at: toColumn(appeal.resolvedAt),
    resolved_by: appeal.resolvedBy,
    reason: appeal.reason,
    revision: appeal.revision,
    updated_at: toColumn(appeal.updatedAt),
  };
  await insertRows(tx, 'appeal', COLUMNS, [COLUMNS.map(column => row[column])]);
}

/** Writes how an appeal ended. The caller holds its row. */
export async function saveEnd(tx: Tx, appeal: StoredAppeal): Promise<void> {
  await tx.execute(
    `UPDATE appeal SET state = ?, resolved_at = ?, resolved_by = ?, reason = ?, revision = ?, updated_at = ?
     WHERE appeal_id = ?`,
    [
      appeal.state,
      toColumn(appeal.resolvedAt),
      appeal.resolvedBy,
      appeal.reason,
      appeal.revision,
      toColumn(appeal.updatedAt),
      appeal.appealId,
    ],
  );
}

export async function appealById(
  reader: Reader,
  appealId: string,
  { forUpdate = false } = {},
): Promise<StoredAppeal | undefined> {
  const sql = `${SELECT_APPEAL} WHERE appeal_id = ?${forUpdate ? ' FOR UPDATE' : ''}`;
  const [row] = await reader.query<AppealRow>(sql, [appealId]);
  return row && appealOf(row);
}

/** The appeals against the decisions on an order's lines, in the order in which they were filed. */
export async function appealsOfOrder(reader: Reader, channelId: string, orderId: string): Promise<StoredAppeal[]> {
  const sql = `${SELECT_APPEAL} WHERE order_id = ? AND channel_id = ? ORDER BY appeal_id`;
  return (await reader.query<AppealRow>(sql, [orderId, channelId])).map(appealOf);
}

export async function openAppealOf(
  reader: Reader,
  { kind, id }: Appellant,
  { orderId, channelId, lineNo }: LineId,
): Promise<StoredAppeal | undefined> {
  const sql = `${SELECT_APPEAL} WHERE order_id = ? AND channel_id = ? AND line_no = ?
    AND party_kind = ? AND party_id = ? AND state = 'open'`;
  const [row] = await reader.query<AppealRow>(sql, [orderId, channelId, lineNo, kind, id]);
  return row && appealOf(row);
}
