import type { UtcInstant } from '@chuanliu/contracts/instants';
import { placeVersion } from '@chuanliu/dated-facts/place-version';
import type { Version } from '@chuanliu/dated-facts/versions';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { versionConflict } from '../domain/partners.problems';
import { lockOrMakeEntry, touchEntry, versionOf, type EntryKind, type VersionRow } from './entries';

export interface VersionToWrite<V extends Version> {
  kind: EntryKind;
  id: string;
  fields: Omit<V, 'effectiveFrom'>;
  /** The instant that the writer named, if any. */
  effectiveFrom: UtcInstant | undefined;
  now: UtcInstant;
  /** Throws when the version may not join these. */
  check: (versions: V[]) => void;
}

/**
 * Adds one version to the series of a party, account or policy, whose row is held from here on.
 *
 * @returns the version, or null when the series has it already
 * @throws Problem `partners/version-conflict` (409) when its instant is taken by other contents
 */
export async function writeVersion<V extends Version>(tx: Tx, write: VersionToWrite<V>): Promise<V | null> {
  const { kind, id, fields, now } = write;
  await lockOrMakeEntry(tx, kind, id, now);
  const sql = 'SELECT entry_id, effective_from, fields FROM dated_version WHERE kind = ? AND entry_id = ?';
  const versions = (await tx.query<VersionRow>(sql, [kind, id])).map(row => versionOf<V>(row));
  const { verdict, effectiveFrom } = placeVersion<V>(versions, fields, write.effectiveFrom, now);
  if (verdict === 'conflict') throw versionConflict(kind, id, effectiveFrom);
  if (verdict === 'repeated') return null;
  write.check(versions);

  await tx.execute(
    'INSERT INTO dated_version (kind, entry_id, effective_from, fields, written_at) VALUES (?, ?, ?, ?, ?)',
    [kind, id, toColumn(effectiveFrom), JSON.stringify(fields), toColumn(now)],
  );
  await touchEntry(tx, { kind, id }, now);
  return { effectiveFrom, ...fields } as V;
}
