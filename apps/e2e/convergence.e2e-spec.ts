import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { seeded, shuffled, withDuplicates } from '../../deploy/replay/order-of-sending';
import { Alliance } from './alliance';
import { books } from './books';
import { drawnCommands, give, knowPayees } from './convergence/commands';
import { factsOf } from './convergence/facts-of-history';
import { drawnHistory, type Drawn } from './convergence/random-history';
import { Round, type Fact, type ToldTouch } from './convergence/round';
import { linesIn, stateOf, sureFatesIn } from './convergence/state-of-round';
import { sureFates, sureReceipts } from './convergence/sure-facts';
import { Finance } from './five-days/finance';
import { checkChain, contentsOf, statementsOf } from './five-days/statements';

jest.setTimeout(600_000);

const ROUNDS = Number(process.env.CONVERGENCE_ROUNDS ?? 3);
const SEED = Number(process.env.CONVERGENCE_SEED ?? Math.floor(Math.random() * 2 ** 31));

/**
 * The law of convergence: the books are a function of the set of facts. Two systems hear the same random histories, one
 * in the order of their instants, the other shuffled and with repeats; codes and buyer keys apart, all must be equal.
 */
describe(`any order and any repetition of facts gives the same books (CONVERGENCE_SEED=${SEED})`, () => {
  let inOrder: SystemUnderTest;
  let mixed: SystemUnderTest;

  beforeAll(async () => {
    // One secret, since who is held out of the river follows from the buyer's key.
    const environment = { gateway: { BUYER_KEY_SECRET: randomBytes(32).toString('base64') } };
    inOrder = await SystemUnderTest.start({ environment });
    mixed = await SystemUnderTest.start({ environment });
  });
  afterAll(async () => {
    await inOrder?.stop();
    await mixed?.stop();
  });

  it(`holds for ${ROUNDS} random histories, and the books sum to zero after every step`, async () => {
    const random = seeded(SEED);
    const histories = fc.sample(drawnHistory, { seed: SEED, numRuns: ROUNDS });
    for (const [n, history] of histories.entries()) {
      const [one, other] = [new Round(n, new Alliance(inOrder)), new Round(n, new Alliance(mixed))];
      const [told, toldMixed] = await Promise.all([
        tell(one, history, facts => facts),
        tell(other, history, facts => withDuplicates(shuffled(facts, random), 0.3, random)),
      ]);
      const [before, after] = await Promise.all([one, other].map(round => stateOf(round, history.orders.length)));
      try {
        expect(after).toEqual(before);
      } catch (difference) {
        const names = (facts: Fact[]) =>
          facts.map(({ name, event }) => (event ? JSON.stringify(event()) : name)).join('\n');
        throw new Error(`history ${n}: ${String(difference)}\nin order:\n${names(told)}\nmixed:\n${names(toldMixed)}`);
      }
      // Histories in which nothing happens would converge as well.
      expect(sureFatesIn(before!)).toEqual(sureFates);
    }
  });

  it('holds between the commands of finance: the same lines, statements and balances', async () => {
    const history = fc.sample(drawnHistory, { seed: SEED + 1, numRuns: 1 })[0]!;
    const rounds = [inOrder, mixed].map(system => new Round(ROUNDS, new Alliance(system))) as [Round, Round];
    const random = seeded(SEED + 1);
    const days = ['2026-10-16', '2026-10-21', '2026-10-24'];
    // After which run each fact becomes known, in both systems alike: before the first one most often.
    const known = allFacts(history, rounds[0]).map(() => Math.max(0, Math.floor(random() * 5) - 1));
    const commands = days.map(day => drawnCommands(day, random));
    const answers = await Promise.all(
      rounds.map(async (round, n) => {
        const finance = new Finance(round.alliance);
        const answered: string[] = [];
        await round.cast();
        await knowPayees(round);
        const facts = allFacts(history, round);
        for (const [segment, day] of [...days, null].entries()) {
          const told = facts.filter((_, i) => known[i] === segment);
          await tellFacts(round, n === 0 ? told : withDuplicates(shuffled(told, random), 0.3, random));
          await round.alliance.quiet();
          if (day === null) break;
          await finance.settle(day);
          answered.push(...(await give(finance, round, commands[segment]!)));
        }
        // What was commanded after the last of them stands in statements too.
        await finance.settle('2026-10-25');
        await round.alliance.quiet();
        const payouts = (await finance.payouts()).map(
          ({ party, state, grossFen, taxFen }) => `${party} ${state} ${grossFen} - ${taxFen}`,
        );
        return { answered, payouts: payouts.sort() };
      }),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]!.payouts.length).toBeGreaterThan(2);
    const [before, after] = await Promise.all(rounds.map(round => stateOf(round, history.orders.length)));
    expect(after).toEqual(before);
    const [one, other] = await Promise.all(rounds.map(({ alliance }) => statementsOf(alliance)));
    expect(contentsOf(other!)).toEqual(contentsOf(one!));
    expect(one!.size).toBeGreaterThan(0);
  });

  it('leaves every line with its shares wherever runs make their cuts, but those that something came too late for', async () => {
    const history = fc.sample(drawnHistory, { seed: SEED + 2, numRuns: 1 })[0]!;
    const [quiet, cut] = [inOrder, mixed].map(system => new Round(ROUNDS + 1, new Alliance(system))) as [Round, Round];
    const random = seeded(SEED + 2);
    const finance = new Finance(cut.alliance);
    let begun: string | undefined;
    await Promise.all([quiet.cast(), cut.cast()]);
    await knowPayees(cut);
    await cut.alliance.quiet(); // Commands that name a party wait only some seconds until it is known.
    const facts = shuffled(allFacts(history, cut), random);
    const cuts = new Map([0.3, 0.6, 0.9].map((part, n) => [Math.floor(part * facts.length), `2026-10-${26 + n}`]));
    await Promise.all([
      tellFacts(quiet, allFacts(history, quiet)),
      tellFacts(cut, facts, async i => {
        const day = cuts.get(i);
        if (!day) return;
        if (begun) await finance.settle(begun); // Runs are serial: asked for again, that one is waited for.
        await finance.begin(day);
        begun = day;
        await give(finance, cut, drawnCommands(day, random));
      }),
    ]);
    await Promise.all([quiet.alliance.quiet(), cut.alliance.quiet()]);
    await finance.settle('2026-10-29');
    await cut.alliance.quiet();

    const [straight, settled] = await Promise.all([quiet, cut].map(round => linesIn(round, history.orders.length)));
    const inTime = settled!.filter(({ tooLate }) => tooLate === 0).map(({ line }) => line);
    const shares = (lines: typeof settled) =>
      lines!
        .filter(({ line }) => inTime.includes(line))
        .map(({ line, baseFen, outcome, promoterId, shares }) => ({ line, baseFen, outcome, promoterId, shares }));
    expect(shares(settled)).toEqual(shares(straight));
    expect(settled!.filter(({ line, state }) => line.includes('-sure-') && state !== 'settled')).toEqual([]);

    const statements = await statementsOf(cut.alliance);
    await checkChain(cut.alliance, statements);
    for (const [party, chain] of statements) {
      const names = chain.flatMap(({ lines }) =>
        lines.map(one => `${party} ${one.orderId}/${one.lineNo} ${one.share}`),
      );
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    }
  });
});

