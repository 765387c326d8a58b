import * as fc from 'fast-check';
import { endOfBusinessDay } from '@chuanliu/contracts/instants';
import { aLine, anySteps, aSplit, type Split } from '../../test/a-sale';
import { aSettlement } from '../../test/a-settlement';
import {
  commandsByRun,
  drawnCommand,
  GivenCommands,
  movedByCommands,
  paidCompanies,
  paidParties,
  sureCommands,
} from '../../test/drawn-commands';
import { knowPayees } from '../../test/finance-commands';
import type { Receipt } from '../storage/order-life';

jest.setTimeout(300_000);

let s: Awaited<ReturnType<typeof aSettlement>>;
beforeAll(async () => {
  s = await aSettlement();
  s.first.steps.orders = 1;
  await knowPayees(s.database, paidParties, paidCompanies);
});
afterAll(() => s.close());

/** What the ledger is told; commands are given between. */
type Fact =
  | { told: 'split'; split: Split }
  | { told: 'receipt'; receipt: Receipt }
  | { told: 'score'; brandId: string; effectiveFrom: string; shopScore: number };

const orderIds = ['o-1', 'o-2'];
const days = ['2026-11-09', '2026-11-18', '2026-11-26', '2026-12-04'] as const;
const instant = (day: number) => new Date(Date.UTC(2026, 10, day, 6)).toISOString();

