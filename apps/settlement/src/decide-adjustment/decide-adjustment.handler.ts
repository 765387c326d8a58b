import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { actorOf, isStillToDecide, postingOf } from '../domain/adjustment';
import { noSuchAdjustment } from '../domain/adjustment.problems';
import { checkPurpose } from '../propose-adjustment/check-purpose';
import { lockAdjustment, readAdjustment, saveDecision, type StoredAdjustment } from '../storage/adjustments';
import { writeAudit } from '../storage/audit-log';
import { Books } from '../storage/books';
import { lockBooksState } from '../storage/books-state';

interface Decision {
  state: 'approved' | 'rejected';
  /** Needed for a rejection. */
  reason: string | null;
}

/** Approves an adjustment, which posts it in the same transaction, or rejects it. */
@Injectable()
export class DecideAdjustmentHandler {
  constructor(
    private readonly database: Database,
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  /** @returns the adjustment as it is now; the same again for the same decision of the same person */
  run(caller: Caller, adjustmentId: string, decision: Decision): Promise<StoredAdjustment> {
    return this.database.transaction(async tx => {
      await this.decide(tx, caller, adjustmentId, decision);
      return (await readAdjustment((sql, parameters) => tx.query(sql, parameters), adjustmentId))!;
    });
  }

  private async decide(tx: Tx, caller: Caller, adjustmentId: string, { state, reason }: Decision): Promise<void> {
    const by = actorOf(caller);
    const booksState = await lockBooksState(tx);
    await lockAdjustment(tx, adjustmentId);
    const query: Tx['query'] = (sql, parameters) => tx.query(sql, parameters);
    const adjustment = await readAdjustment(query, adjustmentId);
    if (!adjustment) throw noSuchAdjustment(adjustmentId);
    if (!isStillToDecide(adjustment, state, by)) return;

    const at = this.clock.now();
    const { purpose, lines, amountFen } = adjustment;
    const isApproved = state === 'approved';
    if (isApproved) await checkPurpose(query, adjustment);
    const occurredAt = adjustment.occurredAt ?? (isApproved ? at : null);
    await saveDecision(tx, adjustmentId, { state, at, by, reason, occurredAt });
    await writeAudit(tx, {
      by: caller,
      at,
      action: isApproved ? 'approve-adjustment' : 'reject-adjustment',
      subject: { kind: 'adjustment', id: adjustmentId },
      reason,
      facts: { purpose, amountFen, appealId: adjustment.appealId, proposedBy: adjustment.proposedBy.personId },
    });
    if (!isApproved) return;
    const posting = postingOf(lines, occurredAt!);
    await this.books.post(tx, [{ posting, line: null, reference: adjustmentId }], booksState);
  }
}
