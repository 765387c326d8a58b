import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';

/** An operator asks one instance to rebuild; through this row all of them hear it. */
@Injectable()
export class RebuildRequests {
  private seen = 0;

  constructor(private readonly database: Database) {}

  async begin(): Promise<void> {
    this.seen = await this.asked();
  }

  async add(): Promise<void> {
    await this.database.write(
      `INSERT INTO pool_index (id, rebuilds_asked) VALUES (1, 1)
       ON DUPLICATE KEY UPDATE rebuilds_asked = rebuilds_asked + 1`,
    );
  }

  /** Whether somebody has asked since the last look. */
  async look(): Promise<boolean> {
    const asked = await this.asked();
    const isNew = asked !== this.seen;
    this.seen = asked;
    return isNew;
  }

  private async asked(): Promise<number> {
    const [row] = await this.database.read<{ n: number }>('SELECT rebuilds_asked AS n FROM pool_index WHERE id = 1');
    return row?.n ?? 0;
  }
}
