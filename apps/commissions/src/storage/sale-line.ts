import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { SaleParties } from '@chuanliu/split-rules/split-commission';
import type { DatedSale } from '@chuanliu/split-rules/terms-in-force';
import { basisIn, basisText, type Basis, type SplitDecision } from '../domain/basis';
import type { PaidLine, Refund } from '../domain/split-steps';
import { inLists, keyTuple, type LineKey } from './line-key';
import type { Listing } from './party-sale';

/** What attribution told of a line: payment, refunds and decision, of the greatest revision heard. */
export interface SaleFacts extends LineKey, PaidLine, SaleParties, DatedSale {
  outcome: SaleParties['outcome'];
  promoterId: string | null;
  paymentChannel: string;
  transactionId: string;
  orderRevision: number;
  /** The revision of attribution's announcement. */
  decisionRevision: number;
  present: boolean;
  productId: string;
  tag: string | null;
  /** Of a settled line: what attribution would decide by now, and its first revision that said so. */
  late: LateDecision | null;
}

export interface LateDecision extends SplitDecision {
  revision: number;
}

/** What settlement fixed: decision and terms, and the revision of that decision. */
export interface Settled {
  basis: Basis;
  decisionRevision: number;
}

/** What this service made of a line last. */
export interface SplitRecord {
  /** Counts what was announced of this line; 0 before the first. */
  revision: number;
  /** Hash of what was announced last, so that nothing is announced twice. */
  announcedHash: string | null;
  /** What the line was divided by when it was announced last, as basisText writes it; null before the first. */
  announcedBasis: string | null;
  /** The winner's pick has no terms here yet. */
  waits: boolean;
  baseFen: number;
  /** The rows of party_sale that stand for this line; null while there are none. */
  listed: Listing | null;
}

export interface SaleLine {
  facts: SaleFacts;
  record: SplitRecord;
  /** null: not settled, so that what is known decides. */
  settled: Settled | null;
}

/** A line that was told for the first time. */
export const newLine = (facts: SaleFacts): SaleLine => ({ facts, record: notYetSplit, settled: null });

const notYetSplit: SplitRecord = {
  revision: 0,
  announcedHash: null,
  announcedBasis: null,
  waits: false,
  baseFen: 0,
  listed: null,
};

const COLUMNS = [
  'order_id',
  'channel_id',
  'line_no',
  'brand_id',
  'ordered_at',
  'payment_occurred_at',
  'payment_channel',
  'transaction_id',
  'order_revision',
  'decision_revision',
  'present',
  'product_id',
  'paid_fen',
  'subsidy_fen',
  'freight_fen',
  'refunds',
  'tag',
  'outcome',
  'promoter_id',
  'pick_id',
  'assistant_ids',
  'late_decision',
  'waits',
  'base_fen',
  'revision',
  'announced_hash',
  'announced_basis',
  'listed',
  'settled_basis',
  'settled_decision_revision',
] as const;

const SELECT = `SELECT ${COLUMNS.join(', ')} FROM sale`;

type SaleRow = Record<(typeof COLUMNS)[number], never>;

/** The known ones of these lines, locked until the transaction ends. @param keys in key order */
export async function lockLines(tx: Tx, keys: readonly LineKey[]): Promise<SaleLine[]> {
  const lines: SaleLine[] = [];
  for (const some of inLists(keys)) {
    const rows = await tx.query<SaleRow>(
      `${SELECT} WHERE (order_id, channel_id, line_no) IN (?) ORDER BY order_id, channel_id, line_no FOR UPDATE`,
      [some.map(keyTuple)],
    );
    for (const row of rows) lines.push(asLine(row));
  }
  return lines;
}

/** All known lines of these orders, locked until the transaction ends. @param orders [orderId, channelId], in order */
export async function lockLinesOf(tx: Tx, orders: ReadonlyArray<readonly [string, string]>): Promise<SaleLine[]> {
  const lines: SaleLine[] = [];
  for (const some of inLists(orders)) {
    const rows = await tx.query<SaleRow>(
      `${SELECT} WHERE (order_id, channel_id) IN (?) ORDER BY order_id, channel_id, line_no FOR UPDATE`,
      [some],
    );
    for (const row of rows) lines.push(asLine(row));
  }
  return lines;
}

/** The lines of one order, as they are, in order. */
export async function readLinesOf(
  read: Pick<Tx, 'query'>['query'],
  channelId: string,
  orderId: string,
): Promise<SaleLine[]> {
  const rows = await read<SaleRow>(`${SELECT} WHERE order_id = ? AND channel_id = ? ORDER BY line_no`, [
    orderId,
    channelId,
  ]);
  return rows.map(asLine);
}

