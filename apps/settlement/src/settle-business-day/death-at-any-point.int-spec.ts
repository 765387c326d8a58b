import { partialRefund, payment } from '../../test/a-sale';
import { aSettlement, due, received, sale } from '../../test/a-settlement';
import { dyingAt } from '../../test/dying-at';
import { finance, knowPayees, secondPerson } from '../../test/finance-commands';

type Settlement = Awaited<ReturnType<typeof aSettlement>>;
type Instance = ReturnType<Settlement['anInstance']>;

let s: Settlement;
beforeAll(async () => {
  s = await aSettlement();
  await knowPayees(s.database, ['promoter:pr-1', 'promoter:pr-2', 'promoter:pr-3', 'brand:br-1', 'brand:br-2']);
});
afterAll(() => s.close());

const nextDay = '2026-11-25';
const now = '2026-11-25T04:00:00.000Z';
const noted = { reference: 'bank-1', occurredAt: now };

/** A settled day, a refund since, money given by hand and money on its way; the next day has an order that is due. */
async function aDayInTheMiddle(): Promise<{ payoutIds: string[]; proposedId: string }> {
  await s.empty();
  s.clock.set(now);
  const joinedAt = '2026-05-01T00:00:00.000Z';
  const programme = { joinedFrom: '2026-01-01', joinedTo: '2026-12-31', quotaFen: 30_000 };
  await s.policy('newcomer', '2020-01-01T00:00:00.000Z', programme);
  await s.brand({ brandId: 'br-1', effectiveFrom: '2020-01-01T00:00:00.000Z', joinedAt });
  await s.divide(sale('o-1'), sale('o-2'));
  await s.receive('o-1', received);
  await s.receive('o-2', '2026-11-10T10:00:00.000Z');
  await s.settle(due);
  await s.divide(sale('o-1', { revision: 2, steps: [payment, partialRefund] }));
  const proposals: string[] = [];
  for (const account of ['liability:promoter:pr-1:available', 'liability:brand:br-2:available']) {
    const lines = [
      { account: 'expense:co-marketing', debitFen: 1_000_000 },
      { account, creditFen: 1_000_000 },
    ];
    const { adjustmentId } = await s.first.proposeAdjustment.run(finance, { lines, reason: '补偿' });
    proposals.push(adjustmentId);
  }
  await s.first.decideAdjustment.run(secondPerson, proposals[0]!, { state: 'approved', reason: null });
  const payoutIds: string[] = [];
  for (const party of ['brand:br-1', 'promoter:pr-1']) {
    const { payoutId } = await s.first.payOut.run(finance, { party, amountFen: 900 }, `before ${party}`);
    payoutIds.push(payoutId);
  }
  return { payoutIds, proposedId: proposals[1]! };
}

/** Everything that must come out alike, whoever died on the way; ids are drawn and left out. */
async function everything() {
  const read = (sql: string) => s.database.read(sql);
  return {
    balances: await s.balances(),
    statements: await s.statements(),
    states: await s.states(),
    adjustments: await read('SELECT state, amount_fen, decided_by_person FROM adjustment ORDER BY adjustment_id'),
    batches: await read('SELECT state, parties, paid, gross_fen, tax_fen FROM payout_batch ORDER BY batch_id'),
    verdicts: await read('SELECT party_kind, party_id, gross_fen, problem FROM payout_verdict ORDER BY verdict_no'),
    acts: await read('SELECT action, subject_kind FROM audit_entry ORDER BY entry_no'),
    seals: await read('SELECT day, postings FROM day_seal ORDER BY day'),
    events: await read('SELECT type, COUNT(*) AS n FROM outbox GROUP BY type ORDER BY type'),
  };
}

/** A bank's file: the first payout arrived, the second came back. */
const resultsFile = ([arrived, cameBack]: string[]) =>
  Buffer.from(
    [
      'payoutId,result,amountYuan,occurredAt,reference,reason',
      `${arrived},confirmed,9.00,${now},bank-1,`,
      `${cameBack},failed,9.00,${now},bank-2,账号不符`,
      'TOTAL,2,18.00,,,',
    ].join('\n'),
  );

