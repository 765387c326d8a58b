import type { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';

/**
 * A process that dies when it comes to its n-th point: a statement inside a transaction, which leaves nothing then, or the
 * moment after a commit, when nobody hears of it. It does nothing afterwards.
 */
export const dyingAt =
  (n: number) =>
  (database: Database): Database => {
    let points = 0;
    const requireAlive = () => {
      if (points >= n) throw new Error('the process died');
    };
    const live = () => {
      points += 1;
      requireAlive();
    };
    const mortal = (tx: Tx): Tx => ({
      ...tx,
      query<T>(sql: string, parameters?: unknown[]) {
        live();
        return tx.query<T>(sql, parameters);
      },
      execute(sql: string, parameters?: unknown[]) {
        live();
        return tx.execute(sql, parameters);
      },
    });
    return Object.assign(Object.create(database) as Database, {
      async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
        requireAlive();
        const answer = await database.transaction(tx => work(mortal(tx)), 1);
        live();
        return answer;
      },
      write(sql: string, parameters?: unknown[]) {
        requireAlive();
        return database.write(sql, parameters);
      },
    });
  };
