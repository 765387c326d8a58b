import type { Caller } from '@chuanliu/auth/caller';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { digestOfAuditEntry } from '../domain/digest-of-audit-entry';

/** Who did what to what, and why. */
export interface AuditedAct {
  by: Pick<Caller, 'clientId' | 'personId' | 'role'>;
  /** The command's time, by the clock; not the instant that it may be dated. */
  at: UtcInstant;
  /** A verb and its thing: `approve-adjustment`, `send-payout`, `begin-settlement-run`, `lay-hold`. */
  action: string;
  /** `{ kind: 'adjustment', id: 'adj-…' }`; of a line the id is `{channelId}/{orderId}/{lineNo}`. */
  subject: { kind: string; id: string };
  /** In the person's own words, up to 1,000 characters; null where none was asked for. */
  reason: string | null;
  /** What a reader wants to see beside it: amounts, days, states. No secrets. */
  facts?: Readonly<Record<string, string | number | boolean | null>>;
}

const COLUMNS = [
  'entry_no',
  'at',
  'client_id',
  'person_id',
  'role',
  'action',
  'subject_kind',
  'subject_id',
  'reason',
  'facts',
  'digest',
];

/**
 * Writes acts into the audit log, in the transaction that carries them out. Call it near the end: the log's head is
 * locked from here to the commit, so that each entry's digest can cover the one before it.
 */
export async function writeAudit(tx: Tx, ...acts: readonly AuditedAct[]): Promise<void> {
  if (acts.length === 0) return;
  const [head] = await tx.query<{ entries: number; digest: Buffer }>(
    'SELECT entries, digest FROM audit_head WHERE id = 1 FOR UPDATE',
  );
  let { entries, digest } = head!;
  const rows = acts.map(({ by, at, action, subject, reason, facts = {} }) => {
    entries += 1;
    const { clientId, personId, role } = by;
    const [subjectKind, subjectId] = [subject.kind, subject.id];
    const [entryNo, factsText] = [entries, JSON.stringify(facts)];
    const entry = { entryNo, at, clientId, personId, role, action, subjectKind, subjectId, reason, facts: factsText };
    digest = digestOfAuditEntry(digest, entry);
    const who = [clientId, personId, role];
    return [entryNo, toColumn(at), ...who, action, subjectKind, subjectId, reason, factsText, digest];
  });
  await insertRows(tx, 'audit_entry', COLUMNS, rows);
  await tx.execute('UPDATE audit_head SET entries = ?, digest = ? WHERE id = 1', [entries, digest]);
}
