import type { Database } from '@chuanliu/database/database';

const HELD_MS = 6_000;
const RENEW_MS = 2_000;

/**
 * The right to send a shard's events, or to do other work of which one instance is enough, as a row with an epoch: a holder that was frozen finds another epoch and stops.
 * A restarted instance has its old name and takes its lease back at once.
 */
export class Lease {
  private epoch = 0;
  private renewedAt = 0;

  constructor(
    private readonly database: Database,
    /** An outbox's shard; for other work a number of its own, beyond all shards. */
    private readonly shard: number,
    private readonly holder: string,
  ) {}

  /** Takes the lease, or keeps it; false while another holds it. Asks the database only every two seconds. */
  async hold(): Promise<boolean> {
    if (this.epoch > 0 && Date.now() - this.renewedAt < RENEW_MS) return true;
    const askedAt = Date.now();
    const held = this.epoch > 0 ? await this.renew() : await this.take();
    if (held) this.renewedAt = askedAt;
    else this.epoch = 0;
    return held;
  }

  async release(): Promise<void> {
    if (this.epoch === 0) return;
    await this.database.transaction(tx =>
      tx.execute('UPDATE outbox_lease SET held_until = UTC_TIMESTAMP(3) WHERE shard = ? AND epoch = ?', [
        this.shard,
        this.epoch,
      ]),
    );
    this.epoch = 0;
  }

  private async renew(): Promise<boolean> {
    const renewed = await this.database.write(
      `UPDATE outbox_lease SET held_until = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND
       WHERE shard = ? AND epoch = ? AND holder = ?`,
      [HELD_MS * 1_000, this.shard, this.epoch, this.holder],
    );
    return renewed.affectedRows === 1;
  }

  private take(): Promise<boolean> {
    return this.database.transaction(async tx => {
      await tx.execute(
        `INSERT IGNORE INTO outbox_lease (shard, epoch, holder, held_until) VALUES (?, 0, '', '2000-01-01')`,
        [this.shard],
      );
      const [row] = await tx.query<{ epoch: number; free: number }>(
        'SELECT epoch, (holder = ? OR held_until <= UTC_TIMESTAMP(3)) AS free FROM outbox_lease WHERE shard = ? FOR UPDATE',
        [this.holder, this.shard],
      );
      if (!row || row.free !== 1) return false;
      await tx.execute(
        'UPDATE outbox_lease SET epoch = ?, holder = ?, held_until = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND WHERE shard = ?',
        [row.epoch + 1, this.holder, HELD_MS * 1_000, this.shard],
      );
      this.epoch = row.epoch + 1;
      return true;
    });
  }
}
