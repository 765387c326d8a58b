import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';

/**
 * Looks at something while no slice of the group is under way: each one before it has committed, each one after it sees
 * what had been committed. Slices wait meanwhile, so the look must be short.
 * @param consumer the group's name
 */
export const betweenSlices = <T>(database: Database, consumer: string, look: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transaction(async tx => {
    await tx.query(
      'SELECT partition_no FROM consumer_position WHERE consumer = ? ORDER BY topic, partition_no FOR UPDATE',
      [consumer],
    );
    return look(tx);
  });
