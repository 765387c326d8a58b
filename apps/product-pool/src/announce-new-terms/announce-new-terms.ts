import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { DueWork } from '@chuanliu/messaging/due-work';
import { Outbox } from '@chuanliu/messaging/outbox';
import { SELECT_PICK, type PickRow } from '../storage/picks';
import { lockProduct } from '../storage/products';
import { announcePicks } from './announce-picks';

/** A product may have ten thousand holders: so many of them are announced in one transaction. */
export const PICKS_A_STEP = 500;

/** A new version of a plan changes the terms of every pick under it: announces them all again, some at a time. */
@Injectable()
export class AnnounceNewTerms {
  constructor(
    database: Database,
    dueWork: DueWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    dueWork.register({
      name: 'picks with new terms',
      count: async () => {
        const [row] = await database.read<{ n: number }>(
          `SELECT COUNT(*) AS n FROM due_product JOIN pick ON pick.product_id = due_product.product_id
           WHERE pick.pick_id > due_product.after_pick_id`,
        );
        return row!.n;
      },
      work: tx => this.announceSome(tx),
    });
  }

  /** @returns how much was done; 0 when nothing is due */
  async announceSome(tx: Tx): Promise<number> {
    const [next] = await tx.query<{ product_id: string }>(
      'SELECT product_id FROM due_product ORDER BY product_id LIMIT 1',
    );
    if (!next) return 0;
    // The product first, as everybody who writes about it does; then look again, since another instance may have finished.
    await lockProduct(tx, next.product_id);
    const [due] = await tx.query<{ product_id: string; after_pick_id: string }>(
      'SELECT product_id, after_pick_id FROM due_product WHERE product_id = ? FOR UPDATE',
      [next.product_id],
    );
    if (!due) return 1;
    const rows = await tx.query<PickRow>(
      `${SELECT_PICK} WHERE product_id = ? AND pick_id > ? ORDER BY pick_id LIMIT ${PICKS_A_STEP}`,
      [due.product_id, due.after_pick_id],
    );
    await announcePicks(tx, this.outbox, rows, this.clock.now());
    if (rows.length < PICKS_A_STEP) {
      await tx.execute('DELETE FROM due_product WHERE product_id = ?', [due.product_id]);
    } else {
      const last = rows.at(-1)!.pick_id;
      await tx.execute('UPDATE due_product SET after_pick_id = ? WHERE product_id = ?', [last, due.product_id]);
    }
    return rows.length + 1;
  }
}
