import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { toUtcInstant, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { nameOf, partyOf } from '../domain/party';
import { undatedSentAt } from '../domain/payout';
import { inTheFuture, onlyFinanceBackdates } from '../domain/payout.problems';
import { lockBooksState } from '../storage/books-state';
import { lastSentTo, payoutFactsOf } from '../storage/payout-facts';
import { lockPayoutsOf, payoutIn, PAYOUT_COLUMNS, type Payout, type PayoutRow } from '../storage/payouts';
import { markOf, requireSameRequest, type RequestMark } from '../storage/request-mark';
import { AwaitedPayees } from './awaited-payees';
import type { AskPayout, PayoutSent } from './payout.shapes';
import { SendPayouts } from './send-payouts';
import { sentPayout } from './shown-payout';

/** Sends a party what it may withdraw, less the tax that is withheld from persons. */
@Injectable()
export class PayOutHandler {
  constructor(
    private readonly database: Database,
    private readonly payees: AwaitedPayees,
    private readonly payouts: SendPayouts,
    private readonly clock: Clock,
  ) {}

  /**
   * @param key the request's Idempotency-Key
   * @throws Problem `no-such-party` (404) for another party's money; why it is not paid, see decidePayout
   */
  async run(caller: Caller, ask: AskPayout, key: string | undefined): Promise<PayoutSent> {
    const party = partyOf(ask.party);
    requireParty(caller, party.kind, party.id);
    const sentAt = ask.sentAt === undefined ? null : toUtcInstant(ask.sentAt);
    if (sentAt !== null) requireUsable(caller, sentAt, this.clock.now());
    await this.payees.await(party, sentAt ?? this.clock.now());
    const payout = await this.database.transaction(tx => this.payOut(tx, caller, { ...ask, sentAt }, key));
    return sentPayout(payout);
  }

  private async payOut(
    tx: Tx,
    caller: Caller,
    ask: Omit<AskPayout, 'sentAt'> & { sentAt: UtcInstant | null },
    key: string | undefined,
  ): Promise<Payout> {
    const party = partyOf(ask.party);
    await lockPayoutsOf(tx, [party]);
    const state = await lockBooksState(tx);
    const request = markOf(caller, key, ask);
    const repeated = request && (await payoutOfRequest(tx, request));
    if (repeated) return repeated;

    const now = this.clock.now();
    const asked = { ...ask, party, sentAt: ask.sentAt ?? undatedSentAt(now, await lastSentTo(tx, party)) };
    const sending = { by: caller, now, batchId: null, request };
    const facts = await payoutFactsOf(tx, [party], asked.sentAt);
    const payout = this.payouts.decide(asked, facts.get(nameOf(party))!, sending);
    await this.payouts.send(tx, [payout], sending, state);
    return payout;
  }
}

function requireUsable(caller: Caller, sentAt: UtcInstant, now: UtcInstant): void {
  if (sentAt > now) throw inTheFuture('/sentAt', sentAt);
  if (sentAt < now && caller.role !== 'finance') throw onlyFinanceBackdates();
}

async function payoutOfRequest(tx: Tx, request: RequestMark): Promise<Payout | null> {
  const [row] = await tx.query<PayoutRow & { request_digest: Buffer }>(
    `SELECT ${PAYOUT_COLUMNS}, request_digest FROM payout WHERE request_key = ?`,
    [request.key],
  );
  if (!row) return null;
  requireSameRequest(request, row.request_digest);
  return payoutIn(row);
}
