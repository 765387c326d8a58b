import { Injectable } from '@nestjs/common';
import { agencyContract } from '@chuanliu/contracts/partners/agency-contract.v1';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { saveKnownParties } from '../storage/known-parties';

const COLUMNS = ['promoter_id', 'holds_from', 'holds_to', 'agency_id', 'agency_bps', 'revision'];

/** Whose agency a promoter is with: some plans are for one agency's promoters. Of two revisions the greater is in force. */
@Injectable()
export class OnAgencyContract {
  @OnEvents(agencyContract)
  async handle(events: EventOf<typeof agencyContract>[], tx: Tx): Promise<void> {
    await saveKnownParties(
      tx,
      'agency',
      events.map(({ data }) => data.agencyId),
    );
    const rows = events.map(({ data }) => [
      ...[data.promoterId, toColumn(data.from), toColumn(data.to), data.agencyId, data.agencyBps, data.revision],
    ]);
    await insertRows(tx, 'agency_contract', COLUMNS, rows, {
      // The end first: it still sees the revision that the row had.
      onDuplicate: `holds_to = IF(VALUES(revision) > revision, VALUES(holds_to), holds_to),
        revision = GREATEST(revision, VALUES(revision))`,
    });
  }
}
