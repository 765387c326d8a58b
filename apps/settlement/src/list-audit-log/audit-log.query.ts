import { Injectable } from '@nestjs/common';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
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
  constructor(private readonly database: Database) {}

  /** @param after the last entry that was shown; 0: none */
  async page(filter: AuditFilter, after: number, limit: number): Promise<AuditLogRow[]> {
    const { where, parameters } = conditionsOf(filter, after);
    const rows = await this.database.read<EntryRow>(
      `SELECT entry_no, at, client_id, person_id, role, action, subject_kind, subject_id, reason, facts, digest
       FROM audit_entry WHERE ${where} ORDER BY entry_no LIMIT ?`,
      [...parameters, limit],
    );
    return rows.map(shownEntry);
  }

  /** The ids of the whole filtered list; entries have no amount. */
  async *whole(filter: AuditFilter): AsyncGenerator<{ id: string; amountFen: number }> {
    for (let after = 0; ;) {
      const { where, parameters } = conditionsOf(filter, after);
      const rows = await this.database.read<{ entry_no: number }>(
        `SELECT entry_no FROM audit_entry WHERE ${where} ORDER BY entry_no LIMIT ?`,
        [...parameters, IDS_AT_ONCE],
      );
      for (const { entry_no } of rows) yield { id: String(entry_no), amountFen: 0 };
      if (rows.length < IDS_AT_ONCE) return;
      after = rows.at(-1)!.entry_no;
    }
  }
}

function conditionsOf(filter: AuditFilter, after: number): { where: string; parameters: unknown[] } {
  const { from, to, updatedFrom } = filter;
  const inColumn = (instant: string | undefined) => instant && toColumn(toUtcInstant(instant));
  const given = [
    ['entry_no > ?', after],
    ['action = ?', filter.action],
    ['subject_kind = ?', filter.subjectKind],
    ['subject_id = ?', filter.subjectId],
    ['person_id = ?', filter.personId],
    ['at >= ?', inColumn(from)],
    ['at >= ?', inColumn(updatedFrom)],
    ['at < ?', inColumn(to)],
  ].filter(([, value]) => value !== undefined);
  return {
    where: given.map(([condition]) => condition).join(' AND '),
    parameters: given.map(([, value]) => value),
  };
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
