import type { AppealState, appealChanged } from '@chuanliu/contracts/attribution/appeal-changed.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { appealHasAdjustment } from '../domain/adjustment.problems';
import { partyOf, type Party } from '../domain/party';
import type { Read } from './read';

/** An appeal as it was last heard of. */
export interface HeardAppeal {
  appealId: string;
  channelId: string;
  orderId: string;
  lineNo: number;
  party: Party;
  state: AppealState;
}

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

interface AppealRow {
  channel_id: string;
  order_id: string;
  line_no: number;
  party: string;
  state: AppealState;
}

/** Null for an appeal that was not heard of. */
export async function appealBy(read: Read, appealId: string): Promise<HeardAppeal | null> {
  const [row] = await read<AppealRow>(
    'SELECT channel_id, order_id, line_no, party, state FROM appeal WHERE appeal_id = ?',
    [appealId],
  );
  if (!row) return null;
  const { channel_id: channelId, order_id: orderId, line_no: lineNo, state } = row;
  return { appealId, channelId, orderId, lineNo, party: partyOf(row.party), state };
}

/**
 * Takes an appeal for an adjustment, or finds that it has it.
 * @throws Problem `appeal-has-adjustment` (409) when another one has it
 */
export async function takeAppeal(tx: Tx, appealId: string, adjustmentId: string): Promise<void> {
  await insertRows(tx, 'appeal_adjustment', ['appeal_id', 'adjustment_id'], [[appealId, adjustmentId]], {
    onDuplicate: 'appeal_id = VALUES(appeal_id)', // Whoever comes second waits here for what the first one does.
  });
  const [row] = await tx.query<{ adjustment_id: string }>(
    'SELECT adjustment_id FROM appeal_adjustment WHERE appeal_id = ?',
    [appealId],
  );
  const taker = row!.adjustment_id;
  if (taker !== adjustmentId) throw appealHasAdjustment(appealId, taker);
}

/** Leaves the appeal to another adjustment. */
export async function leaveAppeal(tx: Tx, appealId: string, adjustmentId: string): Promise<void> {
  await tx.execute('DELETE FROM appeal_adjustment WHERE appeal_id = ? AND adjustment_id = ?', [appealId, adjustmentId]);
}
