import { Injectable } from '@nestjs/common';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import { insertRows } from '@chuanliu/database/insert-rows';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { DueLines } from '../decide-again/due-lines';

/** A promoter's reputation decides on traffic, and the buyers registered to them on self-purchases. */
@Injectable()
export class OnPromoterVersion {
  constructor(private readonly dueLines: DueLines) {}

  @OnEvents(promoterVersion, { fenced: true })
  async handle(events: EventOf<typeof promoterVersion>[], tx: Tx): Promise<void> {
    const versions = events.map(event => event.data);
    await this.learnBuyers(tx, versions);

    const rows = versions.map(data => [data.promoterId, toColumn(data.effectiveFrom), data.reputation ?? null]);
    await insertRows(tx, 'promoter_version', ['promoter_id', 'effective_from', 'reputation'], rows, { ignore: true });
    const scored = rows.filter(row => row[2] !== null);
    if (scored.length === 0) return;
    await this.dueLines.noteFound(
      tx,
      `FROM promoter_version v JOIN line l ON l.river_promoter_id = v.promoter_id AND l.paid_at >= v.effective_from
       WHERE v.promoter_id IN (?) AND v.effective_from IN (?)
         AND NOT EXISTS (SELECT 1 FROM promoter_version n WHERE n.promoter_id = v.promoter_id
           AND n.reputation IS NOT NULL AND n.effective_from > v.effective_from AND n.effective_from <= l.paid_at)`,
      [[...new Set(scored.map(row => row[0]))], [...new Set(scored.map(row => row[1]))]],
    );
  }

  /** A buyer once registered stays the promoter's, and counts for orders of any time. */
  private async learnBuyers(
    tx: Tx,
    versions: ReadonlyArray<{ promoterId: string; buyerKeys?: string[] }>,
  ): Promise<void> {
    const pairs = versions.flatMap(({ promoterId, buyerKeys = [] }) => buyerKeys.map(key => [promoterId, key]));
    if (pairs.length === 0) return;
    const inserted = await insertRows(tx, 'promoter_buyer_key', ['promoter_id', 'buyer_key'], pairs, { ignore: true });
    if (inserted === 0) return;
    await this.dueLines.noteFound(tx, 'FROM line l WHERE l.buyer_key IN (?)', [
      [...new Set(pairs.map(pair => pair[1]))],
    ]);
  }
}
