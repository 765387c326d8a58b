import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { DueWork } from '@chuanliu/messaging/due-work';
import { Outbox } from '@chuanliu/messaging/outbox';
import { SELECT_PICK, type PickRow } from '../storage/picks';
import { lockProducts } from '../storage/products';
import { announcePicks } from './announce-picks';
import { PICKS_A_STEP } from './announce-new-terms';

/** A plan with promoters changes the terms of their picks alone: announces those, of any products, some at a time. */
@Injectable()
export class AnnounceDuePicks {
  constructor(
    database: Database,
    dueWork: DueWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    dueWork.register({
      name: 'picks of promoters with new terms',
      count: async () => (await database.read<{ n: number }>('SELECT COUNT(*) AS n FROM due_pick'))[0]!.n,
      work: tx => this.announceSome(tx),
    });
  }

  /** @returns how much was done; 0 when nothing is due */
  async announceSome(tx: Tx): Promise<number> {
    const found = await tx.query<{ pick_id: string; product_id: string }>(
      `SELECT pick.pick_id, pick.product_id FROM due_pick JOIN pick ON pick.pick_id = due_pick.pick_id
       ORDER BY due_pick.pick_id LIMIT ${PICKS_A_STEP}`,
    );
    if (found.length === 0) return 0;
    await lockProducts(tx, [...new Set(found.map(row => row.product_id))]);
    // Look again under the lock: another instance may have finished, and what a plan's writer still adds is waited for.
    const due = await tx.query<{ pick_id: string }>(
      'SELECT pick_id FROM due_pick WHERE pick_id IN (?) ORDER BY pick_id FOR UPDATE',
      [found.map(row => row.pick_id)],
    );
    if (due.length === 0) return 1;
    const ids = due.map(row => row.pick_id);
    const rows = await tx.query<PickRow>(`${SELECT_PICK} WHERE pick_id IN (?) ORDER BY pick_id`, [ids]);
    await announcePicks(tx, this.outbox, rows, this.clock.now());
    await tx.execute('DELETE FROM due_pick WHERE pick_id IN (?)', [ids]);
    return rows.length;
  }
}
