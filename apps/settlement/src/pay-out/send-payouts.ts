import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { payoutChanged } from '@chuanliu/contracts/settlement/payout-changed.v1';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Tx } from '@chuanliu/database/tx';
import { Outbox } from '@chuanliu/messaging/outbox';
import { decidePayout, postingOfSending, type AskedPayout } from '../domain/payout';
import { writeAudit, type AuditedAct } from '../storage/audit-log';
import { Books } from '../storage/books';
import type { BooksState } from '../storage/books-state';
import type { Identity } from '../storage/payees';
import type { KnownOfParty } from '../storage/payout-facts';
import { noteTaxedPeople } from '../storage/people';
import { insertPayouts, type Payout } from '../storage/payouts';
import type { RequestMark } from '../storage/request-mark';
import { announcementOf } from './payout-announced';

/** A payout that is about to be sent. */
export type NewPayout = Payout & { request: RequestMark | null; identity: Identity | null };

/** Who sends, and when they asked for it. */
export interface Sending {
  by: AuditedAct['by'];
  now: UtcInstant;
  batchId: string | null;
  request: RequestMark | null;
}

/** How a payout comes to be, asked for by itself or by a batch. */
@Injectable()
export class SendPayouts {
  constructor(
    private readonly books: Books,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The payout as it would be sent; nothing is written.
   * @param known of the party, read in this same transaction
   * @throws Problem with the reason why the party is not paid, see decidePayout
   */
  decide(asked: AskedPayout, known: KnownOfParty, { now, batchId, request }: Sending): NewPayout {
    const amounts = decidePayout(asked, known);
    const { payeeName, sealedAccount, accountEnding, identity } = known.payee!;
    return {
      payoutId: `po-${uuidv7()}`,
      party: asked.party,
      state: 'sent',
      ...amounts,
      taxedAs: amounts.worksheet && known.person.id,
      identity: amounts.worksheet && identity,
      sentAt: asked.sentAt,
      invoiceNo: asked.invoiceNo ?? null,
      payeeName,
      sealedAccount,
      accountEnding,
      batchId,
      resultAt: null,
      reference: null,
      reason: null,
      updatedAt: now,
      request,
    };
  }

  /** Sends what was decided in this same transaction; nothing may follow it there. */
  async send(tx: Tx, payouts: readonly NewPayout[], { by, now }: Sending, state: BooksState): Promise<void> {
    await noteTaxedPeople(tx, payouts);
    await insertPayouts(tx, payouts);
    await this.outbox.add(tx, payoutChanged, payouts.map(announcementOf));
    const acts = payouts.map(({ payoutId, grossFen, taxFen, netFen }): AuditedAct => ({
      by,
      at: now,
      action: 'send-payout',
      subject: { kind: 'payout', id: payoutId },
      reason: null,
      facts: { grossFen, taxFen, netFen },
    }));
    await writeAudit(tx, ...acts);
    const postings = payouts.map(payout => ({
      posting: postingOfSending(payout.party, payout.sentAt, payout),
      line: null,
      reference: payout.payoutId,
    }));
    await this.books.post(tx, postings, state);
  }
}
