import * as fc from 'fast-check';
import type { Database } from '@chuanliu/database/database';
import { asPending } from '../src/domain/accounts';
import type { aSettlement } from './a-settlement';
import { finance, secondPerson } from './finance-commands';

/** A command of finance besides runs and holds. Numbers stand for things that are only known once it is given. */
export type DrawnCommand =
  | { do: 'pay'; party: string; amountFen: number | null }
  | { do: 'pay everybody' }
  | { do: 'result'; payout: number; result: 'confirmed' | 'failed' }
  /** Proposed by one person and approved by another. */
  | { do: 'adjust'; party: string; amountFen: number };

/** pr-1 is a person, pr-2 a company. */
export const paidParties = ['promoter:pr-1', 'promoter:pr-2', 'agency:ag-1', 'brand:br-1'];
export const paidCompanies = ['promoter:pr-2'];

const party = fc.constantFrom(...paidParties);

export const drawnCommand: fc.Arbitrary<DrawnCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('adjust' as const),
      party,
      // Enough for tax to be due, or so much taken that a debt may be left.
      amountFen: fc.constantFrom(1_000_000, 1_000_000, 2_500, -3_000),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      party,
      amountFen: fc.option(fc.constantFrom(150, 2_000, 600_000), { freq: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pay everybody' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('result' as const),
      payout: fc.nat({ max: 9 }),
      result: fc.constantFrom('confirmed' as const, 'failed' as const),
    }),
  },
);

/** Given at first: a payout with tax, for which a result may come, and one of more than is left. */
export const sureCommands: DrawnCommand[] = [
  { do: 'adjust', party: 'promoter:pr-1', amountFen: 1_000_000 },
  { do: 'pay', party: 'promoter:pr-1', amountFen: 900_000 },
  { do: 'pay', party: 'promoter:pr-1', amountFen: 600_000 },
];

/** Gives commands to a ledger, and keeps what was answered and what each of them ought to have moved. */
export class GivenCommands {
  /** Every answer in words: what was decided, or why it was refused. */
  readonly answers: string[] = [];
  private readonly effects = new Map<string, number>();
  private readonly sent: Array<{ payoutId: string; party: string; grossFen: number; taxFen: number; netFen: number }> =
    [];
  private readonly results = new Map<number, string>();

  constructor(private readonly s: Awaited<ReturnType<typeof aSettlement>>) {}

  async give(command: DrawnCommand): Promise<void> {
    const answer = await this.answerTo(command).catch((refusal: { type?: string }) => {
      if (!refusal.type?.startsWith('settlement/')) throw refusal;
      return refusal.type;
    });
    this.answers.push(`${command.do}: ${answer}`);
  }

  /** What the commands so far ought to have moved on every account; a party's two accounts as one. */
  get moved(): Record<string, number> {
    return Object.fromEntries([...this.effects].filter(([, fen]) => fen !== 0).sort());
  }

  private async answerTo(command: DrawnCommand): Promise<string> {
    switch (command.do) {
      case 'pay':
        return this.pay(command.party, command.amountFen);
      case 'pay everybody':
        return this.payEverybody();
      case 'result':
        return this.result(command.payout, command.result);
      case 'adjust':
        return this.adjust(command.party, command.amountFen);
    }
  }

  private async pay(of: string, amountFen: number | null): Promise<string> {
    const ask = { party: of, invoiceNo: 'FP-1', ...(amountFen === null ? {} : { amountFen }) };
    const key = `pay-${this.answers.length}`;
    const before = (await this.s.available())[of] ?? 0;
    const sent = await this.s.first.payOut.run(finance, ask, key);
    expect((await this.s.available())[of] ?? 0).toBe(before - sent.grossFen);
    expect(before).toBeGreaterThanOrEqual(sent.grossFen);
    expect(await this.s.first.payOut.run(finance, ask, key)).toEqual(sent);
    return this.take(sent);
  }

  private async payEverybody(): Promise<string> {
    const { batchId } = await this.s.first.beginBatch.run(finance, {}, undefined);
    await this.s.first.advanceBatch();
    const paid = await this.s.database.read<{ payoutId: string; party: string; [amount: string]: unknown }>(
      `SELECT payout_id AS payoutId, CONCAT(party_kind, ':', party_id) AS party,
         gross_fen AS grossFen, tax_fen AS taxFen, net_fen AS netFen
       FROM payout_verdict WHERE batch_id = ? AND payout_id IS NOT NULL ORDER BY verdict_no`,
      [batchId],
    );
    return paid.map(one => this.take(one as unknown as (typeof this.sent)[number])).join(', ');
  }