/** What is known of a history that is settled: also that what every history has was received. */
const allFacts = (history: Drawn, round: Round): Fact[] => [...factsOf(history, round), ...sureReceipts(round)];

/** Tells a history in some order; the books must sum to zero whenever one looks. @returns the facts as they were told */
async function tell(round: Round, history: Drawn, arrange: (facts: Fact[]) => Fact[]): Promise<Fact[]> {
  await round.cast();
  const facts = arrange(factsOf(history, round));
  await tellFacts(round, facts);
  await round.alliance.quiet();
  return facts;
}

/** @param before done before the fact of that number is told */
async function tellFacts(round: Round, facts: Fact[], before?: (i: number) => Promise<void>): Promise<void> {
  const { alliance } = round;
  let events: object[] = [];
  let touches: ToldTouch[] = [];
  const flush = async () => {
    const answers = [
      ...(touches.length > 0 ? [await alliance.touch(...touches)] : []),
      ...(events.length > 0 ? [await alliance.send(...events)] : []),
    ];
    for (const { refused } of answers) expect(refused).toEqual([]);
    [events, touches] = [[], []];
  };
  for (const [i, { picks = [], event, touch, tell }] of facts.entries()) {
    await before?.(i);
    // Now and then events go out together, now and then one by one.
    if (tell || picks.length > 0 || events.length + touches.length > (i % 5) + 1) await flush();
    for (const pick of picks) await round.pick(pick);
    if (event) events.push(event());
    if (touch) touches.push(touch());
    await tell?.(alliance);
    if (i % 6 === 0) await books(alliance);
  }
  await flush();
}
