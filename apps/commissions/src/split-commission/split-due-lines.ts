import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { DueWork } from '@chuanliu/messaging/due-work';
import { Progress } from '@chuanliu/messaging/progress';
import { deleteDueLines, takeDueLines } from '../storage/due-line';
import { lockLines } from '../storage/sale-line';
import { SplitLines } from './split-lines';

/** Lines a transaction splits again. */
const AT_ONCE = 500;

/** Splits again, some at a time, the lines that a fact learned late concerns. */
@Injectable()
export class SplitDueLines {
  constructor(private readonly splitLines: SplitLines) {}

  /** @returns how many lines were due; 0 when there is nothing to do */
  async run(tx: Tx): Promise<number> {
    const keys = await takeDueLines(tx, AT_ONCE);
    if (keys.length === 0) return 0;
    const lines = await lockLines(tx, keys);
    await this.splitLines.run(
      tx,
      lines.map(line => ({ line, isChanged: false })),
    );
    await deleteDueLines(tx, keys);
    return keys.length;
  }
}

/** Enters this service's background work, and what waits for other facts, into its progress. */
@Injectable()
export class DueLinesInProgress {
  constructor(database: Database, dueWork: DueWork, progress: Progress, splitDueLines: SplitDueLines) {
    const count = async (table: 'due_line' | 'waiting_line') =>
      (await database.read<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]!.n;
    dueWork.register({ name: 'due-line', count: () => count('due_line'), work: tx => splitDueLines.run(tx) });
    progress.waiting(() => count('waiting_line'));
  }
}
