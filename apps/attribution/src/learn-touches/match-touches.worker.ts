import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { betweenSlices } from '@chuanliu/messaging/between-slices';
import { DueWork } from '@chuanliu/messaging/due-work';
import { DueLines } from '../decide-again/due-lines';
import { longestWindowHours } from '../domain/windows';
import { attributionPolicy } from '../storage/policy-versions';
import { supersede } from './supersede';
import { DueTouches, touchesIn, type DueTouch } from './due-touches';

const LISTS_AT_ONCE = 4;
const PAIRS_A_STATEMENT = 500;

type TouchOfPair = Pick<DueTouch, 'buyerKey' | 'productId' | 'occurredAt'>;

/** Finds the lines that touches concern, after the touches were stored and beside the sales that go on. */
@Injectable()
export class MatchTouches {
  private settled: number[] = [];

  constructor(
    private readonly database: Database,
    private readonly dueLines: DueLines,
    private readonly dueTouches: DueTouches,
    dueWork: DueWork,
  ) {
    dueWork.register({
      name: 'matching touches',
      count: async () => (await database.read<{ n: number }>('SELECT COUNT(*) AS n FROM due_touches'))[0]!.n,
      before: () => this.settle(),
      work: tx => this.work(tx),
    });
  }

  /**
   * Chooses lists that no sale under way can have missed: while no slice is, every one that comes later will see their
   * touches, and every one that came before is where matching finds it.
   */
  async settle(): Promise<void> {
    this.settled = [];
    const [any] = await this.database.read('SELECT id FROM due_touches ORDER BY id LIMIT 1');
    if (!any) return;
    const rows = await betweenSlices(this.database, 'attribution', tx =>
      tx.query<{ id: number }>('SELECT id FROM due_touches ORDER BY id LIMIT ?', [LISTS_AT_ONCE]),
    );
    this.settled = rows.map(row => row.id);
  }

  /** @returns how many lists were matched */
  async work(tx: Tx): Promise<number> {
    if (this.settled.length === 0) return 0;
    const rows = await tx.query<{ id: number; touches: string }>(
      'SELECT id, touches FROM due_touches WHERE id IN (?) ORDER BY id FOR UPDATE',
      [this.settled],
    );
    if (rows.length === 0) return 0;
    const touches = rows.flatMap(row => touchesIn(row.touches));
    const { contested, changed } = await supersede(tx, touches);
    await this.noteLines(tx, [...touches.filter(touch => touch.mayName), ...contested]);
    // A sale under way may have read what is put out of force only now: once it has committed, it is looked for again.
    await this.dueTouches.noteList(tx, changed);
    await tx.execute('DELETE FROM due_touches WHERE id IN (?)', [rows.map(row => row.id)]);
    return rows.length;
  }

  /** Lines of the same buyer and product that looked for touches, ordered soon enough after one of these. */
  private async noteLines(tx: Tx, touches: readonly TouchOfPair[]): Promise<void> {
    if (touches.length === 0) return;
    const hours = longestWindowHours(await attributionPolicy(tx));
    const pairs = new Map(
      touches.map(({ buyerKey, productId }) => [`${buyerKey}/${productId}`, [buyerKey, productId]]),
    );
    const instants = touches.map(touch => touch.occurredAt).sort();
    const span = [toColumn(instants[0]!), toColumn(hoursAfter(instants.at(-1)!, hours))];
    const list = [...pairs.values()];
    for (let start = 0; start < list.length; start += PAIRS_A_STATEMENT) {
      await this.dueLines.noteFound(
        tx,
        `FROM line l WHERE (l.buyer_key, l.product_id) IN (?) AND l.ordered_at > ? AND l.ordered_at <= ?
         AND l.touches IS NOT NULL`,
        [list.slice(start, start + PAIRS_A_STATEMENT), ...span],
      );
    }
  }
}

const hoursAfter = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
