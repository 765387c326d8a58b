import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { Read } from './read';
import { requireSameRequest, type RequestMark } from './request-mark';

/**
 * The adjustment that a request made when it came first; null when it comes first now.
 * @throws Problem `idempotency-key-reused` (422)
 */
export async function adjustmentOfRequest(read: Read, request: RequestMark): Promise<string | null> {
  const [row] = await read<{ adjustment_id: string; request_digest: Buffer }>(
    'SELECT adjustment_id, request_digest FROM adjustment_request WHERE request_key = ?',
    [request.key],
  );
  if (!row) return null;
  requireSameRequest(request, row.request_digest);
  return row.adjustment_id;
}

/**
 * Notes that the request makes this adjustment, unless it made another one before.
 * @returns the adjustment that it made
 */
export async function claimRequest(tx: Tx, request: RequestMark, adjustmentId: string): Promise<string> {
  const row = [request.key, request.digest, adjustmentId];
  await insertRows(tx, 'adjustment_request', ['request_key', 'request_digest', 'adjustment_id'], [row], {
    onDuplicate: 'request_key = VALUES(request_key)', // Whoever comes second waits here for what the first one does.
  });
  return (await adjustmentOfRequest((sql, parameters) => tx.query(sql, parameters), request))!;
}
