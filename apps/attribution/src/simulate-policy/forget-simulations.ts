import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { Clock } from '@chuanliu/http/dated-command-clock';

const EVERY_MS = 6 * 3_600_000;
const ROWS_AT_ONCE = 5_000;
/** Anyone can ask again. */
const KEPT_DAYS = 90;
/** The simulation itself goes last: a removal that was cut short goes on at the next look. */
const TABLES = ['simulation_move', 'simulation_line', 'simulation_share', 'simulation_change', 'simulation'];

/** Drops simulations that were over long ago. */
@Injectable()
export class ForgetSimulations implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ForgetSimulations.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(
      () => void this.run(this.clock.now()).catch(fault => this.logger.warn(String(fault))),
      EVERY_MS,
    );
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** @returns how many were dropped */
  async run(now: UtcInstant): Promise<number> {
    const old = await this.database.read<{ simulation_id: string }>(
      'SELECT simulation_id FROM simulation WHERE finished_at < ?',
      [toColumn(plusDays(now, -KEPT_DAYS))],
    );
    for (const { simulation_id } of old) for (const table of TABLES) await this.drop(table, simulation_id);
    return old.length;
  }

  private async drop(table: string, simulationId: string): Promise<void> {
    for (;;) {
      const { affectedRows } = await this.database.write(
        `DELETE FROM ${table} WHERE simulation_id = ? LIMIT ${ROWS_AT_ONCE}`,
        [simulationId],
      );
      if (affectedRows < ROWS_AT_ONCE) return;
    }
  }
}
