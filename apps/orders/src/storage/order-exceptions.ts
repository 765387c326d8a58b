import { createHash } from 'node:crypto';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { ExceptionKind, ExceptionsChange, OrderException } from '../domain/order-exceptions';
import { asTuples, inPortions, nameOf, type OrderKey } from './order-key';

export type ExceptionState = 'open' | 'cleared';

/** An exception as people see it. */
export interface ListedException {
  id: string;
  kind: string;
  channelId: string;
  orderId: string;
  lineNo: number | null;
  detail: string;
  occurredAt: UtcInstant;
  state: ExceptionState;
  updatedAt: UtcInstant;
}

export interface ExceptionRow {
  id: string;
  kind: string;
  channel_id: string;
  order_id: string;
  line_no: number | null;
  detail: string;
  occurred_at: string;
  state: ExceptionState;
  updated_at: string;
}

const COLUMNS = [
  'id',
  'kind',
  'channel_id',
  'order_id',
  'line_no',
  'detail',
  'occurred_at',
  'state',
  'updated_at',
] as const;

/** The same exception has the same id whenever and by whatever road it is found. */
export function exceptionId(order: OrderKey, { kind, subject }: Pick<OrderException, 'kind' | 'subject'>): string {
  const name = JSON.stringify([order.channelId, order.orderId, kind, subject]);
  return `orders-${createHash('sha256').update(name).digest('hex').slice(0, 40)}`;
}

/** Lists what opened and marks what cleared. @param now when that came to light */
export async function saveExceptions(
  tx: Tx,
  changes: ReadonlyArray<{ key: OrderKey; change: ExceptionsChange }>,
  now: UtcInstant,
): Promise<void> {
  const opened = changes.flatMap(({ key, change }) =>
    change.opened.map(exception => [
      exceptionId(key, exception),
      exception.kind,
      key.channelId,
      key.orderId,
      exception.lineNo,
      exception.detail,
      toColumn(exception.occurredAt),
      'open',
      toColumn(now),
    ]),
  );
  await insertRows(tx, 'order_exception', COLUMNS, opened, {
    onDuplicate: takeNew('line_no', 'detail', 'occurred_at', 'state', 'updated_at'),
  });
  const cleared = changes.flatMap(({ key, change }) => change.cleared.map(one => exceptionId(key, one)));
  await clearExceptions(tx, cleared, now);
}

export async function clearExceptions(tx: Tx, ids: readonly string[], now: UtcInstant): Promise<void> {
  for (const portion of inPortions(ids)) {
    await tx.execute(
      `UPDATE order_exception SET state = 'cleared', updated_at = ? WHERE id IN (?) AND state = 'open'`,
      [toColumn(now), portion],
    );
  }
}

/** Open exceptions of one kind: id → detail, by nameOf of their order. */
export async function openExceptionsOf(
  tx: Tx,
  kind: ExceptionKind,
  keys: readonly OrderKey[],
): Promise<Map<string, Map<string, string>>> {
  const open = new Map<string, Map<string, string>>(keys.map(key => [nameOf(key), new Map()]));
  for (const portion of inPortions(keys)) {
    const rows = await tx.query<ExceptionRow>(
      `SELECT id, channel_id, order_id, detail FROM order_exception
       WHERE (order_id, channel_id) IN (?) AND kind = ? AND state = 'open'`,
      [asTuples(portion), kind],
    );
    for (const row of rows) {
      open.get(nameOf({ channelId: row.channel_id, orderId: row.order_id }))?.set(row.id, row.detail);
    }
  }
  return open;
}

export const listedException = (row: ExceptionRow): ListedException => ({
  id: row.id,
  kind: row.kind,
  channelId: row.channel_id,
  orderId: row.order_id,
  lineNo: row.line_no,
  detail: row.detail,
  occurredAt: fromColumn(row.occurred_at),
  state: row.state,
  updatedAt: fromColumn(row.updated_at),
});