const splitsOfLine = (orderId: string, lineNo: number): fc.Arbitrary<Fact[]> =>
  fc
    .array(
      fc.record({
        steps: anySteps,
        basis: fc.constantFrom('b-1', 'b-1', 'b-1', 'b-2'),
        brandId: fc.constantFrom('br-1', 'br-1', 'br-1', 'br-2'),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map(revisions =>
      revisions.map(({ steps, basis, brandId }, i) => ({
        told: 'split' as const,
        split: aSplit({
          orderId,
          brandId,
          lines: [aLine({ lineNo, revision: i + 1, decisionRevision: i + 1, basis, techFeeBps: 500, steps })],
        }),
      })),
    );

const receiptsOf = (orderId: string): fc.Arbitrary<Fact[]> =>
  fc.array(fc.option(fc.integer({ min: 1, max: 6 }), { freq: 6 }), { minLength: 1, maxLength: 2 }).map(receivedOn =>
    receivedOn.map((day, i) => ({
      told: 'receipt' as const,
      receipt: {
        channelId: 'shop-1',
        orderId,
        receivedAt: day === null ? null : instant(day),
        receiptRevision: i + 1,
      },
    })),
  );

const scores: fc.Arbitrary<Fact[]> = fc
  .uniqueArray(
    fc.record({
      brandId: fc.constantFrom('br-1', 'br-2'),
      day: fc.integer({ min: 1, max: 6 }),
      score: fc.constantFrom(470, 410, 300),
    }),
    { selector: ({ brandId, day }) => `${brandId} ${day}`, maxLength: 3 },
  )
  .map(versions =>
    versions.map(({ brandId, day, score }) => ({
      told: 'score' as const,
      brandId,
      effectiveFrom: instant(day),
      shopScore: score,
    })),
  );

const facts: fc.Arbitrary<Fact[]> = fc
  .tuple(
    ...orderIds.flatMap(orderId => [splitsOfLine(orderId, 1), splitsOfLine(orderId, 2), receiptsOf(orderId)]),
    scores,
  )
  .map(parts => parts.flat());

/** Tells facts in their order, neighbours of a kind in one slice, as messages come. */
async function tell(told: readonly Fact[]): Promise<void> {
  for (let start = 0; start < told.length;) {
    const kind = told[start]!.told;
    let end = start;
    while (end < told.length && told[end]!.told === kind) end += 1;
    const slice = told.slice(start, end);
    if (kind === 'split') await s.divide(...slice.flatMap(fact => (fact.told === kind ? [fact.split] : [])));
    else if (kind === 'receipt')
      await s.receiveAll(...slice.flatMap(fact => (fact.told === kind ? [fact.receipt] : [])));
    else await s.brand(...slice.flatMap(fact => (fact.told === kind ? [fact] : [])));
    start = end;
  }
}

/** Newcomers are known from the start: what a run gives them is decided at its cut. */
async function fromNothing(): Promise<void> {
  await s.empty();
  await s.policy('newcomer', '2020-01-01T00:00:00.000Z', {
    joinedFrom: '2026-01-01',
    joinedTo: '2026-12-31',
    quotaFen: 9_000,
  });
  await s.brand({ brandId: 'br-1', effectiveFrom: '2020-01-01T00:00:00.000Z', joinedAt: '2026-05-01T00:00:00.000Z' });
}

async function hold(orderId: string, isHeld: boolean): Promise<void> {
  await s.hold(orderId, 1, isHeld).catch((refusal: { type?: string }) => {
    if (!['settlement/no-such-line', 'settlement/line-is-settled'].includes(refusal.type ?? '')) throw refusal;
  });
}

/** Sums and lines of every statement; of movements only their sums, since their number is nobody's concern. */
async function statements() {
  const shown = await s.statements();
  return Object.fromEntries(Object.entries(shown).map(([name, { movements: _, ...statement }]) => [name, statement]));
}

/** What the ledger holds of each line for each party and share, wherever it lies. */
async function sharesByLine(): Promise<Map<string, Record<string, number>>> {
  const rows = await s.database.read<{ line: string; whose: string; fen: number }>(
    `SELECT CONCAT(p.order_id, '/', p.line_no) AS line, CAST(SUM(e.amount_fen) AS SIGNED) AS fen,
       CONCAT(REPLACE(a.name, ':available', ':pending'), ' ', COALESCE(e.share, '')) AS whose
     FROM posting p JOIN posting_entry e ON e.posting_id = p.posting_id JOIN account a ON a.account_id = e.account_id
     WHERE p.cause IN ('paid', 'refund') GROUP BY line, whose HAVING fen <> 0 ORDER BY line, whose`,
  );
  const shares = new Map<string, Record<string, number>>();
  for (const { line, whose, fen } of rows) shares.set(line, { ...shares.get(line), [whose]: fen });
  return shares;
}

describe('whatever becomes known when', () => {
  it('facts in another order between the same commands make the same statements and balances', async () => {
    const history = facts.chain(all =>
      fc.record({
        /** After which command each fact becomes known: 0 before the first. */
        segments: fc.array(fc.integer({ min: 0, max: days.length }), { minLength: all.length, maxLength: all.length }),
        all: fc.constant(all),
        /** What else finance commands after each run. */
        commands: fc.array(fc.array(drawnCommand, { minLength: 2, maxLength: 5 }), {
          minLength: days.length,
          maxLength: days.length,
        }),
        holds: fc.array(fc.constantFrom('', ...orderIds), { minLength: days.length, maxLength: days.length }),
        ranks: fc.array(fc.integer(), { minLength: 2 * all.length, maxLength: 2 * all.length }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(history, async ({ segments, all, holds, commands, ranks }) => {
        const replay = async (arranged: (told: Fact[]) => Fact[]) => {
          await fromNothing();
          const given = new GivenCommands(s);
          for (let segment = 0; segment <= days.length; segment++) {
            await tell(arranged(all.filter((_, i) => segments[i] === segment)));
            await s.derive();
            const day = days[segment];
            if (day === undefined) break;
            if (holds[segment] !== '') await hold(holds[segment]!, true);
            await s.settle(day);
            if (holds[segment] !== '') await hold(holds[segment]!, false);
            s.clock.set(endOfBusinessDay(day));
            for (const command of [...(segment === 0 ? sureCommands : []), ...commands[segment]!])
              await given.give(command);
            expect(await s.faults()).toEqual([]);
          }
          expect(await movedByCommands(s.database)).toEqual(given.moved);
          const { held, logged } = await commandsByRun(s.database);
          expect(held).toEqual(logged);
          const [lines, balances] = [await s.states(), await s.balances()];
          return { statements: await statements(), balances, lines, answers: given.answers };
        };
        const straight = await replay(told => told);
        let next = 0;
        const shuffled = await replay(told =>
          [...told, ...told]
            .map(fact => ({ fact, rank: ranks[next++]! }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ fact }) => fact),
        );
        expect(shuffled).toEqual(straight);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('cuts anywhere settle every line at most once, and leave each that nothing came too late for with its shares', async () => {
    const history = facts.chain(all =>
      fc.record({
        told: fc.shuffledSubarray([...all, ...all.slice(0, 3)], { minLength: all.length + 3 }),
        /** What happens before each fact: nothing, a step of the run, a new run, a hold or its lifting, another command. */
        between: fc.array(
          fc.oneof(fc.constantFrom('', '', 'step', 'step', 'begin', 'hold', 'lift'), {
            arbitrary: drawnCommand,
            weight: 1,
          }),
          { minLength: all.length + 3, maxLength: all.length + 3 },
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(history, async ({ told, between }) => {
        await fromNothing();
        await tell(told);
        const withoutCommands = await sharesByLine();

        await fromNothing();
        s.clock.set(endOfBusinessDay(days[0]));
        const given = new GivenCommands(s);
        for (const command of sureCommands) await given.give(command);
        const left: string[] = [...days];
        const endAndBegin = async () => {
          await s.advance();
          await s.derive();
          const day = left.shift();
          if (day !== undefined) await s.begin(day);
        };
        for (const [i, fact] of told.entries()) {
          if (between[i] === 'begin') await endAndBegin();
          if (between[i] === 'step') await s.first.runs.step();
          if (between[i] === 'hold' || between[i] === 'lift') await hold(orderIds[i % 2]!, between[i] === 'hold');
          const command = between[i]!;
          if (typeof command === 'object') await given.give(command);
          await tell([fact]);
        }
        for (const orderId of orderIds) await hold(orderId, false);
        while (left.length > 0) await endAndBegin();
        await s.advance();

        expect(await s.faults()).toEqual([]);
        const rejected = await s.database.read<{ line: string }>(
          `SELECT CONCAT(order_id, '/', line_no) AS line FROM too_late`,
        );
        const after = await sharesByLine();
        for (const { line } of rejected) {
          after.delete(line);
          withoutCommands.delete(line);
        }
        expect(after).toEqual(withoutCommands);
        expect(await movedByCommands(s.database)).toEqual(given.moved);
        const { held, logged } = await commandsByRun(s.database);
        expect(held).toEqual(logged);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});
