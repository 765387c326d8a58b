/** What a statement that writes answers. */
export interface Written {
  affectedRows: number;
  insertId: number;
}

/** One database transaction. Its statements run one after the other on one connection. */
export interface Tx {
  /** Rows of a SELECT. An array parameter fills an IN list; an array of arrays fills VALUES or a list of tuples. */
  query<T = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]>;
  /** An INSERT, UPDATE or DELETE. */
  execute(sql: string, parameters?: unknown[]): Promise<Written>;
  /** Runs once the transaction has committed; never when it has rolled back. */
  afterCommit(action: () => void): void;
}