  private take(sent: (typeof this.sent)[number]): string {
    const { party: of, grossFen, taxFen, netFen } = sent;
    this.sent.push(sent);
    this.move(`liability:${of}:pending`, grossFen);
    this.move('liability:tax:iit', -taxFen);
    this.move('liability:payout-in-flight', -netFen);
    return `${of} ${grossFen} - ${taxFen} = ${netFen}`;
  }

  private async result(payout: number, result: 'confirmed' | 'failed'): Promise<string> {
    const n = this.sent.length === 0 ? -1 : payout % this.sent.length;
    const sent = this.sent[n];
    if (!sent) return 'nothing was sent';
    const { payoutId, party: of, grossFen, taxFen, netFen } = sent;
    const occurredAt = this.s.clock.now();
    const said = { result, occurredAt, reference: `bank-${n}` };
    const { isRepeated } = await this.s.first.recordResult.run(finance, payoutId, said);
    if (isRepeated) return 'told before';
    expect(this.results.has(n)).toBe(false);
    this.results.set(n, result);
    this.move('liability:payout-in-flight', netFen);
    if (result === 'confirmed') {
      this.move('asset:bank:platform', -netFen);
    } else {
      this.move('liability:tax:iit', taxFen);
      this.move(`liability:${of}:pending`, -grossFen);
    }
    return `${of} ${result}`;
  }

  private async adjust(of: string, amountFen: number): Promise<string> {
    const account = `liability:${of}:available`;
    const side = (fen: number) => (fen > 0 ? { debitFen: fen } : { creditFen: -fen });
    const lines = [
      { account, ...side(-amountFen) },
      { account: 'expense:co-marketing', ...side(amountFen) },
    ];
    const { adjustmentId } = await this.s.first.proposeAdjustment.run(finance, { lines, reason: '补偿' });
    await this.s.first.decideAdjustment.run(secondPerson, adjustmentId, { state: 'approved', reason: null });
    this.move(asPending(account), -amountFen);
    this.move('expense:co-marketing', amountFen);
    return `${of} ${amountFen}`;
  }

  private move(account: string, fen: number): void {
    this.effects.set(account, (this.effects.get(account) ?? 0) + fen);
  }
}

/** What payouts, their results and adjustments moved by the ledger; a party's two accounts as one. */
export async function movedByCommands(database: Database): Promise<Record<string, number>> {
  const rows = await database.read<{ account: string; fen: number }>(
    `SELECT REPLACE(a.name, ':available', ':pending') AS account, CAST(SUM(e.amount_fen) AS SIGNED) AS fen
     FROM posting p JOIN posting_entry e ON e.posting_id = p.posting_id JOIN account a ON a.account_id = e.account_id
     WHERE p.cause IN ('payout', 'payout-confirmed', 'payout-failed', 'manual')
     GROUP BY account HAVING fen <> 0 ORDER BY account`,
  );
  return Object.fromEntries(rows.map(({ account, fen }) => [account, fen]));
}

const movedBy: Record<string, string> = {
  'send-payout': 'payout',
  'record-payout-failed': 'failed-payout',
  'approve-adjustment': 'manual',
};

/**
 * The audit log is the sequence of commands: what was commanded between two cuts stands in the statements of the second.
 * @returns in which run's statements each movement is, and in which it ought to be by the log; '' for none yet
 */
export async function commandsByRun(database: Database): Promise<{ held: string[]; logged: string[] }> {
  const log = await database.read<{ action: string; subject_id: string }>(
    'SELECT action, subject_id FROM audit_entry ORDER BY entry_no',
  );
  let since: string[] = [];
  const logged: string[] = [];
  const close = (runId: string) => {
    logged.push(...since.map(command => `${command} ${runId}`));
    since = [];
  };
  for (const { action, subject_id } of log) {
    if (action === 'begin-settlement-run') close(subject_id);
    const kind = movedBy[action];
    if (kind) since.push(`${kind} ${subject_id}`);
  }
  close('');
  const rows = await database.read<{ kind: string; reference: string; run_id: string }>(
    `SELECT m.kind, p.reference, m.run_id FROM available_movement m JOIN posting p ON p.posting_id = m.posting_id
     WHERE m.kind IN ('payout', 'failed-payout', 'manual')`,
  );
  return { held: rows.map(row => `${row.kind} ${row.reference} ${row.run_id}`).sort(), logged: logged.sort() };
}
