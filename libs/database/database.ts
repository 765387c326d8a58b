import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type QueryRunner } from 'typeorm';
import { asTypeOrmMigration, type Migration } from './migration';
import { isTransient } from './transient-faults';
import { Turns } from './turns';
import type { Tx, Written } from './tx';

export interface DatabaseOptions {
  /** `mysql://user:password@host:port`, without a schema. */
  url: string;
  /** The service's own schema; made when it is missing. */
  schema: string;
  migrations: Migration[];
  /** Transactions at once; a few connections more serve what is read and written outside of them. */
  poolSize?: number;
}

type Isolation = 'READ COMMITTED' | 'REPEATABLE READ';

const TRIES = 6;
/**
 * Connections that transactions leave alone. One that holds a lock may have to read or write outside of itself; were all
 * connections with transactions that wait for its lock, everything would stand still until those give up.
 */
const SPARE_CONNECTIONS = 2;

/** The service's schema on MySQL, MariaDB or TiDB: transactions, reads, migrations. */
export class Database {
  /** The transaction in which the running code is. What it started may outlive it: then it is no longer open. */
  private readonly underWay = new AsyncLocalStorage<{ isOpen: boolean }>();

  private constructor(
    private readonly source: DataSource,
    readonly schema: string,
    private readonly turns: Turns,
  ) {}

  /** Makes the schema if it is missing, connects, and brings the tables up to date. */
  static async open(options: DatabaseOptions): Promise<Database> {
    await makeSchema(options);
    const database = await Database.connect(options);
    await migrate(database.source);
    return database;
  }

  /** Connects to a schema that is there, and leaves its tables as they are: for programs that only look. */
  static openExisting(options: Omit<DatabaseOptions, 'migrations'>): Promise<Database> {
    return Database.connect({ ...options, migrations: [] });
  }

  private static async connect({ url, schema, migrations, poolSize = 10 }: DatabaseOptions): Promise<Database> {
    const source = new DataSource({
      ...connectionOptions(url),
      database: schema,
      poolSize: poolSize + SPARE_CONNECTIONS,
      isolationLevel: 'READ COMMITTED',
      synchronize: false,
      migrations: [...migrations].sort((a, b) => a.at - b.at).map(asTypeOrmMigration),
      migrationsTransactionMode: 'none',
      migrationsTableName: 'schema_migration',
    });
    await source.initialize();
    return new Database(source, schema, new Turns(poolSize));
  }

  /** Rows of a SELECT outside any transaction; run again after a transient fault. */
  async read<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return tryAgain(TRIES, () => this.source.query<T[]>(sql, parameters));
  }

  /** One INSERT, UPDATE or DELETE that is a transaction of its own; run again after a transient fault. */
  async write(sql: string, parameters: unknown[] = []): Promise<Written> {
    return tryAgain(TRIES, () => this.source.query<Written>(sql, parameters));
  }

  /**
   * Runs the work in one READ COMMITTED transaction; after a transient fault (deadlock, lost connection) the *whole* work
   * runs again, with jitter. The work must therefore have no effects but its statements, and no transaction within it:
   * that one might wait for its turn behind those that wait for this one's locks. `read` and `write` never do.
   * @param tries how often at most; the last fault is thrown
   * @throws Error when called within a transaction or snapshot
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>, tries = TRIES): Promise<T> {
    return this.inTurn('READ COMMITTED', work, tries);
  }

  /** Reads that all see one state of the database, that of the first of them, whatever commits meanwhile. It locks nothing. */
  async snapshot<T>(reads: (tx: Tx) => Promise<T>): Promise<T> {
    return this.inTurn('REPEATABLE READ', reads, TRIES);
  }

  private async inTurn<T>(isolation: Isolation, work: (tx: Tx) => Promise<T>, tries: number): Promise<T> {
    const within = this.underWay.getStore();
    if (within?.isOpen) throw new Error(`a transaction on ${this.schema} within another one could wait for itself`);
    const transaction = { isOpen: true };
    const attempt = () => this.underWay.run(transaction, () => this.once(isolation, work));
    return tryAgain(tries, () => this.turns.take(attempt)).finally(() => (transaction.isOpen = false));
  }

  private async once<T>(isolation: Isolation, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const actions: Array<() => void> = [];
    let answer: T;
    try {
      await runner.startTransaction(isolation);
      answer = await work(txOn(runner, actions));
      await runner.commitTransaction();
    } catch (fault) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw fault;
    } finally {
      await runner.release().catch(() => undefined);
    }
    this.underWay.exit(() => actions.forEach(action => action()));
    return answer;
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

function txOn(runner: QueryRunner, actions: Array<() => void>): Tx {
  return {
    query: <T>(sql: string, parameters: unknown[] = []) => runner.query(sql, parameters) as Promise<T[]>,
    execute: (sql: string, parameters: unknown[] = []) => runner.query(sql, parameters) as Promise<Written>,
    afterCommit: action => void actions.push(action),
  };
}

async function tryAgain<T>(tries: number, attempt: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await attempt();
    } catch (fault) {
      if (n >= tries || !isTransient(fault)) throw fault;
      await sleep(Math.random() * 25 * 2 ** n);
    }
  }
}

function connectionOptions(url: string) {
  return {
    type: 'mariadb' as const,
    url,
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: false,
    charset: 'utf8mb4_bin',
    // Without `trace` the driver notes no stack at each statement; a fault's stack still leads back to its caller.
    extra: { jsonStrings: true, trace: false, connectTimeout: 10_000, enableKeepAlive: true },
  };
}

async function makeSchema({ url, schema }: DatabaseOptions): Promise<void> {
  if (!/^[a-z0-9_]{1,60}$/.test(schema)) throw new Error(`not a schema name: ${schema}`);
  const server = new DataSource(connectionOptions(url));
  await server.initialize();
  try {
    await server.query(`CREATE DATABASE IF NOT EXISTS ${schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  } finally {
    await server.destroy();
  }
}

/** Two instances may start together; every step can run again, so the loser's clash is answered by a second look. */
async function migrate(source: DataSource): Promise<void> {
  for (let n = 1; ; n++) {
    try {
      await source.runMigrations({ transaction: 'none' });
      return;
    } catch (fault) {
      if (n >= 5) throw fault;
      await sleep(200 * n);
    }
  }
}
