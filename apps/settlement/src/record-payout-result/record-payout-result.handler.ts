import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { toUtcInstant, type UtcInstant } from '@chuanliu/contracts/instants';
import { payoutChanged } from '@chuanliu/contracts/settlement/payout-changed.v1';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { Problem } from '@chuanliu/problems/problem';
import { postingOfConfirming, postingOfFailing } from '../domain/payout';
import { inTheFuture, noSuchPayout, resultBeforeSending, resultDiffers } from '../domain/payout.problems';
import { announcementOf } from '../pay-out/payout-announced';
import { writeAudit, type AuditedAct } from '../storage/audit-log';
import { Books } from '../storage/books';
import { lockBooksState } from '../storage/books-state';
import type { PostingToBook } from '../storage/record-postings';
import { lockPayoutsOf, payoutsBy, saveResult, type Payout } from '../storage/payouts';
import type { PayoutResult } from './payout-result.dto';

/** What the bank says of a payout. */
export interface ToldResult {
  payoutId: string;
  result: PayoutResult;
  /** Refuses the result by what the payout is; nothing is changed then. */
  requireFits?: (payout: Payout) => void;
}

interface Recorded {
  payout: Payout;
  /** It was known already, and nothing changed. */
  isRepeated: boolean;
}

/** What became of payouts: the bank paid them, or gave the money back. */
@Injectable()
export class RecordPayoutResultHandler {
  constructor(
    private readonly database: Database,
    private readonly books: Books,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem `settlement/no-such-payout` (404), `settlement/result-differs` (409) when another result is known,
   *   `settlement/result-before-sending` and `settlement/in-the-future` (422)
   */
  async run(caller: Caller, payoutId: string, result: PayoutResult): Promise<Recorded> {
    const [outcome] = await this.runAll(caller, [{ payoutId, result }]);
    if (outcome instanceof Problem) throw outcome;
    return outcome!;
  }

  /** Some at once, in one transaction. @returns what became of each in its turn; one that is refused leaves the others alone */
  runAll(caller: Caller, told: readonly ToldResult[]): Promise<Array<Recorded | Problem>> {
    return this.database.transaction(tx => this.record(tx, caller, told));
  }

  private async record(tx: Tx, caller: Caller, told: readonly ToldResult[]): Promise<Array<Recorded | Problem>> {
    if (told.length === 0) return [];
    const ids = told.map(({ payoutId }) => payoutId);
    const read: Tx['query'] = (sql, parameters) => tx.query(sql, parameters);
    const sent = await payoutsBy(read, ids);
    if (sent.size === 0) return told.map(({ payoutId }) => noSuchPayout(payoutId));
    await lockPayoutsOf(
      tx,
      [...sent.values()].map(({ party }) => party),
    );
    const state = await lockBooksState(tx);
    const payouts = await payoutsBy(read, ids);
    const now = this.clock.now();
    const outcomes = told.map(one => {
      const outcome = outcomeOf(one, payouts.get(one.payoutId), now);
      // The same payout may come up once more.
      if (!(outcome instanceof Problem)) payouts.set(one.payoutId, outcome.payout);
      return outcome;
    });
    const changed = outcomes.flatMap(outcome =>
      outcome instanceof Problem || outcome.isRepeated ? [] : [outcome.payout],
    );
    if (changed.length === 0) return outcomes;
    for (const payout of changed) await saveResult(tx, payout);
    await this.outbox.add(tx, payoutChanged, changed.map(announcementOf));
    await writeAudit(tx, ...changed.map(payout => actOf(caller, payout, now)));
    await this.books.post(tx, changed.map(asPosting), state);
    return outcomes;
  }
}

/** What a result makes of a payout as it is now, or why it is refused. */
function outcomeOf(
  { payoutId, result: told, requireFits }: ToldResult,
  payout: Payout | undefined,
  now: UtcInstant,
): Recorded | Problem {
  if (!payout) return noSuchPayout(payoutId);
  const { result, reference, reason = null } = told;
  const resultAt = resultInstant(toUtcInstant(told.occurredAt), payout);
  const after: Payout = { ...payout, state: result, resultAt, reference, reason, updatedAt: now };
  try {
    requireFits?.(payout);
    if (payout.state !== 'sent') {
      if (!saysTheSame(payout, after)) throw resultDiffers(payout.state, payout.resultAt, payout.reference);
      return { payout, isRepeated: true };
    }
    if (resultAt < payout.sentAt) throw resultBeforeSending(payout.sentAt);
    if (resultAt > now) throw inTheFuture('/occurredAt', resultAt);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return problem;
  }
  return { payout: after, isRepeated: false };
}

/** Banks tell the time to the second: a result within the second of the sending came with it, not before it. */
function resultInstant(told: UtcInstant, { sentAt }: Payout): UtcInstant {
  const isOfThatSecond = told < sentAt && told.slice(0, SECOND) === sentAt.slice(0, SECOND);
  return isOfThatSecond ? sentAt : told;
}

/** As much of an instant's text as tells the second. */
const SECOND = '2026-11-06T12:00:03'.length;

const saysTheSame = (one: Payout, other: Payout): boolean =>
  one.state === other.state &&
  one.resultAt === other.resultAt &&
  one.reference === other.reference &&
  one.reason === other.reason;

const actOf = (by: Caller, { payoutId, state, reference, reason }: Payout, at: UtcInstant): AuditedAct => ({
  by,
  at,
  action: `record-payout-${state}`,
  subject: { kind: 'payout', id: payoutId },
  reason,
  facts: { reference },
});

/** Of a payout that has its result. */
function asPosting(payout: Payout): PostingToBook {
  const [resultAt, reference] = [payout.resultAt!, payout.reference!];
  const posting =
    payout.state === 'confirmed'
      ? postingOfConfirming(resultAt, reference, payout)
      : postingOfFailing(payout.party, resultAt, reference, payout);
  return { posting, line: null, reference: payout.payoutId };
}