/** A command that is given again and again, with the same key, by processes that die. */
interface Mortal {
  /** What it is about to die in. */
  name: string;
  /** So many deaths at least: else it died somewhere else. */
  deaths: number;
  /** Given in peace before. */
  before?: (on: Instance) => Promise<unknown>;
  /** @returns what is answered each time */
  command: (on: Instance, known: Awaited<ReturnType<typeof aDayInTheMiddle>>) => Promise<unknown>;
  /** How far it has come, of what goes on step by step: whoever made a step leaves every point of the next to be died at. */
  progress?: string;
}

const begin = (on: Instance) =>
  on.beginRun.run({ businessDate: nextDay, dryRun: false, caller: finance, begunAt: '2026-11-26T04:00:00.000Z' });
const beginBatch = (on: Instance) => on.beginBatch.run(finance, {}, 'key-2');
const result = (on: Instance, payoutId: string, more: { result: 'confirmed' | 'failed'; reason?: string }) =>
  on.recordResult.run(finance, payoutId, { ...noted, ...more }).then(({ payout }) => payout);

const commands: Mortal[] = [
  { name: 'the beginning of a run', deaths: 10, command: begin },
  {
    ...{
      name: 'a run under way',
      deaths: 40,
      before: begin,
      progress: 'SELECT phase, orders_done FROM settlement_run',
    },
    command: async on => {
      on.steps.orders = 1;
      await s.advance(on);
    },
  },
  { name: 'a payout', deaths: 12, command: on => on.payOut.run(finance, { party: 'promoter:pr-1' }, 'key-1') },
  {
    ...{ name: 'the news that a payout arrived', deaths: 7 },
    command: (on, { payoutIds }) => result(on, payoutIds[1]!, { result: 'confirmed' }),
  },
  {
    ...{ name: 'the news that a payout came back', deaths: 7 },
    command: (on, { payoutIds }) => result(on, payoutIds[1]!, { result: 'failed', reason: '账号不符' }),
  },
  {
    ...{ name: 'the import of results', deaths: 12 },
    command: async (on, { payoutIds }) => (await on.importResults.run(finance, resultsFile(payoutIds))).refused,
  },
  {
    ...{ name: 'the approval of an adjustment', deaths: 7 },
    command: (on, { proposedId }) =>
      on.decideAdjustment.run(secondPerson, proposedId, { state: 'approved', reason: null }),
  },
  { name: 'the beginning of a batch of payouts', deaths: 4, command: beginBatch },
  {
    ...{
      name: 'a batch of payouts under way',
      deaths: 40,
      before: beginBatch,
      progress: 'SELECT state, parties FROM payout_batch',
    },
    command: async on => {
      on.sizes.parties = 4;
      await on.advanceBatch();
    },
  },
];

describe('a process that dies at any statement, or right after a commit', () => {
  it.each(commands)('in $name', async ({ deaths: least, before, command, progress }) => {
    const begun = async () => {
      const known = await aDayInTheMiddle();
      await before?.(s.first);
      return known;
    };
    const afterwards = async () => {
      await s.first.advanceBatch();
      await s.settle(nextDay); // What was commanded is in this day's statements.
      return everything();
    };
    await command(s.anInstance(), await begun());
    const undisturbed = await afterwards();

    const known = await begun();
    let deaths = 0;
    let answer: unknown;
    let comeTo = '';
    for (let point = 1; ; point++) {
      const outcome = await command(s.anInstance(dyingAt(point)), known).then(
        answered => ({ answered }),
        (fault: Error) => fault,
      );
      if (!(outcome instanceof Error)) {
        answer = outcome.answered;
        break;
      }
      expect(outcome.message).toBe('the process died');
      deaths += 1;
      const now = progress ? JSON.stringify(await s.database.read(progress)) : comeTo;
      if (now !== comeTo) point = 0;
      comeTo = now;
    }
    expect(deaths).toBeGreaterThanOrEqual(least);
    expect(await command(s.anInstance(), known)).toEqual(answer);
    expect(await afterwards()).toEqual(undisturbed);
    expect(await s.faults()).toEqual([]);
  });
});
