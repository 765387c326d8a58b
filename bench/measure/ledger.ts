import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Looks into a subject's ledger from outside, on a connection of its own.
 *
 * All subjects have the tables `posting (posting_id, order_id, …)` and `posting_entry (…, amount_fen)`, ids rising from
 * commit to commit since one process writes them.
 */
export class Ledger {
  private asked = 0;

  private constructor(
    private readonly connection: Connection,
    private readonly schema: string,
  ) {}

  static async open(databaseUrl: string, schema: string): Promise<Ledger> {
    return new Ledger(await createConnection({ uri: databaseUrl, supportBigNumbers: true }), schema);
  }

  close(): Promise<void> {
    return this.connection.end();
  }

  /** The greatest posting id: one step down the primary key, the cheapest question there is. */
  async newest(): Promise<number> {
    return this.number(`SELECT COALESCE(MAX(posting_id), 0) AS n FROM ${this.schema}.posting`);
  }

  /** Orders with that prefix that have a posting. Reads an index or all rows: not while anything is measured. */
  async ordersPosted(prefix: string): Promise<number> {
    return this.number(`SELECT COUNT(DISTINCT order_id) AS n FROM ${this.schema}.posting WHERE order_id LIKE ?`, [
      `${prefix}-%`,
    ]);
  }

  /** Debits minus credits of the whole ledger, in fen: 0, or the measured system is broken. */
  async imbalanceFen(): Promise<number> {
    return this.number(`SELECT CAST(COALESCE(SUM(amount_fen), 0) AS SIGNED) AS n FROM ${this.schema}.posting_entry`);
  }

  /** The posting of each order that came after a certain posting. */
  async postingsAfter(postingId: number): Promise<Array<{ orderId: string; postingId: number }>> {
    const [rows] = await this.connection.query<RowDataPacket[]>(
      `SELECT order_id AS orderId, MAX(posting_id) AS postingId FROM ${this.schema}.posting
       WHERE posting_id > ? GROUP BY order_id`,
      [postingId],
    );
    return rows as Array<{ orderId: string; postingId: number }>;
  }

  /** How many events the ledger's consumer has applied, over all partitions. */
  async eventsApplied(): Promise<number> {
    return this.number(
      `SELECT CAST(COALESCE(SUM(next_offset), 0) AS SIGNED) AS n FROM ${this.schema}.consumer_position`,
    );
  }

  /** Rows inserted and statements answered by the whole server so far, without those of this connection. */
  async serverCounters(): Promise<{ rowsInserted: number; statements: number }> {
    const [rows] = await this.connection.query<RowDataPacket[]>(
      `SHOW GLOBAL STATUS WHERE Variable_name IN ('Handler_write', 'Questions')`,
    );
    this.asked += 1;
    const value = (name: string) =>
      Number((rows as Array<{ Variable_name: string; Value: string }>).find(r => r.Variable_name === name)?.Value);
    return { rowsInserted: value('Handler_write'), statements: value('Questions') - this.asked };
  }

  private async number(sql: string, parameters: unknown[] = []): Promise<number> {
    this.asked += 1;
    const [rows] = await this.connection.query<RowDataPacket[]>(sql, parameters);
    return Number((rows as Array<{ n: number | string }>)[0]!.n);
  }
}

/** When the ledger was seen to reach a posting: between two looks. */
interface Sighting {
  at: number;
  newest: number;
}

/**
 * Notes when postings appear, by asking for the greatest id every few milliseconds; which orders they belong to is read
 * once, afterwards. So watching costs about a twentieth of a millisecond a look and does not grow with the load.
 */
export class LedgerWatch {
  private readonly sightings: Sighting[] = [];
  private stopped = false;
  private readonly loop: Promise<void>;

  private constructor(
    private readonly ledger: Ledger,
    private readonly from: number,
  ) {
    this.loop = this.look();
  }

  static async start(ledger: Ledger): Promise<LedgerWatch> {
    return new LedgerWatch(ledger, await ledger.newest());
  }

  /** Milliseconds (performance.now) at which each order's last posting was first seen. */
  async end(): Promise<Map<string, number>> {
    this.stopped = true;
    await this.loop;
    const postings = await this.ledger.postingsAfter(this.from);
    postings.sort((a, b) => a.postingId - b.postingId);
    const seen = new Map<string, number>();
    let n = 0;
    for (const { orderId, postingId } of postings) {
      while (n < this.sightings.length && this.sightings[n]!.newest < postingId) n++;
      const sighting = this.sightings[n];
      if (sighting) seen.set(orderId, sighting.at);
    }
    return seen;
  }

  private async look(): Promise<void> {
    let newest = this.from;
    while (!this.stopped) {
      const found = await this.ledger.newest();
      if (found > newest) {
        newest = found;
        this.sightings.push({ at: performance.now(), newest });
      }
      await sleep(LOOK_EVERY_MS);
    }
  }
}

const LOOK_EVERY_MS = 5;
