import { Injectable } from '@nestjs/common';
import { uuidv7obj } from 'uuidv7';
import type { DataOf, EventDefinition } from '@chuanliu/contracts/define-event';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { currentContext } from '@chuanliu/http/request-context';
import type { EventMeta } from './on-events';
import { Wake } from './wake';

const COLUMNS = ['event_id', 'shard', 'aggregate_type', 'aggregate_id', 'type', 'payload', 'headers', 'occurred_at'];

/** One shard: one relay sends all events of a schema in the order of their ids. */
export const SHARD = 0;

/**
 * Events leave a service through this table: written in the transaction that makes them true, sent afterwards by the relay.
 * The writer holds a lock on the thing that the event is about (its row, or its partition's position), so that two
 * events of one key never change places.
 */
@Injectable()
export class Outbox {
  readonly written = new Wake();

  /**
   * Announces events when the transaction commits.
   * @param items their data, and the event that caused each, whose request and trace it continues
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any event's definition
  async add<D extends EventDefinition<any>>(
    tx: Tx,
    event: D,
    items: ReadonlyArray<{ data: DataOf<D>; cause?: EventMeta }>,
  ): Promise<void> {
    if (items.length === 0) return;
    const now = toColumn(new Date().toISOString());
    const context = currentContext();
    const rows = items.map(({ data, cause }) => [
      Buffer.from(uuidv7obj().bytes),
      SHARD,
      event.stream,
      event.key(data),
      event.type,
      JSON.stringify(data),
      headersOf(cause ?? context),
      now,
    ]);
    await insertRows(tx, 'outbox', COLUMNS, rows);
    tx.afterCommit(() => this.written.up());
  }
}

function headersOf(origin: { requestId?: string; traceparent?: string } | undefined): string {
  if (!origin?.requestId && !origin?.traceparent) return '{}';
  return JSON.stringify({ requestId: origin.requestId, traceparent: origin.traceparent });
}
