import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { toUtcInstant, type UtcInstant } from '@chuanliu/contracts/instants';
import { payoutChanged } from '@chuanliu/contracts/settlement/payout-changed.v1';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { postingOfConfirming, postingOfFailing } from '../domain/payout';
import { inTheFuture, noSuchPayout, resultBeforeSending, resultDiffers } from '../domain/payout.problems';
import { announcementOf } from '../pay-out/payout-announced';
import { writeAudit } from '../storage/audit-log';
import { Books } from '../storage/books';
import { lockBooksState } from '../storage/books-state';
import { lockPayoutsOf, payoutBy, saveResult, type Payout } from '../storage/payouts';
import type { PayoutResult } from './payout-result.dto';

interface Recorded {
  payout: Payout;
  /** It was known already, and nothing changed. */
  isRepeated: boolean;
}

type KnownResult = Pick<PayoutResult, 'result' | 'reference'> & { occurredAt: UtcInstant; reason: string | null };

/** What became of a payout: the bank paid it, or gave the money back. */
@Injectable()
export class RecordPayoutResultHandler {
  constructor(
    private readonly database: Database,
    private readonly books: Books,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @param requireFits refuses the result by what the payout is; nothing is changed then
   * @throws Problem `settlement/no-such-payout` (404), `settlement/result-differs` (409) when another result is known,
   *   `settlement/result-before-sending` and `settlement/in-the-future` (422)
   */
  async run(
    caller: Caller,
    payoutId: string,
    result: PayoutResult,
    requireFits: (payout: Payout) => void = () => undefined,
  ): Promise<Recorded> {
    const known = { reason: null, ...result, occurredAt: toUtcInstant(result.occurredAt) };
    const payout = await payoutBy((sql, parameters) => this.database.read(sql, parameters), payoutId);
    if (!payout) throw noSuchPayout(payoutId);
    requireFits(payout);
    return this.database.transaction(tx => this.record(tx, caller, payout, known));
  }

  private async record(
    tx: Tx,
    caller: Caller,
    { payoutId, party }: Payout,
    { result, occurredAt, reference, reason }: KnownResult,
  ): Promise<Recorded> {
    await lockPayoutsOf(tx, [party]);
    const state = await lockBooksState(tx);
    const payout = (await payoutBy((sql, parameters) => tx.query(sql, parameters), payoutId))!;
    const now = this.clock.now();
    const after: Payout = { ...payout, state: result, resultAt: occurredAt, reference, reason, updatedAt: now };
    if (payout.state !== 'sent') {
      if (!saysTheSame(payout, after)) throw resultDiffers(payout.state, payout.resultAt, payout.reference);
      return { payout, isRepeated: true };
    }
    if (occurredAt < payout.sentAt) throw resultBeforeSending(payout.sentAt);
    if (occurredAt > now) throw inTheFuture('/occurredAt', occurredAt);

    await saveResult(tx, after);
    await this.outbox.add(tx, payoutChanged, [announcementOf(after)]);
    await writeAudit(tx, {
      ...{ by: caller, at: now, action: `record-payout-${result}`, subject: { kind: 'payout', id: payoutId } },
      ...{ reason, facts: { reference } },
    });
    const posting =
      result === 'confirmed'
        ? postingOfConfirming(occurredAt, reference, payout)
        : postingOfFailing(party, occurredAt, reference, payout);
    await this.books.post(tx, [{ posting, line: null, reference: payoutId }], state);
    return { payout: after, isRepeated: false };
  }
}

const saysTheSame = (one: Payout, other: Payout): boolean =>
  one.state === other.state &&
  one.resultAt === other.resultAt &&
  one.reference === other.reference &&
  one.reason === other.reason;
