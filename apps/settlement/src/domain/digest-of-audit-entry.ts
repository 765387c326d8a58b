import { hash } from 'node:crypto';
import type { UtcInstant } from '@chuanliu/contracts/instants';

/** A line of the audit log as it was written. */
export interface WrittenAuditEntry {
  /** 1, 2, 3 … without a gap. */
  entryNo: number;
  at: UtcInstant;
  clientId: string;
  personId: string | null;
  role: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  reason: string | null;
  /** The facts as the JSON text that is stored. */
  facts: string;
}

/** What the first entry's digest covers in place of the one before. */
export const BEFORE_ALL_ENTRIES = Buffer.alloc(32);

/**
 * SHA-256 of everything that the entry says and of the digest before it: an entry that is changed, left out or put in
 * between shows in every digest after it. The order of the parts is fixed for ever.
 */
export function digestOfAuditEntry(previous: Buffer, entry: WrittenAuditEntry): Buffer {
  const { entryNo, at, clientId, personId, role, action, subjectKind, subjectId, reason, facts } = entry;
  const parts = [entryNo, at, clientId, personId, role, action, subjectKind, subjectId, reason, facts];
  return hash('sha256', JSON.stringify([previous.toString('hex'), ...parts]), 'buffer');
}
