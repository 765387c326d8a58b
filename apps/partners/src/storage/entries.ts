import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Version } from '@chuanliu/dated-facts/versions';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';

/** What may change over time: parties, accounts and policies. */
export type EntryKind = 'brand' | 'promoter' | 'recruiter' | 'agency' | 'account' | 'policy';

export interface Entry {
  kind: EntryKind;
  id: string;
  /** Facts that are not dated (a recruiter's, an agency's); null where all are. */
  undated: Record<string, unknown> | null;
  /** How often the undated facts changed; 0 for a new entry. */
  revision: number;
  updatedAt: UtcInstant;
}

interface EntryRow {
  kind: EntryKind;
  entry_id: string;
  undated: string | null;
  revision: number;
  updated_at: string;
}

export const ENTRY_COLUMNS = 'kind, entry_id, undated, revision, updated_at';

export function entryOf(row: EntryRow): Entry {
  return {
    kind: row.kind,
    id: row.entry_id,
    undated: row.undated === null ? null : (JSON.parse(row.undated) as Record<string, unknown>),
    revision: row.revision,
    updatedAt: fromColumn(row.updated_at),
  };
}

/** Holds an entry's row until the transaction ends; null when there is none. Whoever writes about it comes here first. */
export async function lockEntry(tx: Tx, kind: EntryKind, id: string): Promise<Entry | null> {
  const sql = `SELECT ${ENTRY_COLUMNS} FROM entry WHERE kind = ? AND entry_id = ? FOR UPDATE`;
  const [row] = await tx.query<EntryRow>(sql, [kind, id]);
  return row ? entryOf(row) : null;
}

/** As lockEntry, and makes the entry first when it is new; a refusal afterwards takes it back with the transaction. */
export async function lockOrMakeEntry(tx: Tx, kind: EntryKind, id: string, now: UtcInstant): Promise<Entry> {
  const known = await lockEntry(tx, kind, id);
  if (known) return known;
  await tx.execute(
    'INSERT IGNORE INTO entry (kind, entry_id, undated, revision, updated_at) VALUES (?, ?, NULL, 0, ?)',
    [kind, id, toColumn(now)],
  );
  return (await lockEntry(tx, kind, id))!;
}

export async function touchEntry(tx: Tx, { kind, id }: Pick<Entry, 'kind' | 'id'>, now: UtcInstant): Promise<void> {
  await tx.execute('UPDATE entry SET updated_at = ? WHERE kind = ? AND entry_id = ?', [toColumn(now), kind, id]);
}

/** A version's row, and how it becomes one. */
export interface VersionRow {
  entry_id: string;
  effective_from: string;
  fields: string;
}

export function versionOf<V extends Version>(row: VersionRow): V {
  return { effectiveFrom: fromColumn(row.effective_from), ...(JSON.parse(row.fields) as object) } as V;
}
