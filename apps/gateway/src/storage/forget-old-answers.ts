import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { GATEWAY_SETTINGS, type GatewaySettings } from '../gateway.config';

const EVERY_MS = 10 * 60_000;
/** Small steps: a deletion of millions of rows would hold their locks for minutes. */
const ROWS_A_STEP = 5_000;

/** Deletes answers that no repeat will ask for any more, and secrets that have run out. */
@Injectable()
export class ForgetOldAnswers implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ForgetOldAnswers.name);
  private timer?: NodeJS.Timeout;
  private stopping = false;

  constructor(
    private readonly database: Database,
    @Inject(GATEWAY_SETTINGS) private readonly settings: GatewaySettings,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.run().catch((fault: unknown) => this.logger.warn(`old answers stay for now: ${String(fault)}`));
    }, EVERY_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    this.stopping = true;
    clearInterval(this.timer);
  }

  /** @returns how many rows went. */
  async run(now = new Date()): Promise<number> {
    const before = toColumn(new Date(now.getTime() - this.settings.answersKeptHours * 3_600_000).toISOString());
    return (
      (await this.deleteAll('DELETE FROM idempotency_key WHERE claimed_at < ? LIMIT ?', before)) +
      (await this.deleteAll('DELETE FROM webhook_delivery WHERE answered_at < ? LIMIT ?', before)) +
      (await this.deleteAll('DELETE FROM channel_secret WHERE valid_until < ? LIMIT ?', toColumn(now.toISOString())))
    );
  }

  private async deleteAll(sql: string, before: string): Promise<number> {
    let gone = 0;
    for (;;) {
      const { affectedRows } = await this.database.transaction(tx => tx.execute(sql, [before, ROWS_A_STEP]));
      gone += affectedRows;
      if (affectedRows < ROWS_A_STEP || this.stopping) return gone;
    }
  }
}
