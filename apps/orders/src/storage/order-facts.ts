import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { OrderFact, Payment, Refund } from '../domain/order-fact';
import { asTuples, inPortions, nameOf, type OrderKey } from './order-key';

export interface FactRow {
  order_id: string;
  channel_id: string;
  event_id: string;
  hash: Buffer;
  event_type: OrderFact['type'];
  occurred_at: string;
  content_hash: Buffer;
  contents: string | null;
}

const COLUMNS = [
  'order_id',
  'channel_id',
  'event_id',
  'hash',
  'event_type',
  'occurred_at',
  'content_hash',
  'contents',
] as const;

/** Columns of `order_fact f`, for statements that join it. */
export const factColumns = COLUMNS.map(column => `f.${column}`).join(', ');

/** A server takes a statement of 16 MiB by default; 2,000 lines are about half a MiB of contents, and quoting adds to it. */
const MOST_CHARACTERS = 2 * 1024 * 1024;

/** Everything kept of these orders, by nameOf. */
export async function factsOf(tx: Tx, keys: readonly OrderKey[]): Promise<Map<string, OrderFact[]>> {
  const facts = new Map<string, OrderFact[]>();
  for (const portion of inPortions(keys)) {
    const rows = await tx.query<FactRow>(
      `SELECT ${factColumns} FROM order_fact f FORCE INDEX (PRIMARY) WHERE (f.order_id, f.channel_id) IN (?)`,
      [asTuples(portion)],
    );
    for (const row of rows) {
      const name = nameOf({ channelId: row.channel_id, orderId: row.order_id });
      const others = facts.get(name);
      if (others) others.push(factOfRow(row));
      else facts.set(name, [factOfRow(row)]);
    }
  }
  return facts;
}

/** Keeps facts that are not kept yet. */
export async function insertFacts(tx: Tx, facts: ReadonlyArray<{ key: OrderKey; fact: OrderFact }>): Promise<void> {
  let rows: unknown[][] = [];
  let characters = 0;
  for (const { key, fact } of facts) {
    const contents = contentsOf(fact);
    characters += contents?.length ?? 0;
    if (characters > MOST_CHARACTERS && rows.length > 0) {
      await insertRows(tx, 'order_fact', COLUMNS, rows);
      rows = [];
      characters = contents?.length ?? 0;
    }
    rows.push([
      key.orderId,
      key.channelId,
      fact.eventId,
      Buffer.from(fact.hash, 'hex'),
      fact.type,
      toColumn(fact.occurredAt),
      Buffer.from(fact.contentHash, 'hex'),
      contents,
    ]);
  }
  await insertRows(tx, 'order_fact', COLUMNS, rows);
}

function contentsOf(fact: OrderFact): string | null {
  if (fact.type === 'order-paid') return JSON.stringify(fact.payment);
  return fact.type === 'order-refunded' ? JSON.stringify(fact.refund) : null;
}

/** @throws when a payment or refund was kept without its contents, which insertFacts never does */
export function factOfRow(row: FactRow): OrderFact {
  const told = {
    eventId: row.event_id,
    occurredAt: fromColumn(row.occurred_at),
    hash: row.hash.toString('hex'),
    contentHash: row.content_hash.toString('hex'),
  };
  const { event_type: type, contents } = row;
  if (type === 'order-paid') return { type, payment: JSON.parse(contents!) as Payment, ...told };
  if (type === 'order-refunded') return { type, refund: JSON.parse(contents!) as Refund, ...told };
  return { type, ...told };
}
