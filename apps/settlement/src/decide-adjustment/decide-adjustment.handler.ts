import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { appealAdjustmentChanged } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { actorOf, digestOfLines, isStillToDecide, postingOf } from '../domain/adjustment';
import { noSuchAdjustment } from '../domain/adjustment.problems';
import { adjustmentOfAppeal } from '../propose-adjustment/adjustment-of-appeal';
import { checkPurpose } from '../propose-adjustment/check-purpose';
import { lockAdjustment, readAdjustment, saveDecision, type StoredAdjustment } from '../storage/adjustments';
import { appealBy, leaveAppeal, takeAppeal } from '../storage/appeals';
import { writeAudit, type AuditedAct } from '../storage/audit-log';
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
    private readonly outbox: Outbox,
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
    const isApproved = state === 'approved';
    if (isApproved) await checkPurpose(query, adjustment);
    const occurredAt = adjustment.occurredAt ?? (isApproved ? at : null);
    await saveDecision(tx, adjustmentId, { state, at, by, reason, occurredAt });
    await this.tellOfAppeal(tx, adjustment, state, at);
    const act = { by: caller, at, action: isApproved ? 'approve-adjustment' : 'reject-adjustment', reason };
    await writeAudit(tx, { ...act, ...whatIsDecided(adjustment) });
    if (!isApproved) return;
    const posting = postingOf(adjustment.lines, occurredAt!);
    await this.books.post(tx, [{ posting, line: null, reference: adjustmentId }], booksState);
  }

  /**
   * Of the appeal that it makes good, if it does. A rejected one makes room for another; an approved one must have the
   * place, since of the time when there was none an appeal may have several.
   */
  private async tellOfAppeal(
    tx: Tx,
    adjustment: StoredAdjustment,
    state: Decision['state'],
    at: UtcInstant,
  ): Promise<void> {
    const { adjustmentId, appealId } = adjustment;
    if (appealId === null) return;
    await (state === 'rejected' ? leaveAppeal : takeAppeal)(tx, appealId, adjustmentId);
    const appeal = await appealBy((sql, parameters) => tx.query(sql, parameters), appealId);
    await this.outbox.add(tx, appealAdjustmentChanged, [adjustmentOfAppeal(appeal!, adjustment, state, at)]);
  }
}

/** The entry must tell by itself what was decided on: why it was asked for, and for which lines. */
const whatIsDecided = (adjustment: StoredAdjustment): Pick<AuditedAct, 'subject' | 'facts'> => ({
  subject: { kind: 'adjustment', id: adjustment.adjustmentId },
  facts: {
    purpose: adjustment.purpose,
    amountFen: adjustment.amountFen,
    linesDigest: digestOfLines(adjustment.lines),
    appealId: adjustment.appealId,
    proposedBy: adjustment.proposedBy.personId,
    proposedBecause: adjustment.reason,
  },
});
