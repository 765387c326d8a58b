import { createHash } from 'node:crypto';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { NotificationType } from '@chuanliu/contracts/push/notifications.v1';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { TRIED_FOR_MS } from '../domain/next-attempt';

export type DeliveryState = 'pending' | 'delivered' | 'dead';

/** A message to one webhook. */
export interface NewDelivery {
  deliveryId: string;
  webhookId: string;
  type: NotificationType;
  data: object;
}

export interface Delivery {
  deliveryId: string;
  type: NotificationType;
  state: DeliveryState;
  attempts: number;
  /** When it is tried next; of one that is under way, when it would be tried again. */
  dueAt: UtcInstant;
  answerStatus: number | null;
  fault: string | null;
  createdAt: UtcInstant;
  updatedAt: UtcInstant;
}

export interface DeliveryRow {
  delivery_id: string;
  type: NotificationType;
  state: DeliveryState;
  attempts: number;
  due_at: string;
  answer_status: number | null;
  fault: string | null;
  created_at: string;
  updated_at: string;
}

export const SELECT_DELIVERY =
  'SELECT delivery_id, type, state, attempts, due_at, answer_status, fault, created_at, updated_at FROM delivery';

export const deliveryOf = (row: DeliveryRow): Delivery => ({
  deliveryId: row.delivery_id,
  type: row.type,
  state: row.state,
  attempts: row.attempts,
  dueAt: fromColumn(row.due_at),
  answerStatus: row.answer_status,
  fault: row.fault,
  createdAt: fromColumn(row.created_at),
  updatedAt: fromColumn(row.updated_at),
});

/**
 * The id of a message: the same whenever the same event is heard again, be it that a backup was restored, so that a
 * receiver who keeps ids is never told twice.
 * @param thing what of the event it is about, when it tells several things
 */
export function deliveryIdOf(webhookId: string, type: NotificationType, eventId: string, thing = ''): string {
  return `dv-${createHash('sha256').update([webhookId, type, eventId, thing].join('\n')).digest('hex').slice(0, 40)}`;
}

/** Until when a message that is written or replayed now is tried. */
export const giveUpAt = (now: UtcInstant): UtcInstant => new Date(Date.parse(now) + TRIED_FOR_MS).toISOString();

const COLUMNS = ['delivery_id', 'webhook_id', 'type', 'body', 'state', 'attempts', 'tries', 'due_at', 'give_up_at'];

/** Writes messages, due at once; those that exist already stay as they are. */
export async function writeDeliveries(tx: Tx, deliveries: readonly NewDelivery[], now: UtcInstant): Promise<void> {
  const at = toColumn(now);
  const until = toColumn(giveUpAt(now));
  const rows = deliveries.map(({ deliveryId, webhookId, type, data }) => {
    const body = JSON.stringify({ id: deliveryId, type, occurredAt: now, data });
    return [deliveryId, webhookId, type, body, 'pending', 0, 0, at, until, at, at];
  });
  await insertRows(tx, 'delivery', [...COLUMNS, 'created_at', 'updated_at'], rows, { ignore: true });
}

const ROWS_AT_ONCE = 1_000;

/** Takes off the list what waits for a webhook that is disabled. It can be replayed once the webhook is enabled again. */
export async function giveUpPendingOf(database: Database, webhookId: string, now: UtcInstant): Promise<void> {
  await inPortions(() =>
    database.write(
      `UPDATE delivery SET state = 'dead', fault = 'webhook-disabled', updated_at = ?
       WHERE webhook_id = ? AND state = 'pending' LIMIT ${ROWS_AT_ONCE}`,
      [toColumn(now), webhookId],
    ),
  );
}

/** Forgets all messages of a webhook that was removed. */
export async function forgetDeliveriesOf(database: Database, webhookId: string): Promise<void> {
  await inPortions(() =>
    database.write(`DELETE FROM delivery WHERE webhook_id = ? LIMIT ${ROWS_AT_ONCE}`, [webhookId]),
  );
}

/** Makes dead messages due again, and tries them for another 24 hours. @returns how many those were */
export async function replayDead(
  database: Database,
  webhookId: string,
  { from, to }: { from: UtcInstant | undefined; to: UtcInstant | undefined },
  now: UtcInstant,
): Promise<number> {
  const given = [toColumn(from ?? null), toColumn(to ?? null)].filter(bound => bound !== null);
  return inPortions(() =>
    database.write(
      `UPDATE delivery SET state = 'pending', tries = 0, due_at = ?, give_up_at = ?, updated_at = ?
       WHERE webhook_id = ? AND state = 'dead' ${from ? 'AND created_at >= ?' : ''} ${to ? 'AND created_at < ?' : ''}
       LIMIT ${ROWS_AT_ONCE}`,
      [toColumn(now), toColumn(giveUpAt(now)), toColumn(now), webhookId, ...given],
    ),
  );
}

async function inPortions(some: () => Promise<{ affectedRows: number }>): Promise<number> {
  for (let done = 0; ;) {
    const { affectedRows } = await some();
    done += affectedRows;
    if (affectedRows < ROWS_AT_ONCE) return done;
  }
}
