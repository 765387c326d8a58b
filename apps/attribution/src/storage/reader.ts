import type { Database } from '@chuanliu/database/database';

/** Whatever runs a SELECT: a transaction, or the database outside any. */
export interface Reader {
  query<T>(sql: string, parameters?: unknown[]): Promise<T[]>;
}

export const readerOn = (database: Database): Reader => ({
  query: <T>(sql: string, parameters?: unknown[]) => database.read<T>(sql, parameters),
});
