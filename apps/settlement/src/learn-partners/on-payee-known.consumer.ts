import { Injectable } from '@nestjs/common';
import { payeeKnown } from '@chuanliu/contracts/partners/payee-known.v1';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';

const COLUMNS = [
  'party_kind',
  'party_id',
  'payee_name',
  'sealed_account',
  'account_ending',
  'verified',
  'id_type',
  'sealed_id_number',
  'id_number_ending',
  'person_key',
  'revision',
];
/** The greatest revision is in force; the column that says which goes last. */
const TAKE_NEWER = COLUMNS.slice(2)
  .map(column => `${column} = IF(VALUES(revision) > revision, VALUES(${column}), ${column})`)
  .join(', ');

/** Where a party's money is paid to, and which person a party is. */
@Injectable()
export class OnPayeeKnown {
  @OnEvents(payeeKnown)
  async handle(events: EventOf<typeof payeeKnown>[], tx: Tx): Promise<void> {
    const rows = events
      .map(({ data }) => data)
      .sort((a, b) => a.revision - b.revision)
      .map(({ kind, partyId, payeeName, sealedAccount, accountEnding, verified, identity, revision }) => [
        ...[kind, partyId, payeeName, sealedAccount, accountEnding, verified ? 1 : 0],
        ...[identity?.idType ?? null, identity?.sealedNumber ?? null, identity?.numberEnding ?? null],
        ...[identity?.personKey ?? null, revision],
      ]);
    await insertRows(tx, 'payee', COLUMNS, rows, { onDuplicate: TAKE_NEWER });
  }
}
