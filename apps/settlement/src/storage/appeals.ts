import type { AppealState, appealChanged } from '@chuanliu/contracts/attribution/appeal-changed.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { Read } from './read';

const COLUMNS = ['appeal_id', 'channel_id', 'order_id', 'line_no', 'party', 'revision', 'state'];

/** Of two revisions the greater one is in force, whichever comes first. */
export async function saveAppeals(tx: Tx, appeals: ReadonlyArray<DataOf<typeof appealChanged>>): Promise<void> {
  const rows = [...appeals]
    .sort((a, b) => a.revision - b.revision)
    .map(it => [it.appealId, it.channelId, it.orderId, it.lineNo, it.party, it.revision, it.state]);
  await insertRows(tx, 'appeal', COLUMNS, rows, {
    // The state first: it still sees the revision that the row had.
    onDuplicate: `state = IF(VALUES(revision) > revision, VALUES(state), state),
      revision = GREATEST(revision, VALUES(revision))`,
  });
}

/** Null for an appeal that was not heard of. */
export async function stateOfAppeal(read: Read, appealId: string): Promise<AppealState | null> {
  const [row] = await read<{ state: AppealState }>('SELECT state FROM appeal WHERE appeal_id = ?', [appealId]);
  return row?.state ?? null;
}
