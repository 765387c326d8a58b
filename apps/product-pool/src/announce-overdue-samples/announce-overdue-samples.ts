import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { DueWork } from '@chuanliu/messaging/due-work';
import { Outbox } from '@chuanliu/messaging/outbox';
import { comeDue } from '../domain/sample-steps';
import { announceMoves } from '../storage/sample-history';
import { lockSamples, saveSamples } from '../storage/samples';

/** So many are announced in one transaction. */
const SAMPLES_A_STEP = 200;

/**
 * Whoever reads a sample sees from its instants that it is overdue; others must be told. Once the due instant has
 * passed, this tells them, within seconds and once.
 */
@Injectable()
export class AnnounceOverdueSamples {
  constructor(
    database: Database,
    dueWork: DueWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    dueWork.register({
      name: 'samples that became overdue',
      count: async () => {
        const [row] = await database.read<{ n: number }>(
          `SELECT COUNT(*) AS n FROM sample WHERE state = 'received' AND content_due_at <= ?`,
          [toColumn(this.clock.now())],
        );
        return row!.n;
      },
      work: tx => this.announceSome(tx),
    });
  }

  /** @returns how many were due; 0 when none is */
  async announceSome(tx: Tx): Promise<number> {
    const now = this.clock.now();
    const due = await tx.query<{ sample_id: string }>(
      `SELECT sample_id FROM sample WHERE state = 'received' AND content_due_at <= ?
       ORDER BY content_due_at LIMIT ${SAMPLES_A_STEP}`,
      [toColumn(now)],
    );
    const ids = due.map(row => row.sample_id);
    // Looked at again once they are held: content may have come meanwhile, or more time.
    const moves = (await lockSamples(tx, ids)).flatMap(sample => comeDue(sample, now));
    const samples = moves.map(move => move.sample);
    await saveSamples(tx, samples, now);
    await announceMoves(tx, this.outbox, moves, 'pool', now);
    return due.length;
  }
}
