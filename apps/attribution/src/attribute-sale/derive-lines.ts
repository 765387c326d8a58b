import { Injectable } from '@nestjs/common';
import { saleAttributed } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import type { Tx } from '@chuanliu/database/tx';
import type { EventMeta } from '@chuanliu/messaging/on-events';
import { Outbox } from '@chuanliu/messaging/outbox';
import { deriveRiver } from '../credit-brand-stream/derive-river';
import { DueLines } from '../decide-again/due-lines';
import type { LineAtWork } from '../storage/line';
import { saveEarlierDecisions, saveLateDecisions } from '../storage/settled-lines';
import { orderName, saveLines } from '../storage/stored-lines';
import { rememberLookups } from '../storage/touch-lookups';
import { announcementsOf } from './announcements';
import { decideLines } from './decide-lines';
import { keepSettled } from './keep-settled';

/** What caused orders to be derived, by order name; late knowledge has no event of the order. */
export type Causes = ReadonlyMap<string, EventMeta>;

/** The causes of a slice's events, by order. */
export function causesOf(
  events: ReadonlyArray<{ data: { channelId: string; orderId: string }; meta: EventMeta }>,
): Causes {
  return new Map(events.map(({ data, meta }) => [orderName(data.channelId, data.orderId), meta]));
}

/**
 * Derives lines from all facts known: who brought each sale, and what the river makes of it. Writes what changed and
 * announces what others must know. However often and in whatever order facts came, the result is the same.
 */
@Injectable()
export class DeriveLines {
  constructor(
    private readonly outbox: Outbox,
    private readonly dueLines: DueLines,
  ) {}

  /** @param learned lines whose rows this transaction has locked, or will insert */
  async run(tx: Tx, learned: readonly LineAtWork[], causes: Causes = new Map()): Promise<void> {
    if (learned.length === 0) return;
    const decided = keepSettled(learned, await decideLines(tx, learned));
    const { lines, concerned } = await deriveRiver(tx, decided);
    const announced = announcementsOf(lines);
    await saveLines(tx, announced.lines);
    await saveEarlierDecisions(tx, announced.lines);
    await saveLateDecisions(tx, announced.lines);
    await rememberLookups(tx, announced.lines);
    await this.dueLines.note(tx, concerned);
    await this.outbox.add(
      tx,
      saleAttributed,
      announced.sales.map(data => ({ data, cause: causes.get(orderName(data.channelId, data.orderId)) })),
    );
  }
}
