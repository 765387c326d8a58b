import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';

/** What one party knows of a pick. */
export interface ToldPick {
  pickId: string;
  /** `promoter:pr-1` */
  party: string;
  revision: number;
  endsAt: string | null;
  /** Every change of rates that is known, as texts (see changeText). */
  rateChanges: string[];
}

interface ToldRow {
  pick_id: string;
  party: string;
  revision: number;
  ends_at: string | null;
  rate_changes: string;
}

const MOST_IN_LIST = 500;
const COLUMNS = ['pick_id', 'party_kind', 'party_id', 'revision', 'ends_at', 'rate_changes', 'updated_at'];

/** What is kept of these picks, by `pickId party`. */
export async function readToldPicks(tx: Tx, pickIds: readonly string[]): Promise<Map<string, ToldPick>> {
  const told = new Map<string, ToldPick>();
  for (let start = 0; start < pickIds.length; start += MOST_IN_LIST) {
    const rows = await tx.query<ToldRow>(
      `SELECT pick_id, CONCAT(party_kind, ':', party_id) AS party, revision, ends_at, rate_changes
       FROM told_pick WHERE pick_id IN (?)`,
      [pickIds.slice(start, start + MOST_IN_LIST)],
    );
    for (const row of rows) {
      const { pick_id: pickId, party, revision } = row;
      const rateChanges = JSON.parse(row.rate_changes) as string[];
      told.set(`${pickId} ${party}`, { pickId, party, revision, endsAt: fromColumn(row.ends_at), rateChanges });
    }
  }
  return told;
}

export async function saveToldPicks(tx: Tx, told: readonly ToldPick[], now: string): Promise<void> {
  const rows = told.map(({ pickId, party, revision, endsAt, rateChanges }) => {
    const at = party.indexOf(':');
    const key = [pickId, party.slice(0, at), party.slice(at + 1)];
    return [...key, revision, toColumn(endsAt), JSON.stringify(rateChanges), toColumn(now)];
  });
  await insertRows(tx, 'told_pick', COLUMNS, rows, { onDuplicate: takeNew(...COLUMNS.slice(3)) });
}
