import { Injectable } from '@nestjs/common';
import { orderPaid } from '@chuanliu/contracts/orders/order-paid.v1';
import { orderRefunded } from '@chuanliu/contracts/orders/order-refunded.v1';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Arrivals } from '@chuanliu/messaging/arrivals';
import { DueWork } from '@chuanliu/messaging/due-work';
import { Progress } from '@chuanliu/messaging/progress';
import { DeriveLines } from '../attribute-sale/derive-lines';
import { saleId, type LineAtWork, type LineId, type Settled } from '../storage/line';
import {
  dueSettled,
  earlierDecisions,
  forgetSettled,
  letSettledWait,
  lockDueSettled,
  type EarlierDecision,
} from '../storage/settled-lines';
import { lockSettling, lockLines, markSettled, type SettlingLine } from '../storage/stored-lines';

const LINES_AT_ONCE = 500;
/** A mark can wait, and holds up slices that are fenced: while sales come in, four fifths of the time are theirs. */
const RESTS = 4;

/** A settled decision that another one replaced meanwhile, and the first revision that told the present one. */
interface Replaced {
  decisionRevision: number;
  inForce: EarlierDecision;
  since: number;
}

/**
 * Fixes the decisions of the lines that settlement took, as it took them. Nearly all still stand; one that does not is
 * put back in force, and the one that had replaced it is told beside it, as late.
 */
@Injectable()
export class SettleLines {
  constructor(
    private readonly derive: DeriveLines,
    database: Database,
    dueWork: DueWork,
    progress: Progress,
    arrivals: Arrivals,
  ) {
    const count = async (isDue: 0 | 1) => {
      const sql = 'SELECT COUNT(*) AS n FROM settled_line WHERE is_due = ?';
      return (await database.read<{ n: number }>(sql, [isDue]))[0]!.n;
    };
    dueWork.register({
      name: 'settled lines',
      count: () => count(1),
      work: tx => this.work(tx),
      givesWay: { arrivals: () => arrivals.of(orderPaid, orderRefunded), times: RESTS },
    });
    progress.waiting(() => count(0));
  }

  /** @returns how many were due; 0 when there is nothing to do */
  async work(tx: Tx): Promise<number> {
    const due = await dueSettled(tx, LINES_AT_ONCE);
    if (due.length === 0) return 0;
    const before = await lockSettling(tx, due);
    const told = await lockDueSettled(tx, due);
    const known = new Map([...before, ...(await cameMeanwhile(tx, due, before))].map(line => [saleId(line), line]));
    const earlier = await earlierDecisions(tx, due);

    const standing: Array<{ line: SettlingLine; settled: Settled }> = [];
    const replaced = new Map<string, Replaced>();
    const waiting: LineId[] = [];
    for (const { decisionRevision, ...id } of told) {
      const line = known.get(saleId(id));
      if (!line || line.revision < decisionRevision) waiting.push(id);
      else if (!line.isSettled) {
        const earlierOnes = earlier.get(saleId(id)) ?? [];
        const inForce = earlierOnes.find(one => one.throughRevision >= decisionRevision);
        if (!inForce) standing.push({ line, settled: { decisionRevision, returned: line.returned, late: null } });
        else replaced.set(saleId(id), { decisionRevision, inForce, since: earlierOnes.at(-1)!.throughRevision + 1 });
      }
    }
    await markSettled(tx, standing);
    await this.putBack(tx, told, replaced);
    await letSettledWait(tx, waiting);
    const waits = new Set(waiting.map(saleId));
    await forgetSettled(
      tx,
      told.filter(line => !waits.has(saleId(line))),
    );
    return due.length;
  }

  /** Derives lines again whose settled decision had been replaced: it is in force again, what replaced it is late. */
  private async putBack(tx: Tx, told: readonly LineId[], replaced: ReadonlyMap<string, Replaced>): Promise<void> {
    if (replaced.size === 0) return;
    const lines = await lockLines(
      tx,
      told.filter(line => replaced.has(saleId(line))),
    );
    await this.derive.run(
      tx,
      lines.map(({ stored, line }): LineAtWork => {
        const { decisionRevision, inForce, since } = replaced.get(saleId(line.facts))!;
        const late = { revision: since, decision: line.decision };
        const settled = { decisionRevision, returned: inForce.returned, late };
        return { stored, line: { ...line, decision: inForce.decision, settled } };
      }),
    );
  }
}

/** A payment's slice that wrote its line after we looked has said that it is due before we held that: so look again. */
async function cameMeanwhile(tx: Tx, due: readonly LineId[], before: readonly SettlingLine[]): Promise<SettlingLine[]> {
  if (before.length === due.length) return [];
  const found = new Set(before.map(saleId));
  return lockSettling(
    tx,
    due.filter(line => !found.has(saleId(line))),
  );
}
