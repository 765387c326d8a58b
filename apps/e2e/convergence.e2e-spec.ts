import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { seeded, shuffled, withDuplicates } from '../../deploy/replay/order-of-sending';
import { Alliance } from './alliance';
import { books } from './books';
import { cast, drawnHistory, factsOf, type Drawn, type Fact } from './random-history';

jest.setTimeout(600_000);

const ROUNDS = Number(process.env.CONVERGENCE_ROUNDS ?? 6);
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
      const round = `h${n}`;
      const [one, other] = [new Alliance(inOrder), new Alliance(mixed)];
      const told = await tell(one, round, history, facts => facts);
      const toldMixed = await tell(other, round, history, facts =>
        withDuplicates(shuffled(facts, random), 0.3, random),
      );
      const [before, after] = [await stateOf(one, round, history), await stateOf(other, round, history)];
      try {
        expect(after).toEqual(before);
      } catch (difference) {
        const names = (facts: Fact[]) => facts.map(fact => JSON.stringify(fact.event ?? fact.name)).join('\n');
        throw new Error(`history ${n}: ${String(difference)}\nin order:\n${names(told)}\nmixed:\n${names(toldMixed)}`);
      }
    }
  });
});

/** Tells a history in some order; the books must sum to zero whenever one looks. @returns the facts as they were told */
async function tell(
  alliance: Alliance,
  round: string,
  history: Drawn,
  arrange: (facts: Fact[]) => Fact[],
): Promise<Fact[]> {
  const codes = await cast(alliance, round);
  const facts = arrange(factsOf(history, round, codes));
  let events: object[] = [];
  const flush = async () => {
    if (events.length === 0) return;
    const { refused } = await alliance.send(...events);
    expect(refused).toEqual([]);
    events = [];
  };
  for (const [i, fact] of facts.entries()) {
    if (fact.event) events.push(fact.event);
    // Now and then events go out together, now and then one by one.
    if (fact.tell || events.length > (i % 5) + 1) await flush();
    await fact.tell?.(alliance);
    if (i % 4 === 0) await books(alliance);
  }
  await flush();
  await alliance.quiet();
  return facts;
}

/** Everything that the law compares, for one round: lines with their shares, balances, river and traffic. */
async function stateOf(alliance: Alliance, round: string, history: Drawn): Promise<object> {
  const orders: Record<string, unknown> = {};
  for (let n = 0; n < history.orders.length; n++) {
    const { body } = await alliance.calls.get<{ lines?: Array<Record<string, unknown>> }>(
      'operator',
      `/v1/orders/${round}-o-${n}`,
    );
    const explained = await alliance.get<{ complete: boolean; lines: Array<{ lineNo: number; river: unknown }> }>(
      `/v1/orders/${round}-o-${n}/explanation`,
    );
    expect(explained.complete).toBe(true);
    orders[n] = {
      lines: body.lines?.map(({ lineNo, baseFen, refundedFen, outcome, promoterId, state, shares }) => {
        const named = (shares as Array<{ amountFen: number }>).filter(share => share.amountFen !== 0);
        return { lineNo, baseFen, refundedFen, outcome, promoterId, state, shares: named };
      }),
      river: explained.lines.map(({ lineNo, river }) => ({ lineNo, river })),
    };
  }
  const balances = Object.entries(await books(alliance)).filter(([account]) => account.includes(`:${round}-`));
  const traffic: Record<string, unknown> = {};
  for (const party of [
    `brands/${round}-br-0`,
    `brands/${round}-br-1`,
    `promoters/${round}-pr-0`,
    `promoters/${round}-pr-1`,
    `promoters/${round}-pr-2`,
  ]) {
    traffic[party] = (
      await alliance.get<{ balance: number }>(`/v1/${party}/traffic?at=2026-10-05T00:00:00%2B08:00`)
    ).balance;
  }
  return { orders, balances: Object.fromEntries(balances), traffic };
}
