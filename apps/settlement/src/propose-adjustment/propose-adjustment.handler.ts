import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@chuanliu/auth/caller';
import type { AppealState } from '@chuanliu/contracts/attribution/appeal-changed.v1';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { accountNamed } from '../domain/account-names';
import { accounts } from '../domain/accounts';
import { actorOf, checkedLines, debitsOf, type Purpose, type WrittenLine } from '../domain/adjustment';
import { appealNotUpheld, namedPartyUnknown, occursInTheFuture } from '../domain/adjustment.problems';
import { partyOf } from '../domain/party';
import { balanceOfAccount } from '../storage/account-balance';
import { saveProposal } from '../storage/adjustments';
import { writeAudit } from '../storage/audit-log';
import { stateOfAppeal } from '../storage/appeals';
import { isKnownParty } from '../storage/known-parties';
import type { Read } from '../storage/read';
import { checkPurpose } from './check-purpose';
import { becomesTrue } from './patience';
import type { AdjustmentProposed, NewAdjustment, NewSweep, NewWriteOff } from './propose-adjustment.dto';

interface Proposal {
  purpose: Purpose;
  lines: readonly WrittenLine[];
  reason: string;
  occurredAt?: string;
  appealId?: string;
}

/** Adjustments that a person asks for. Nothing is posted until another person approves. */
@Injectable()
export class ProposeAdjustmentHandler {
  private readonly read: Read;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.read = (sql, parameters) => database.read(sql, parameters);
  }

  run(caller: Caller, adjustment: NewAdjustment): Promise<AdjustmentProposed> {
    return this.propose(caller, { purpose: 'manual', ...adjustment }, i => `/lines/${i}/account`);
  }

  /** Takes what a party owes upon the platform. @throws Problem `more-than-the-debt` (409) */
  async writeOff(caller: Caller, { party: name, amountFen, ...rest }: NewWriteOff): Promise<AdjustmentProposed> {
    const party = partyOf(name);
    const account = accounts.available(party.kind, party.id);
    // Where nothing is owed, one fen is already more than that.
    const wholeDebt = Math.max(1, await balanceOfAccount(this.read, account));
    const lines = moved(accounts.badDebt, account, amountFen ?? wholeDebt);
    return this.propose(caller, { purpose: 'write-off', lines, ...rest }, () => '/party');
  }

  /** Moves buyers' money from a payment channel to the platform's bank. @throws Problem `more-than-in-escrow` (409) */
  sweep(caller: Caller, { paymentChannel, amountFen, ...rest }: NewSweep): Promise<AdjustmentProposed> {
    const lines = moved(accounts.bank, accounts.escrow(paymentChannel), amountFen);
    return this.propose(caller, { purpose: 'sweep', lines, ...rest }, () => '/paymentChannel');
  }

  private async propose(
    caller: Caller,
    { purpose, lines: written, reason, appealId, ...dated }: Proposal,
    pointerOf: (line: number) => string,
  ): Promise<AdjustmentProposed> {
    const proposedBy = actorOf(caller);
    const proposedAt = this.clock.now();
    const occurredAt = dated.occurredAt === undefined ? null : toUtcInstant(dated.occurredAt);
    if (occurredAt !== null && occurredAt > proposedAt) throw occursInTheFuture(occurredAt);
    const lines = checkedLines(written);
    await this.awaitParties(written, pointerOf);
    if (appealId !== undefined) await this.awaitUpheldAppeal(appealId);
    await checkPurpose(this.read, { purpose, lines });

    const adjustmentId = `adj-${uuidv7()}`;
    await this.database.transaction(async tx => {
      await saveProposal(tx, {
        ...{ adjustmentId, purpose, lines, reason, appealId: appealId ?? null },
        ...{ occurredAt, proposedAt, proposedBy },
      });
      await writeAudit(tx, {
        by: caller,
        at: proposedAt,
        action: 'propose-adjustment',
        subject: { kind: 'adjustment', id: adjustmentId },
        reason,
        facts: { purpose, amountFen: debitsOf(lines), appealId: appealId ?? null },
      });
    });
    return { adjustmentId, state: 'proposed' };
  }

  private async awaitParties(lines: readonly WrittenLine[], pointerOf: (line: number) => string): Promise<void> {
    for (const [i, { account }] of lines.entries()) {
      const { party } = accountNamed(account)!;
      if (party && !(await becomesTrue(() => isKnownParty(this.read, party))))
        throw namedPartyUnknown(pointerOf(i), party);
    }
  }

  private async awaitUpheldAppeal(appealId: string): Promise<void> {
    let state: AppealState | null = null;
    const isUpheld = async () => (state = await stateOfAppeal(this.read, appealId)) === 'upheld';
    if (!(await becomesTrue(isUpheld))) throw appealNotUpheld(appealId, state);
  }
}

const moved = (to: string, from: string, amountFen: number): WrittenLine[] => [
  { account: to, debitFen: amountFen },
  { account: from, creditFen: amountFen },
];
