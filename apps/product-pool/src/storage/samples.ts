import type { UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { isOpen, type Sample } from '../domain/sample';

export type StoredSample = Sample & { updatedAt: UtcInstant };

/** Columns that hold a field as it is, and those that hold an instant. */
const plain = {
  sampleId: 'sample_id',
  promoterId: 'promoter_id',
  brandId: 'brand_id',
  productId: 'product_id',
  message: 'message',
  addressRef: 'address_ref',
  state: 'state',
  channelId: 'channel_id',
  orderId: 'order_id',
  carrier: 'carrier',
  trackingNo: 'tracking_no',
  contentId: 'content_id',
  surface: 'surface',
  reason: 'reason',
  revision: 'revision',
} as const satisfies Partial<Record<keyof StoredSample, string>>;
const instants = {
  requestedAt: 'requested_at',
  approvedAt: 'approved_at',
  rejectedAt: 'rejected_at',
  cancelledAt: 'cancelled_at',
  boughtAt: 'bought_at',
  shippedAt: 'shipped_at',
  receivedAt: 'received_at',
  contentDueAt: 'content_due_at',
  fulfilledAt: 'fulfilled_at',
  refundedAt: 'refunded_at',
  updatedAt: 'updated_at',
} as const satisfies Partial<Record<keyof StoredSample, string>>;
/** Every field has its column. */
type Kept = keyof typeof plain | keyof typeof instants | 'buyFirst';
const fields = [...entriesOf(plain), ...entriesOf(instants)];

const COLUMNS = ['buy_first', 'open_slot', ...fields.map(([, column]) => column)];
export const SELECT_SAMPLE = `SELECT ${COLUMNS.join(', ')} FROM sample`;
export type SampleRow = Record<string, unknown>;

export function sampleOf(row: SampleRow): StoredSample {
  const kept: Record<Kept, unknown> = {
    ...valuesOf(plain, column => row[column]),
    ...valuesOf(instants, column => fromColumn(row[column] as string | null)),
    buyFirst: row.buy_first === 1,
  };
  return kept as StoredSample;
}

/** Writes a sample that is new; that its promoter has an open one of the product already shows as a duplicate. */
export async function addSample(tx: Tx, sample: Sample, now: UtcInstant): Promise<void> {
  await insertRows(tx, 'sample', COLUMNS, [rowOf({ ...sample, updatedAt: now })]);
}

/** Writes samples whose rows are held. */
export async function saveSamples(tx: Tx, samples: readonly Sample[], now: UtcInstant): Promise<void> {
  const rows = samples.map(sample => rowOf({ ...sample, updatedAt: now }));
  await insertRows(tx, 'sample', COLUMNS, rows, { onDuplicate: takeNew(...COLUMNS) });
}

/** Holds the samples' rows until the transaction ends, in the order of their ids; those that exist. */
export async function lockSamples(tx: Tx, sampleIds: readonly string[]): Promise<StoredSample[]> {
  if (sampleIds.length === 0) return [];
  const sql = `${SELECT_SAMPLE} WHERE sample_id IN (?) ORDER BY sample_id FOR UPDATE`;
  return (await tx.query<SampleRow>(sql, [[...sampleIds].sort()])).map(sampleOf);
}

/** The sample of a product that the promoter has not done with; the product's row is held. */
export async function openSampleOf(tx: Tx, promoterId: string, productId: string): Promise<StoredSample | null> {
  const sql = `${SELECT_SAMPLE} WHERE promoter_id = ? AND product_id = ? AND open_slot = 1`;
  const [row] = await tx.query<SampleRow>(sql, [promoterId, productId]);
  return row ? sampleOf(row) : null;
}

function rowOf(sample: StoredSample): unknown[] {
  const told = fields.map(([field]) => (field in instants ? toColumn(sample[field] as string | null) : sample[field]));
  return [sample.buyFirst ? 1 : 0, isOpen(sample.state) ? 1 : null, ...told];
}

function entriesOf<C extends object>(columns: C): Array<[keyof C & keyof StoredSample, string]> {
  return Object.entries(columns) as Array<[keyof C & keyof StoredSample, string]>;
}

function valuesOf<C extends Record<string, string>>(columns: C, valueOf: (column: string) => unknown) {
  const values = Object.entries(columns).map(([field, column]) => [field, valueOf(column)]);
  return Object.fromEntries(values) as Record<keyof C, unknown>;
}
