import { Injectable } from '@nestjs/common';
import type { DataOf } from '@chuanliu/contracts/define-event';
import { agencyContract } from '@chuanliu/contracts/partners/agency-contract.v1';
import { insertRows } from '@chuanliu/database/insert-rows';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';

type Contract = DataOf<typeof agencyContract>;

const COLUMNS = ['promoter_id', 'from_at', 'to_at', 'agency_id', 'agency_bps', 'revision'];
/** Of a contract the greatest revision is in force; the column that says which goes last. */
const TAKE_NEWER = ['to_at', 'agency_id', 'agency_bps', 'revision']
  .map(column => `${column} = IF(VALUES(revision) > revision, VALUES(${column}), ${column})`)
  .join(', ');

/** A promoter works under an agency: no decision depends on it, but what a simulated one is worth to whom. */
@Injectable()
export class OnAgencyContract {
  @OnEvents(agencyContract)
  async handle(events: EventOf<typeof agencyContract>[], tx: Tx): Promise<void> {
    const rows = events
      .map(event => event.data)
      .sort(byKey)
      .map(it => [it.promoterId, toColumn(it.from), toColumn(it.to), it.agencyId, it.agencyBps, it.revision]);
    await insertRows(tx, 'agency_contract', COLUMNS, rows, { onDuplicate: TAKE_NEWER });
  }
}

function byKey(a: Contract, b: Contract): number {
  const key = (contract: Contract) => `${contract.promoterId} ${contract.from}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.revision - b.revision;
}
