import type { UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { overdueAt, suspendedUntil, type OverdueSample, type SamplePolicy } from '../domain/sample-standing';

type Read = <T>(sql: string, parameters: unknown[]) => Promise<T[]>;

export interface Conduct {
  overdueSampleIds: string[];
  suspendedUntil: UtcInstant | null;
}

/** What overdue samples mean for a promoter at an instant. */
export async function conductOf(
  read: Read,
  promoterId: string,
  policy: SamplePolicy,
  at: UtcInstant,
): Promise<Conduct> {
  const lifts = await read<{ lifted_at: string }>('SELECT lifted_at FROM sample_lift WHERE promoter_id = ?', [
    promoterId,
  ]);
  const liftedAt = lifts.map(row => fromColumn(row.lifted_at));
  const samples = await overdueSamplesOf(read, promoterId, at);
  return {
    overdueSampleIds: overdueAt(samples, at),
    suspendedUntil: suspendedUntil(samples, liftedAt, policy, at),
  };
}

/** The promoter's samples whose content was not there when it was due, up to an instant, in order of their ids. */
async function overdueSamplesOf(read: Read, promoterId: string, at: UtcInstant): Promise<OverdueSample[]> {
  const rows = await read<{ sample_id: string; content_due_at: string; fulfilled_at: string | null }>(
    `SELECT sample_id, content_due_at, fulfilled_at FROM sample
     WHERE promoter_id = ? AND content_due_at <= ? AND (fulfilled_at IS NULL OR fulfilled_at >= content_due_at)
     ORDER BY sample_id`,
    [promoterId, toColumn(at)],
  );
  return rows.map(row => ({
    sampleId: row.sample_id,
    dueAt: fromColumn(row.content_due_at),
    fulfilledAt: fromColumn(row.fulfilled_at),
  }));
}

/** How many settled orders a promoter has brought, counted up to a number. */
export async function settledOrdersOf(read: Read, promoterId: string, upTo: number): Promise<number> {
  const [row] = await read<{ n: number }>(
    'SELECT COUNT(*) AS n FROM (SELECT 1 FROM promoter_order WHERE promoter_id = ? LIMIT ?) AS counted',
    [promoterId, upTo],
  );
  return row!.n;
}

/** Samples of a product asked for in a span and neither rejected nor cancelled since, over all promoters. */
export async function samplesGiven(
  read: Read,
  productId: string,
  { from, to }: { from: UtcInstant; to: UtcInstant },
): Promise<number> {
  const [row] = await read<{ n: number }>(
    `SELECT COUNT(*) AS n FROM sample
     WHERE product_id = ? AND requested_at >= ? AND requested_at < ? AND state NOT IN ('rejected', 'cancelled')`,
    [productId, toColumn(from), toColumn(to)],
  );
  return row!.n;
}