/** Writes the lines as they are now. */
export async function saveLines(tx: Tx, lines: readonly SaleLine[]): Promise<void> {
  await insertRows(tx, 'sale', COLUMNS, lines.map(asRow), { onDuplicate: takeNew(...COLUMNS.slice(3)) });
}

/** Writes of lines that were not settled that they are, by what they were announced with last. @param lines at most 500 */
export async function markSettled(tx: Tx, lines: readonly SaleLine[]): Promise<void> {
  if (lines.length === 0) return;
  const revisions = new Map<number, LineKey[]>();
  for (const { facts, settled } of lines) {
    const ofRevision = revisions.get(settled!.decisionRevision);
    if (ofRevision) ofRevision.push(facts);
    else revisions.set(settled!.decisionRevision, [facts]);
  }
  for (const [decisionRevision, ofRevision] of revisions) {
    await tx.execute(
      `UPDATE sale SET settled_basis = announced_basis, settled_decision_revision = ?
       WHERE (order_id, channel_id, line_no) IN (?)`,
      [decisionRevision, ofRevision.map(keyTuple)],
    );
  }
}

function asRow({ facts, record, settled }: SaleLine): unknown[] {
  return [
    facts.orderId,
    facts.channelId,
    facts.lineNo,
    facts.brandId,
    toColumn(facts.orderedAt),
    toColumn(facts.paymentOccurredAt),
    facts.paymentChannel,
    facts.transactionId,
    facts.orderRevision,
    facts.decisionRevision,
    facts.present ? 1 : 0,
    facts.productId,
    facts.paidFen,
    facts.platformSubsidyFen,
    facts.freightFen,
    asJson(facts.refunds),
    facts.tag,
    facts.outcome,
    facts.promoterId,
    facts.pickId,
    asJson(facts.assistantIds),
    facts.late && JSON.stringify(facts.late),
    record.waits ? 1 : 0,
    record.baseFen,
    record.revision,
    record.announcedHash,
    record.announcedBasis,
    record.listed && JSON.stringify(record.listed),
    settled && basisText(settled.basis),
    settled && settled.decisionRevision,
  ];
}

function asLine(row: SaleRow): SaleLine {
  return {
    facts: {
      orderId: row.order_id,
      channelId: row.channel_id,
      lineNo: row.line_no,
      brandId: row.brand_id,
      orderedAt: fromColumn(row.ordered_at),
      paymentOccurredAt: fromColumn(row.payment_occurred_at),
      paymentChannel: row.payment_channel,
      transactionId: row.transaction_id,
      orderRevision: row.order_revision,
      decisionRevision: row.decision_revision,
      present: row.present === 1,
      productId: row.product_id,
      paidFen: row.paid_fen,
      platformSubsidyFen: row.subsidy_fen,
      freightFen: row.freight_fen,
      refunds: fromJson<Refund>(row.refunds),
      tag: row.tag,
      outcome: row.outcome,
      promoterId: row.promoter_id,
      pickId: row.pick_id,
      assistantIds: fromJson<string>(row.assistant_ids),
      late: row.late_decision === null ? null : (JSON.parse(row.late_decision) as LateDecision),
    },
    record: {
      waits: row.waits === 1,
      baseFen: row.base_fen,
      revision: row.revision,
      announcedHash: row.announced_hash,
      announcedBasis: row.announced_basis,
      listed: row.listed === null ? null : (JSON.parse(row.listed) as Listing),
    },
    settled:
      row.settled_basis === null
        ? null
        : { basis: basisIn(row.settled_basis), decisionRevision: row.settled_decision_revision },
  };
}

/** The decision that divides the line: what settlement fixed, else what was told last. */
export const decisionInForce = ({ facts, settled }: SaleLine): SplitDecision => settled?.basis.decision ?? facts;

/** What is divided, and between whom: the amounts told last, by the decision in force. */
export const inForce = (line: SaleLine): SaleFacts =>
  line.settled ? withDecision(line.facts, decisionInForce(line)) : line.facts;

/** The same amounts, brought by somebody else. */
export const withDecision = (
  facts: SaleFacts,
  { outcome, promoterId, pickId, assistantIds }: SplitDecision,
): SaleFacts => ({
  ...facts,
  outcome,
  promoterId,
  pickId,
  assistantIds,
});

// Most sales have no refund and no assistant.
const asJson = (list: readonly unknown[]) => (list.length === 0 ? '[]' : JSON.stringify(list));
const fromJson = <T>(text: string): T[] => (text === '[]' ? [] : (JSON.parse(text) as T[]));
