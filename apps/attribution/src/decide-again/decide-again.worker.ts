import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { DueWork } from '@chuanliu/messaging/due-work';
import { DeriveLines } from '../attribute-sale/derive-lines';
import { lockLines } from '../storage/stored-lines';

const LINES_AT_ONCE = 500;

/** Works off the list of due lines, some per transaction, beside the sales that go on. */
@Injectable()
export class DecideAgain {
  constructor(
    private readonly derive: DeriveLines,
    database: Database,
    dueWork: DueWork,
  ) {
    dueWork.register({
      name: 'deciding lines again',
      count: async () => (await database.read<{ n: number }>('SELECT COUNT(*) AS n FROM due_line'))[0]!.n,
      work: tx => this.work(tx),
    });
  }

  /**
   * Derives the first due lines again and takes them off the list.
   *
   * The list's rows are locked first: a fact that concerns one of these lines while they are derived waits to put it on
   * the list again, so none is missed.
   * @returns how many were due
   */
  async work(tx: Tx): Promise<number> {
    const due = await tx.query<{ order_id: string; channel_id: string; line_no: number }>(
      'SELECT order_id, channel_id, line_no FROM due_line ORDER BY order_id, channel_id, line_no LIMIT ? FOR UPDATE',
      [LINES_AT_ONCE],
    );
    if (due.length === 0) return 0;
    const ids = due.map(row => ({ orderId: row.order_id, channelId: row.channel_id, lineNo: row.line_no }));
    await this.derive.run(tx, await lockLines(tx, ids));
    await tx.execute('DELETE FROM due_line WHERE (order_id, channel_id, line_no) IN (?)', [
      due.map(row => [row.order_id, row.channel_id, row.line_no]),
    ]);
    return due.length;
  }
}
