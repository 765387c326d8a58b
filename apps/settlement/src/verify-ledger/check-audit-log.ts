import { fromColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { BEFORE_ALL_ENTRIES, digestOfAuditEntry } from '../domain/digest-of-audit-entry';
import { FirstDifference, many, type CheckResult } from './difference';

interface EntryRow {
  entry_no: number;
  at: string;
  client_id: string;
  person_id: string | null;
  role: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  reason: string | null;
  facts: string;
  digest: Buffer;
}

const ENTRIES_A_PAGE = 5_000;

/** That no entry of the audit log was changed, left out or put in between. */
export async function checkAuditLog(query: Tx['query']): Promise<CheckResult> {
  const fault = new FirstDifference();
  let entries = 0;
  let digest: Buffer = BEFORE_ALL_ENTRIES;
  for await (const row of entriesOfLog(query)) {
    const at = { table: 'audit_entry', row: `entry_no ${row.entry_no}` };
    fault.compare({ ...at, what: 'the number after the entry before' }, ++entries, row.entry_no);
    const made = digestOfAuditEntry(digest, {
      entryNo: row.entry_no,
      at: fromColumn(row.at),
      clientId: row.client_id,
      personId: row.person_id,
      role: row.role,
      action: row.action,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      reason: row.reason,
      facts: row.facts,
    });
    fault.compare({ ...at, what: 'the digest of what it says and of the entry before' }, row.digest, made);
    digest = row.digest;
  }
  const [head] = await query<{ entries: number; digest: Buffer }>(
    'SELECT entries, digest FROM audit_head WHERE id = 1',
  );
  const at = { table: 'audit_head', row: 'id 1' };
  fault.compare({ ...at, what: 'the number of entries' }, head!.entries, entries);
  fault.compare({ ...at, what: 'the digest of the last entry' }, head!.digest, digest);
  return {
    name: 'Audit log',
    looked:
      entries === 0 ? 'it is empty' : `${many(entries, 'act')} of people; the last digest is ${digest.toString('hex')}`,
    difference: fault.found,
  };
}

async function* entriesOfLog(query: Tx['query']): AsyncGenerator<EntryRow> {
  for (let after = 0; ;) {
    const rows = await query<EntryRow>(
      `SELECT entry_no, at, client_id, person_id, role, action, subject_kind, subject_id, reason, facts, digest
       FROM audit_entry WHERE entry_no > ? ORDER BY entry_no LIMIT ${ENTRIES_A_PAGE}`,
      [after],
    );
    yield* rows;
    if (rows.length < ENTRIES_A_PAGE) return;
    after = rows.at(-1)!.entry_no;
  }
}
