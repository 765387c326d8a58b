import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { samplesNotSuspended } from '../domain/sample.problems';
import { SamplePolicy } from '../domain/sample-standing';
import { conductOf } from '../storage/sample-standing';
import type { Standing } from './lift-sample-suspension.dto';

@Injectable()
export class LiftSampleSuspensionHandler {
  constructor(
    private readonly database: Database,
    private readonly policy: SamplePolicy,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `product-pool/samples-not-suspended` (409) */
  async run(promoterId: string, reason: string): Promise<Standing> {
    const now = this.clock.now();
    await this.database.transaction(async tx => {
      const conduct = await conductOf((sql, parameters) => tx.query(sql, parameters), promoterId, this.policy, now);
      if (conduct.suspendedUntil === null) throw samplesNotSuspended(promoterId, now);
      const row = [promoterId, toColumn(now), reason];
      await insertRows(tx, 'sample_lift', ['promoter_id', 'lifted_at', 'reason'], [row], { ignore: true });
    });
    return this.show(promoterId);
  }

  async show(promoterId: string): Promise<Standing> {
    const read = <T>(sql: string, parameters: unknown[]) => this.database.read<T>(sql, parameters);
    return { promoterId, ...(await conductOf(read, promoterId, this.policy, this.clock.now())) };
  }
}
