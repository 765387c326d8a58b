import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';

/** How far a group has come in a partition: everything before `nextOffset` is applied, nothing from there on. */
export interface Position {
  topic: string;
  partition: number;
  nextOffset: number;
}

/**
 * Looks at something while no slice of the group is under way: each one before it has committed, each one after it sees
 * what had been committed. Slices wait meanwhile, so the look must be short.
 * @param consumer the group's name
 * @param look is given the positions at that instant, by topic and partition
 */
export const betweenSlices = <T>(
  database: Database,
  consumer: string,
  look: (tx: Tx, positions: Position[]) => Promise<T>,
): Promise<T> => database.transaction(async tx => look(tx, await positionsBy(tx, consumer, ' FOR UPDATE')));

/** The positions of a group as these reads see them, by topic and partition. */
export const readPositions = (reads: Pick<Tx, 'query'>, consumer: string): Promise<Position[]> =>
  positionsBy(reads, consumer, '');

async function positionsBy(reads: Pick<Tx, 'query'>, consumer: string, lock: '' | ' FOR UPDATE'): Promise<Position[]> {
  const rows = await reads.query<{ topic: string; partition_no: number; next_offset: number }>(
    `SELECT topic, partition_no, next_offset FROM consumer_position
     WHERE consumer = ? ORDER BY topic, partition_no${lock}`,
    [consumer],
  );
  return rows.map(row => ({ topic: row.topic, partition: row.partition_no, nextOffset: row.next_offset }));
}
