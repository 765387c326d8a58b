import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { seeded, shuffled, withDuplicates } from '../../deploy/replay/order-of-sending';
import { Alliance } from './alliance';
import { books } from './books';
import { factsOf } from './convergence/facts-of-history';
import { drawnHistory, type Drawn } from './convergence/random-history';
import { Round, type Fact, type ToldTouch } from './convergence/round';
import { stateOf, sureFatesIn } from './convergence/state-of-round';
import { sureFates } from './convergence/sure-facts';

jest.setTimeout(600_000);

const ROUNDS = Number(process.env.CONVERGENCE_ROUNDS ?? 5);
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
});

/** Tells a history in some order; the books must sum to zero whenever one looks. @returns the facts as they were told */
async function tell(round: Round, history: Drawn, arrange: (facts: Fact[]) => Fact[]): Promise<Fact[]> {
  const { alliance } = round;
  await round.cast();
  const facts = arrange(factsOf(history, round));
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
    // Now and then events go out together, now and then one by one.
    if (tell || picks.length > 0 || events.length + touches.length > (i % 5) + 1) await flush();
    for (const pick of picks) await round.pick(pick);
    if (event) events.push(event());
    if (touch) touches.push(touch());
    await tell?.(alliance);
    if (i % 6 === 0) await books(alliance);
  }
  await flush();
  await alliance.quiet();
  return facts;
}
