import { Injectable, type OnModuleInit } from '@nestjs/common';
import { valueInForce } from '@chuanliu/dated-facts/versions';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { DueWork } from '@chuanliu/messaging/due-work';
import { fen, sumFen } from '@chuanliu/money/fen';
import { Problem, typePath } from '@chuanliu/problems/problem';
import { partyOfAvailable } from '../domain/accounts';
import type { PaidMonth } from '../domain/income-tax';
import { nameOf, type Party } from '../domain/party';
import { taxMonthOf, undatedSentAt } from '../domain/payout';
import { SendPayouts, type NewPayout } from '../pay-out/send-payouts';
import { StepSizes } from '../step-sizes';
import { IS_AVAILABLE } from '../storage/account-balance';
import { lockBooksState } from '../storage/books-state';
import {
  lockRunningBatch,
  paidByBatch,
  saveProgress,
  type JudgedParty,
  type PayoutBatch,
} from '../storage/payout-batches';
import { DEFAULT_MIN_PAYOUT_FEN, payoutFactsOf, type KnownOfParty } from '../storage/payout-facts';
import { lockPayoutsOf } from '../storage/payouts';
import { versionsOfPolicy } from '../storage/policy-versions';

/**
 * Works off batches of payouts, some parties in each transaction, together with how far it has come: a process that
 * dies leaves the rest to whoever comes next, and nobody is paid twice.
 */
@Injectable()
export class AdvanceBatches implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly dueWork: DueWork,
    private readonly payouts: SendPayouts,
    private readonly clock: Clock,
    private readonly sizes: StepSizes,
  ) {}

  onModuleInit(): void {
    this.dueWork.register({
      name: 'payout-batches',
      count: () => this.running(),
      work: tx => this.advance(tx),
    });
  }

  /** @returns how many parties it looked at, and one for the end of a batch; 0 when no batch is under way */
  async advance(tx: Tx): Promise<number> {
    const batch = await lockRunningBatch(tx);
    if (!batch) return 0;
    const updatedAt = this.clock.now();
    const due = await partiesAfter(tx, batch, this.sizes.parties);
    const last = due.at(-1);
    if (!last) {
      await saveProgress(tx, batch, { ...batch, state: 'done', updatedAt }, []);
      return 1;
    }
    const { verdicts, send } = await this.judge(tx, batch, due);
    const paid = verdicts.flatMap(verdict => verdict.paid ?? []);
    const after: PayoutBatch = {
      ...batch,
      afterAccount: last.account,
      parties: batch.parties + due.length,
      paid: batch.paid + paid.length,
      grossFen: sumFen([batch.grossFen, ...paid.map(one => one.grossFen)]),
      taxFen: sumFen([batch.taxFen, ...paid.map(one => one.taxFen)]),
      updatedAt,
    };
    await saveProgress(tx, batch, after, verdicts);
    await send(); // Last: sums of busy accounts are locked from there on.
    return due.length;
  }

  private async judge(tx: Tx, batch: PayoutBatch, due: readonly DueParty[]) {
    const { batchId, askedBy, isDry, isDated } = batch;
    const parties = due.map(({ party }) => party);
    await lockPayoutsOf(tx, parties);
    const state = await lockBooksState(tx);
    const facts = await payoutFactsOf(tx, parties, batch.sentAt);
    const paidBefore = await paidInThisBatch(tx, batch, facts);
    const sending = { by: askedBy, now: this.clock.now(), batchId, request: null };
    const payouts: NewPayout[] = [];
    const verdicts: JudgedParty[] = [];
    for (const party of parties) {
      const known = facts.get(nameOf(party))!;
      const verdict = { party, availableFen: fen(known.availableFen) };
      const before = paidBefore.get(known.person.id) ?? [];
      const sentAt = isDated ? batch.sentAt : undatedSentAt(batch.sentAt, known.lastSentAt);
      try {
        const payout = this.payouts.decide({ party, sentAt }, { ...known, paid: [...known.paid, ...before] }, sending);
        const { payoutId, grossFen, taxFen, netFen, taxedAs } = payout;
        const paid = { payoutId: isDry ? null : payoutId, grossFen, taxFen, netFen };
        verdicts.push({ paid, problem: null, taxedAs, ...verdict });
        payouts.push(payout);
        // Another party of the same person may come up in this same portion.
        const month = { month: taxMonthOf(sentAt), incomeFen: grossFen, withheldFen: taxFen };
        if (taxedAs !== null) paidBefore.set(taxedAs, [...before, month]);
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        verdicts.push({ paid: null, problem: typePath(problem.type), taxedAs: null, ...verdict });
      }
    }
    const send = async () => {
      if (!isDry && payouts.length > 0) await this.payouts.send(tx, payouts, sending, state);
    };
    return { verdicts, send };
  }

  private async running(): Promise<number> {
    const [row] = await this.database.read<{ n: number }>(
      `SELECT COUNT(*) AS n FROM payout_batch WHERE state = 'running'`,
    );
    return row!.n;
  }
}

/** What a dry run would have paid to these persons in its portions before; a real one's are in the books. */
async function paidInThisBatch(
  tx: Tx,
  { batchId, isDry, sentAt }: PayoutBatch,
  facts: ReadonlyMap<string, KnownOfParty>,
): Promise<Map<string, PaidMonth[]>> {
  if (!isDry) return new Map();
  const people = [...facts.values()].map(({ person }) => person.id);
  const paid = await paidByBatch(tx, batchId, people);
  return new Map([...paid].map(([id, amounts]) => [id, [{ month: taxMonthOf(sentAt), ...amounts }]]));
}

interface DueParty {
  account: string;
  party: Party;
}

/**
 * The next parties that have the smallest payout or more to withdraw, in the order of their accounts' names. How much it
 * is by then is looked at again once their payouts are held: they may be paid meanwhile.
 */
async function partiesAfter(tx: Tx, { afterAccount, sentAt }: PayoutBatch, limit: number): Promise<DueParty[]> {
  const minimum = valueInForce(
    await versionsOfPolicy(tx, 'settlement'),
    'minPayoutFen',
    sentAt,
    DEFAULT_MIN_PAYOUT_FEN,
  );
  const rows = await tx.query<{ name: string }>(
    `SELECT a.name, CAST(SUM(d.credit_fen - d.debit_fen) AS SIGNED) AS available_fen
     FROM account a JOIN account_day d ON d.account_id = a.account_id
     WHERE a.name > ? AND ${IS_AVAILABLE}
     GROUP BY a.name HAVING available_fen >= ? ORDER BY a.name LIMIT ?`,
    [afterAccount, Math.max(1, minimum), limit],
  );
  return rows.map(({ name }) => ({ account: name, party: partyOfAvailable(name)! }));
}
