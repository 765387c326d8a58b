import { Injectable } from '@nestjs/common';
import { partySuspended } from '@chuanliu/contracts/partners/party-suspended.v1';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';

const COLUMNS = ['party_kind', 'party_id', 'suspension_id', 'holds_from', 'holds_to', 'revision'];

/** Who is suspended is not paid meanwhile. Of two revisions the greater one is in force. */
@Injectable()
export class OnPartySuspended {
  @OnEvents(partySuspended)
  async handle(events: EventOf<typeof partySuspended>[], tx: Tx): Promise<void> {
    const rows = events
      .map(({ data }) => data)
      .sort((a, b) => a.revision - b.revision)
      .map(it => [it.kind, it.partyId, it.suspensionId, toColumn(it.from), toColumn(it.to), it.revision]);
    await insertRows(tx, 'suspension', COLUMNS, rows, {
      // The end first: it still sees the revision that the row had.
      onDuplicate: `holds_to = IF(VALUES(revision) > revision, VALUES(holds_to), holds_to),
        revision = GREATEST(revision, VALUES(revision))`,
    });
  }
}
