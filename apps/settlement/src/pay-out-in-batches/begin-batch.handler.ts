import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@chuanliu/auth/caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { DueWork } from '@chuanliu/messaging/due-work';
import { ZERO } from '@chuanliu/money/fen';
import { inTheFuture } from '../domain/payout.problems';
import { writeAudit } from '../storage/audit-log';
import { batchOfRequest, insertBatch, type PayoutBatch } from '../storage/payout-batches';
import { markOf, requireSameRequest, type RequestMark } from '../storage/request-mark';
import type { AskBatch } from './payout-batch.dto';

/** Notes that everybody is to be paid; the work itself follows, some parties at a time. */
@Injectable()
export class BeginBatchHandler {
  constructor(
    private readonly database: Database,
    private readonly dueWork: DueWork,
    private readonly clock: Clock,
  ) {}

  /** @returns the batch, the first one for a request that is repeated */
  async run(caller: Caller, ask: AskBatch, key: string | undefined): Promise<PayoutBatch> {
    const now = this.clock.now();
    const sentAt = ask.sentAt === undefined ? now : toUtcInstant(ask.sentAt);
    if (sentAt > now) throw inTheFuture('/sentAt', sentAt);
    const { clientId, personId, role } = caller;
    const batch: PayoutBatch = {
      batchId: `pb-${uuidv7()}`,
      isDry: ask.dryRun === true,
      state: 'running',
      sentAt,
      isDated: ask.sentAt !== undefined,
      askedBy: { clientId, personId, role },
      afterAccount: '',
      parties: 0,
      paid: 0,
      grossFen: ZERO,
      taxFen: ZERO,
      updatedAt: now,
    };
    return this.database.transaction(tx => this.begin(tx, batch, markOf(caller, key, ask)));
  }

  private async begin(tx: Tx, batch: PayoutBatch, request: RequestMark | null): Promise<PayoutBatch> {
    if (!(await insertBatch(tx, batch, request))) {
      const known = (await batchOfRequest(tx, request!))!;
      requireSameRequest(request!, known.digest);
      return known.batch;
    }
    await writeAudit(tx, {
      by: batch.askedBy,
      at: batch.updatedAt,
      action: 'begin-payout-batch',
      subject: { kind: 'payout-batch', id: batch.batchId },
      reason: null,
      facts: { dryRun: batch.isDry },
    });
    tx.afterCommit(() => this.dueWork.wake());
    return batch;
  }
}
