import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@chuanliu/auth/caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { appealAdjustmentChanged } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { becomesTrue } from '@chuanliu/messaging/on-its-way';
import { Outbox } from '@chuanliu/messaging/outbox';
import { accountNamed } from '../domain/account-names';
import { accounts } from '../domain/accounts';
import {
  actorOf,
  amountFor,
  checkedLines,
  debitsOf,
  digestOfLines,
  type Purpose,
  type WrittenLine,
} from '../domain/adjustment';
import {
  appealNotUpheld,
  namedPartyUnknown,
  notForTheAppellant,
  occursInTheFuture,
} from '../domain/adjustment.problems';
import { nameOf, partyOf } from '../domain/party';
import { balanceOfAccount } from '../storage/account-balance';
import { adjustmentOfRequest, claimRequest } from '../storage/adjustment-requests';
import { saveProposal, type NewAdjustment as SavedProposal } from '../storage/adjustments';
import { writeAudit } from '../storage/audit-log';
import { appealBy, takeAppeal, type HeardAppeal } from '../storage/appeals';
import { isKnownParty } from '../storage/known-parties';
import type { Read } from '../storage/read';
import { markOf, type RequestMark } from '../storage/request-mark';
import { adjustmentOfAppeal } from './adjustment-of-appeal';
import { checkPurpose } from './check-purpose';
import type { AdjustmentProposed, NewAdjustment, NewSweep, NewWriteOff } from './propose-adjustment.dto';

interface Proposal {
  purpose: Purpose;
  lines: readonly WrittenLine[];
  reason: string;
  occurredAt?: string;
  appealId?: string;
  /** Tells the request when it is sent again. */
  request: RequestMark | null;
}

/** Adjustments that a person asks for. Nothing is posted until another person approves. */
@Injectable()
export class ProposeAdjustmentHandler {
  private readonly read: Read;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    this.read = (sql, parameters) => database.read(sql, parameters);
  }

  /** @param key the request's Idempotency-Key, here and below: a repeat finds the proposal that it made */
  run(caller: Caller, adjustment: NewAdjustment, key?: string): Promise<AdjustmentProposed> {
    const request = markOf(caller, key, { purpose: 'manual', ...adjustment });
    return this.propose(caller, { purpose: 'manual', ...adjustment, request }, i => `/lines/${i}/account`);
  }

  /** Takes what a party owes upon the platform. @throws Problem `more-than-the-debt` (409) */
  async writeOff(caller: Caller, asked: NewWriteOff, key?: string): Promise<AdjustmentProposed> {
    const { party: name, amountFen, ...rest } = asked;
    const request = markOf(caller, key, { purpose: 'write-off', ...asked });
    const party = partyOf(name);
    const account = accounts.available(party.kind, party.id);
    // Where nothing is owed, one fen is already more than that.
    const wholeDebt = Math.max(1, await balanceOfAccount(this.read, account));
    const lines = moved(accounts.badDebt, account, amountFen ?? wholeDebt);
    return this.propose(caller, { purpose: 'write-off', lines, ...rest, request }, () => '/party');
  }

  /** Moves buyers' money from a payment channel to the platform's bank. @throws Problem `more-than-in-escrow` (409) */
  sweep(caller: Caller, asked: NewSweep, key?: string): Promise<AdjustmentProposed> {
    const { paymentChannel, amountFen, ...rest } = asked;
    const request = markOf(caller, key, { purpose: 'sweep', ...asked });
    const lines = moved(accounts.bank, accounts.escrow(paymentChannel), amountFen);
    return this.propose(caller, { purpose: 'sweep', lines, ...rest, request }, () => '/paymentChannel');
  }

  private async propose(
    caller: Caller,
    { purpose, lines: written, reason, appealId, request, ...dated }: Proposal,
    pointerOf: (line: number) => string,
  ): Promise<AdjustmentProposed> {
    const proposedBy = actorOf(caller);
    // Before everything that may have changed since the first time: the debt, the escrow, the appeal.
    const first = request && (await adjustmentOfRequest(this.read, request));
    if (first !== null) return { adjustmentId: first, state: 'proposed' };
    const proposedAt = this.clock.now();
    const occurredAt = dated.occurredAt === undefined ? null : toUtcInstant(dated.occurredAt);
    if (occurredAt !== null && occurredAt > proposedAt) throw occursInTheFuture(occurredAt);
    const lines = checkedLines(written);
    await this.awaitParties(written, pointerOf);
    const appeal = appealId === undefined ? null : await this.awaitUpheldAppeal(appealId);
    if (appeal && amountFor(appeal.party, lines) <= 0) throw notForTheAppellant(appeal.appealId, nameOf(appeal.party));
    await checkPurpose(this.read, { purpose, lines });

    const proposal: SavedProposal = {
      adjustmentId: `adj-${uuidv7()}`,
      purpose,
      lines,
      reason,
      appealId: appealId ?? null,
      occurredAt,
      proposedAt,
      proposedBy,
    };
    const adjustmentId = await this.database.transaction(tx => this.save(tx, caller, proposal, appeal, request));
    return { adjustmentId, state: 'proposed' };
  }

  /** @returns the adjustment's id; another one's when the same request was faster */
  private async save(
    tx: Tx,
    caller: Caller,
    proposal: SavedProposal,
    appeal: HeardAppeal | null,
    request: RequestMark | null,
  ): Promise<string> {
    const { adjustmentId, purpose, lines, reason, appealId, proposedAt } = proposal;
    const made = request ? await claimRequest(tx, request, adjustmentId) : adjustmentId;
    if (made !== adjustmentId) return made;
    if (appeal) {
      await takeAppeal(tx, appeal.appealId, adjustmentId);
      const told = adjustmentOfAppeal(appeal, proposal, 'proposed', proposedAt);
      await this.outbox.add(tx, appealAdjustmentChanged, [told]);
    }
    await saveProposal(tx, proposal);
    await writeAudit(tx, {
      by: caller,
      at: proposedAt,
      action: 'propose-adjustment',
      subject: { kind: 'adjustment', id: adjustmentId },
      reason,
      facts: { purpose, amountFen: debitsOf(lines), linesDigest: digestOfLines(lines), appealId },
    });
    return adjustmentId;
  }

  private async awaitParties(lines: readonly WrittenLine[], pointerOf: (line: number) => string): Promise<void> {
    for (const [i, { account }] of lines.entries()) {
      const { party } = accountNamed(account)!;
      if (party && !(await becomesTrue(() => isKnownParty(this.read, party))))
        throw namedPartyUnknown(pointerOf(i), party);
    }
  }

  private async awaitUpheldAppeal(appealId: string): Promise<HeardAppeal> {
    const heard = () => appealBy(this.read, appealId);
    await becomesTrue(async () => (await heard())?.state === 'upheld');
    const appeal = await heard();
    if (appeal?.state !== 'upheld') throw appealNotUpheld(appealId, appeal?.state ?? null);
    return appeal;
  }
}

const moved = (to: string, from: string, amountFen: number): WrittenLine[] => [
  { account: to, debitFen: amountFen },
  { account: from, creditFen: amountFen },
];
