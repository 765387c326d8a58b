import { Injectable } from '@nestjs/common';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { DueWork } from '@chuanliu/messaging/due-work';
import { byKey, type LineId } from '../storage/line';

/** The list of lines that something learned later concerns. */
@Injectable()
export class DueLines {
  constructor(private readonly dueWork: DueWork) {}

  /** Puts lines on the list; those already there stay. */
  async note(tx: Tx, lines: readonly LineId[]): Promise<void> {
    if (lines.length === 0) return;
    const rows = [...lines].sort(byKey).map(line => [line.orderId, line.channelId, line.lineNo]);
    await insertRows(tx, 'due_line', ['order_id', 'channel_id', 'line_no'], rows, { ignore: true });
    this.wakeAfter(tx);
  }

  /**
   * Puts the lines that a SELECT finds on the list.
   * @param from everything behind `SELECT l.order_id, l.channel_id, l.line_no`; the line's alias is `l`
   */
  async noteFound(tx: Tx, from: string, parameters: unknown[]): Promise<void> {
    const { affectedRows } = await tx.execute(
      `INSERT IGNORE INTO due_line (order_id, channel_id, line_no) SELECT l.order_id, l.channel_id, l.line_no ${from}`,
      parameters,
    );
    if (affectedRows > 0) this.wakeAfter(tx);
  }

  private wakeAfter(tx: Tx): void {
    tx.afterCommit(() => this.dueWork.wake());
  }
}
