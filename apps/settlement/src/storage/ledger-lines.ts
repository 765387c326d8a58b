import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';

/** Which sale: a line of an order of a channel. */
export interface LineId {
  channelId: string;
  orderId: string;
  lineNo: number;
}

/** A sale's place in maps; no id holds a blank. */
export const lineName = ({ channelId, orderId, lineNo }: LineId): string => `${channelId} ${orderId} ${lineNo}`;

export interface LedgerLine extends LineId {
  /** The revision of the split that the postings follow. */
  splitRevision: number;
  /** The revision of the order that this split had caught up with. */
  orderRevision: number;
  brandId: string;
  /** What the line is worth after its refunds. */
  baseFen: number;
  /** What it was divided by; null: its split did not say. */
  basis: string | null;
  decisionRevision: number;
  techFeeBps: number;
}

/** A line as a slice finds it. */
export interface KnownLine {
  splitRevision: number;
  /** The run that settled it. */
  settledRun: string | null;
  /** Of a settled line, what it was settled by. */
  basis: string | null;
  decisionRevision: number;
}

/**
 * What the ledger has of these orders' lines, by lineName.
 * No lock: the slice holds the position of the orders' partition, so nobody else divides their lines; and a run that is
 * under way has settled them before the slice looks, or leaves them alone.
 */
export async function linesOf(tx: Tx, orderIds: string[]): Promise<Map<string, KnownLine>> {
  const rows = await tx.query<{
    channel_id: string;
    order_id: string;
    line_no: number;
    split_revision: number;
    settled_run: string | null;
    basis: string | null;
    decision_revision: number;
  }>(
    `SELECT channel_id, order_id, line_no, split_revision, settled_run, basis, decision_revision
     FROM ledger_line WHERE order_id IN (?)`,
    [orderIds],
  );
  return new Map(
    rows.map(row => [
      lineName({ channelId: row.channel_id, orderId: row.order_id, lineNo: row.line_no }),
      {
        splitRevision: row.split_revision,
        settledRun: row.settled_run,
        basis: row.basis,
        decisionRevision: row.decision_revision,
      },
    ]),
  );
}

const KEY = ['order_id', 'channel_id', 'line_no'];
const REVISIONS = ['split_revision', 'order_revision'];
const DIVISION = ['brand_id', 'basis', 'decision_revision', 'tech_fee_bps'];

const keyOf = (line: LineId) => [line.orderId, line.channelId, line.lineNo];
const revisionsOf = (line: LedgerLine) => [line.splitRevision, line.orderRevision];

/** Lines that no run has settled. */
export async function saveLines(tx: Tx, lines: readonly LedgerLine[]): Promise<void> {
  const rows = lines.map(line => [
    ...keyOf(line),
    ...revisionsOf(line),
    line.baseFen,
    line.brandId,
    line.basis,
    line.decisionRevision,
    line.techFeeBps,
  ]);
  await insertRows(tx, 'ledger_line', [...KEY, ...REVISIONS, 'base_fen', ...DIVISION], rows, {
    onDuplicate: takeNew(...REVISIONS, 'base_fen', ...DIVISION),
  });
}

/** Settled lines whose amounts moved: what they were settled by stays. */
export async function saveBases(tx: Tx, lines: readonly LedgerLine[]): Promise<void> {
  const rows = lines.map(line => [...keyOf(line), ...revisionsOf(line), line.baseFen]);
  await insertRows(tx, 'ledger_line', [...KEY, ...REVISIONS, 'base_fen'], rows, {
    onDuplicate: takeNew(...REVISIONS, 'base_fen'),
  });
}

/** Settled lines that were divided otherwise, too late: it is noted that this was heard, and nothing else. */
export async function saveRevisions(tx: Tx, lines: readonly LedgerLine[]): Promise<void> {
  const rows = lines.map(line => [...keyOf(line), ...revisionsOf(line)]);
  await insertRows(tx, 'ledger_line', [...KEY, ...REVISIONS], rows, { onDuplicate: takeNew(...REVISIONS) });
}
