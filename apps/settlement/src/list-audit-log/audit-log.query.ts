import { Injectable } from '@nestjs/common';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { Read } from '../storage/read';
import { andAll, given, spanOfIds, valuesOf, type Condition } from '../storage/span-of-ids';
import type { AuditLogRow, ListAuditLog } from './audit-log.dto';

export type AuditFilter = Omit<ListAuditLog, 'limit' | 'cursor'>;

interface EntryRow {
  entry_no: number;
  at: string;
  client_id: string;
  person_id: string | null;
  role: AuditLogRow['role'];
  action: string;
  subject_kind: string;
  subject_id: string;
  reason: string | null;
  facts: string;
  digest: Buffer;
}

const IDS_AT_ONCE = 5_000;

/** The audit log in the order in which it was written. */
@Injectable()
export class AuditLogQuery {
  private readonly query: Read;

  constructor(database: Database) {
    this.query = (sql, parameters) => database.read(sql, parameters);
  }

  /** @param after the last entry that was shown; 0: none */
  async page(filter: AuditFilter, after: number, limit: number): Promise<AuditLogRow[]> {
    const conditions = await this.conditionsOf(filter);
    if (!conditions) return [];
    const rows = await this.query<EntryRow>(
      `SELECT entry_no, at, client_id, person_id, role, action, subject_kind, subject_id, reason, facts, digest
       FROM audit_entry ${byKeyOf(filter)} WHERE entry_no > ?${andAll(conditions)} ORDER BY entry_no LIMIT ?`,
      [after, ...valuesOf(conditions), limit],
    );
    return rows.map(shownEntry);
  }

  /** The ids of the whole filtered list; entries have no amount. */
  async *whole(filter: AuditFilter): AsyncGenerator<{ id: string; amountFen: number }> {
    const conditions = await this.conditionsOf(filter);
    if (!conditions) return;
    for (let after = 0; ;) {
      const rows = await this.query<{ entry_no: number }>(
        `SELECT entry_no FROM audit_entry ${byKeyOf(filter)} WHERE entry_no > ?${andAll(conditions)} ORDER BY entry_no LIMIT ?`,
        [after, ...valuesOf(conditions), IDS_AT_ONCE],
      );
      for (const { entry_no } of rows) yield { id: String(entry_no), amountFen: 0 };
      if (rows.length < IDS_AT_ONCE) return;
      after = rows.at(-1)!.entry_no;
    }
  }

  /** Null where nothing can fit. */
  private async conditionsOf(filter: AuditFilter): Promise<Condition[] | null> {
    const { from, to, updatedFrom, subjectId } = filter;
    const inColumn = (instant: string | undefined) => instant && toColumn(toUtcInstant(instant));
    const inTime = given(['at >= ?', inColumn(from)], ['at >= ?', inColumn(updatedFrom)], ['at < ?', inColumn(to)]);
    // Acts on one thing are few, and found at once.
    const isFew = subjectId !== undefined;
    const span = isFew ? [] : await spanOfIds(this.query, { table: 'audit_entry', id: 'entry_no' }, inTime);
    const ofWhom = given(
      ['action = ?', filter.action],
      ['subject_kind = ?', filter.subjectKind],
      ['subject_id = ?', subjectId],
      ['person_id = ?', filter.personId],
    );
    return span && [...ofWhom, ...inTime, ...span];
  }
}

/**
 * Named, the key is read from where the portion before ended. Otherwise MariaDB reads all acts of a person, or of a kind,
 * anew for each portion once they are most of the log. Of both, a person's acts are the fewer.
 */
function byKeyOf({ personId, action, subjectId }: AuditFilter): string {
  if (subjectId !== undefined || (personId ?? action) === undefined) return '';
  return personId === undefined ? 'FORCE INDEX (of_action)' : 'FORCE INDEX (of_person)';
}

const shownEntry = (row: EntryRow): AuditLogRow => ({
  id: String(row.entry_no),
  at: fromColumn(row.at),
  clientId: row.client_id,
  personId: row.person_id,
  role: row.role,
  action: row.action,
  subject: { kind: row.subject_kind, id: row.subject_id },
  reason: row.reason,
  facts: JSON.parse(row.facts) as AuditLogRow['facts'],
  digest: row.digest.toString('hex'),
  updatedAt: fromColumn(row.at),
});
