import { Injectable } from '@nestjs/common';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';

/** Promoters and the versions of their reputation, which the gates of picking read. */
@Injectable()
export class OnPromoterVersion {
  @OnEvents(promoterVersion)
  async handle(events: EventOf<typeof promoterVersion>[], tx: Tx): Promise<void> {
    // The row that picks and plans of the promoter hold; in order, as they do.
    const ids = [...new Set(events.map(event => event.data.promoterId))].sort();
    await insertRows(
      tx,
      'promoter',
      ['promoter_id'],
      ids.map(id => [id]),
      { ignore: true },
    );
    const rows = events.map(({ data }) => [data.promoterId, toColumn(data.effectiveFrom), data.reputation ?? null]);
    // A version is written once and never changes, so the first to arrive is as good as any other.
    await insertRows(tx, 'promoter_version', ['promoter_id', 'effective_from', 'reputation'], rows, { ignore: true });
  }
}
