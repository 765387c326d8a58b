import { Injectable } from '@nestjs/common';
import { partySuspended } from '@chuanliu/contracts/partners/party-suspended.v1';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';

const COLUMNS = ['promoter_id', 'suspension_id', 'holds_from', 'holds_to', 'revision'];

/** Suspensions of promoters; a brand's do not bear on picking. Of two revisions the greater one is in force. */
@Injectable()
export class OnPartySuspended {
  @OnEvents(partySuspended)
  async handle(events: EventOf<typeof partySuspended>[], tx: Tx): Promise<void> {
    const rows = events
      .filter(({ data }) => data.kind === 'promoter')
      .map(({ data }) => [...[data.partyId, data.suspensionId, toColumn(data.from), toColumn(data.to), data.revision]]);
    await insertRows(tx, 'promoter_suspension', COLUMNS, rows, {
      // The end first: it still sees the revision that the row had.
      onDuplicate: `holds_to = IF(VALUES(revision) > revision, VALUES(holds_to), holds_to),
        revision = GREATEST(revision, VALUES(revision))`,
    });
  }
}
