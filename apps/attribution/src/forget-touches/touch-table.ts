import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { TouchSpan } from '../domain/touch-spans';

export interface Partition extends TouchSpan {
  name: string;
}

/** The partitions of `touch`, in order of time; the last one, `ahead`, has no end. */
export async function partitionsOfTouch(database: Database): Promise<Partition[]> {
  const rows = await database.read<{ name: string; until: string }>(
    `SELECT PARTITION_NAME AS name, PARTITION_DESCRIPTION AS until FROM information_schema.PARTITIONS
     WHERE TABLE_SCHEMA = ? AND TABLE_NAME = 'touch' ORDER BY PARTITION_ORDINAL_POSITION`,
    [database.schema],
  );
  const partitions: Partition[] = [];
  for (const { name, until } of rows) {
    const [any] = await database.read(`SELECT 1 AS any_touch FROM touch PARTITION (${nameOf(name)}) LIMIT 1`);
    partitions.push({
      name,
      from: partitions.at(-1)?.until ?? null,
      until: until === 'MAXVALUE' ? null : endIn(until),
      hasTouches: any !== undefined,
    });
  }
  return partitions;
}

/** Servers write the bound as it was written, quoted or not, with or without a fraction. */
function endIn(description: string): UtcInstant {
  const text = description.replaceAll("'", '');
  return fromColumn(text.includes('.') ? text.padEnd(23, '0') : `${text}.000`);
}

/** Cuts `ahead` at these instants. What stands in it moves to where it belongs. */
export async function cutAhead(database: Database, ends: readonly UtcInstant[]): Promise<void> {
  const parts = ends.map(
    end => `PARTITION until_${end.slice(0, 10).replaceAll('-', '')} VALUES LESS THAN ('${toColumn(end)}')`,
  );
  const ahead = 'PARTITION ahead VALUES LESS THAN (MAXVALUE)';
  await database.write(`ALTER TABLE touch REORGANIZE PARTITION ahead INTO (${[...parts, ahead].join(', ')})`);
}

export async function dropPartitions(database: Database, names: readonly string[]): Promise<void> {
  await database.write(`ALTER TABLE touch DROP PARTITION ${names.map(nameOf).join(', ')}`);
}

/** A name that stands in a statement as it is. */
function nameOf(name: string): string {
  if (!/^[a-z0-9_]+$/.test(name)) throw new Error(`not a partition of ours: ${name}`);
  return name;
}
