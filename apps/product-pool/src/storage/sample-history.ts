import type { UtcInstant } from '@chuanliu/contracts/instants';
import { sampleChanged, type SampleState } from '@chuanliu/contracts/product-pool/sample-changed.v1';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { Outbox } from '@chuanliu/messaging/outbox';
import { isRefundDue, since } from '../domain/sample';
import type { Move } from '../domain/sample-steps';

/** Who took a step; what only time did, the pool says itself. */
export type Actor = 'promoter' | 'brand' | 'operator' | 'pool';

export interface PastStep {
  revision: number;
  step: Move['step'];
  state: SampleState;
  at: UtcInstant;
  writtenAt: UtcInstant;
  by: Actor;
  reason: string | null;
}

const COLUMNS = [
  ...['sample_id', 'revision', 'step', 'state', 'taken_at', 'written_at', 'taken_by', 'reason'],
] as const;

/** Notes what became of samples, and announces it. The samples’ rows are held, or new. */
export async function announceMoves(
  tx: Tx,
  outbox: Outbox,
  moves: readonly Move[],
  by: Actor,
  now: UtcInstant,
): Promise<void> {
  const rows = moves.map(({ step, at, sample }) => [
    ...[sample.sampleId, sample.revision, step, sample.state, toColumn(at), toColumn(now)],
    ...[step === 'due' ? 'pool' : by, sample.reason],
  ]);
  await insertRows(tx, 'sample_step', COLUMNS, rows);
  await outbox.add(
    tx,
    sampleChanged,
    moves.map(({ sample }) => {
      const { sampleId, promoterId, brandId, productId, state, contentDueAt, reason, revision } = sample;
      const at = since(sample, state);
      const told = { sampleId, promoterId, brandId, productId, state, at, contentDueAt, reason, revision };
      return { data: { ...told, ...(sample.buyFirst ? { refundDue: isRefundDue(sample) } : {}) } };
    }),
  );
}

/** What became of a sample, first things first. */
export async function historyOf(
  read: <T>(sql: string, parameters: unknown[]) => Promise<T[]>,
  sampleId: string,
): Promise<PastStep[]> {
  const rows = await read<Record<(typeof COLUMNS)[number], string>>(
    `SELECT ${COLUMNS.join(', ')} FROM sample_step WHERE sample_id = ? ORDER BY revision`,
    [sampleId],
  );
  return rows.map(row => ({
    revision: Number(row.revision),
    step: row.step as PastStep['step'],
    state: row.state as SampleState,
    at: fromColumn(row.taken_at),
    writtenAt: fromColumn(row.written_at),
    by: row.taken_by as Actor,
    reason: row.reason,
  }));
}
