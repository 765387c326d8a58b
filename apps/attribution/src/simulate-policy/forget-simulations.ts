import { Injectable } from '@nestjs/common';
import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { deleteInSteps } from '@chuanliu/database/delete-in-steps';
import { toColumn } from '@chuanliu/database/instant';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { NowAndThen } from '@chuanliu/messaging/now-and-then';

const EVERY_MS = 6 * 3_600_000;
/** Anyone can ask again. */
const KEPT_DAYS = 90;
/** The simulation itself goes last: a removal that was cut short goes on at the next look. */
const TABLES = ['simulation_move', 'simulation_line', 'simulation_share', 'simulation_change', 'simulation'];

/** Drops simulations that were over long ago. */
@Injectable()
export class ForgetSimulations {
  constructor(
    private readonly database: Database,
    clock: Clock,
    nowAndThen: NowAndThen,
  ) {
    nowAndThen.register({ name: 'forgetting simulations', everyMs: EVERY_MS, work: () => this.run(clock.now()) });
  }

  /** @returns how many were dropped */
  async run(now: UtcInstant): Promise<number> {
    const old = await this.database.read<{ simulation_id: string }>(
      'SELECT simulation_id FROM simulation WHERE finished_at < ?',
      [toColumn(plusDays(now, -KEPT_DAYS))],
    );
    for (const { simulation_id } of old) {
      for (const table of TABLES)
        await deleteInSteps(this.database, `${table} WHERE simulation_id = ?`, [simulation_id]);
    }
    return old.length;
  }
}
