import * as fc from 'fast-check';
import { walletAt, type Spend, type WalletGrant } from './wallet';

/** Days after the first, as instants. */
const day = (n: number) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString();

const grant = (
  id: string,
  paid: number,
  ...sizes: Array<number | [day: number, impressions: number]>
): WalletGrant => ({
  id,
  paidAt: day(paid),
  expiresAt: day(paid + 30),
  sizes: sizes.map(size =>
    typeof size === 'number' ? { from: day(paid), impressions: size } : { from: day(size[0]), impressions: size[1] },
  ),
});
const spend = (on: number, impressions: number): Spend => ({ spentAt: day(on), impressions });
const leftOf = (grants: WalletGrant[], spends: Spend[], on: number) =>
  Object.fromEntries(walletAt(grants, spends, day(on)).grants.map(({ id, left }) => [id, left]));

describe('spending', () => {
  const two = [grant('b', 1, 50), grant('a', 0, 100)];

  it('takes from the oldest grant first', () => {
    expect(leftOf(two, [spend(2, 120)], 2)).toEqual({ a: 0, b: 30 });
    expect(leftOf(two, [spend(2, 99)], 2)).toEqual({ a: 1, b: 50 });
  });

  it('leaves alone what has expired and what is not there yet', () => {
    expect(leftOf(two, [spend(30, 50)], 30)).toEqual({ b: 0 });
    expect(leftOf(two, [spend(0, 60)], 0)).toEqual({ a: 40 });
  });

  it('counts from its own instant on', () => {
    expect(walletAt(two, [spend(2, 120)], day(1)).balance).toBe(150);
    expect(walletAt(two, [spend(2, 120)], day(2)).balance).toBe(30);
  });

  it('of the oldest grant keeps nothing from expiring that was not spent', () => {
    expect(walletAt(two, [spend(2, 20)], day(29)).balance).toBe(130);
    expect(walletAt(two, [spend(2, 20)], day(30)).balance).toBe(50);
  });
});

describe('a refund', () => {
  it('takes back what is unspent first', () => {
    expect(walletAt([grant('a', 0, 100, [5, 60])], [spend(2, 60)], day(5))).toMatchObject({ balance: 0, debt: 0 });
  });

  it('turns what was spent of the part taken back into a debt, which the next grants pay', () => {
    const refunded = [grant('a', 0, 100, [5, 30]), grant('b', 6, 25), grant('c', 7, 100)];
    const at = (on: number) => walletAt(refunded, [spend(2, 80)], day(on));
    expect(at(4)).toMatchObject({ balance: 20, debt: 0 });
    expect(at(5)).toMatchObject({ balance: -50, debt: 50 });
    expect(at(6)).toMatchObject({ balance: -25, debt: 25 });
    expect(at(7)).toMatchObject({ balance: 75, debt: 0 });
    expect(at(7).grants).toEqual([
      { id: 'a', impressions: 30, spent: 80, toDebt: 0, left: 0 },
      { id: 'b', impressions: 25, spent: 0, toDebt: 25, left: 0 },
      { id: 'c', impressions: 100, spent: 0, toDebt: 25, left: 75 },
    ]);
  });

  it('is paid for at once by later grants that are held already', () => {
    const grants = [grant('a', 0, 100, [5, 0]), grant('b', 1, 70)];
    expect(walletAt(grants, [spend(2, 100)], day(5))).toMatchObject({ balance: -30, debt: 30 });
  });

  it('of an expired grant that was spent is owed all the same', () => {
    expect(walletAt([grant('a', 0, 100, [40, 90])], [spend(2, 100)], day(40))).toMatchObject({
      balance: -10,
      debt: 10,
    });
    expect(walletAt([grant('a', 0, 100, [40, 90])], [spend(2, 90)], day(40))).toMatchObject({ balance: 0, debt: 0 });
  });

  it('of a grant that paid a debt brings the debt back', () => {
    const grants = [grant('a', 0, 50, [3, 0]), grant('b', 4, 60, [6, 20])];
    expect(walletAt(grants, [spend(2, 50)], day(5))).toMatchObject({ balance: 10, debt: 0 });
    expect(walletAt(grants, [spend(2, 50)], day(6))).toMatchObject({ balance: -30, debt: 30 });
  });

  it('twice makes no debt twice', () => {
    expect(walletAt([grant('a', 0, 100, [5, 40], [6, 10])], [spend(2, 60)], day(6)).debt).toBe(50);
  });

  it('is not paid for by a grant that expires at that very instant', () => {
    const grants = [grant('a', 0, 100), grant('b', 1, 100, [30, 0])];
    // The first spend uses up the older grant but for 1, the second all of the newer one once the older is gone.
    expect(walletAt(grants, [spend(2, 99), spend(3, 2)], day(30))).toMatchObject({ debt: 1 });
  });
});

describe('facts that become known after a spend', () => {
  it('let an older grant pay in place of a newer one', () => {
    const newer = grant('b', 1, 100);
    expect(leftOf([newer], [spend(2, 80)], 31 - 1)).toEqual({ b: 20 });
    expect(leftOf([newer, grant('a', 0, 100)], [spend(2, 80)], 30)).toEqual({ b: 100 });
  });

  it('leave what proves uncovered as a debt from the spend on', () => {
    // When it was given there were 100; a refund of the day before took 70 of them.
    const smaller = [grant('a', 0, 100, [1, 30]), grant('b', 9, 60)];
    expect(walletAt(smaller, [spend(2, 80)], day(2))).toMatchObject({ balance: -50, debt: 50 });
    expect(walletAt(smaller, [spend(2, 80)], day(9))).toMatchObject({ balance: 10, debt: 0 });
  });
});

describe('any wallet', () => {
  const anyGrant = fc
    .record({
      paid: fc.nat({ max: 50 }),
      sizes: fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 3 }).map(sizes => sizes.sort((a, b) => b - a)),
      gaps: fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 20 })),
    })
    .map(({ paid, sizes, gaps }) => (id: string) => {
      const [first, ...later] = sizes;
      const on = [paid + gaps[0], paid + gaps[0] + gaps[1]];
      return grant(id, paid, first!, ...later.map((size, i): [number, number] => [on[i]!, size]));
    });
  const grantsOf = fc.array(anyGrant, { maxLength: 6 }).map(makers => makers.map((make, i) => make(`g${i}`)));
  const spendsOf = fc
    .array(fc.tuple(fc.nat({ max: 70 }), fc.integer({ min: 1, max: 9 })), { maxLength: 6 })
    .map(list => list.sort(([a], [b]) => a - b).map(([on, impressions]) => spend(on, impressions)));

  it('is the same whatever the order in which its grants came to be known', () => {
    fc.assert(
      fc.property(grantsOf, spendsOf, fc.nat({ max: 90 }), fc.infiniteStream(fc.nat()), (grants, spends, on, ranks) => {
        const shuffled = grants
          .map(each => ({ each, rank: ranks.next().value as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ each }) => each);
        expect(walletAt(shuffled, spends, day(on))).toEqual(walletAt(grants, spends, day(on)));
      }),
    );
  });

  it('holds what counting it day by day, impression by impression, gives', () => {
    fc.assert(
      fc.property(grantsOf, spendsOf, fc.nat({ max: 90 }), (grants, spends, on) => {
        const { balance, debt } = walletAt(grants, spends, day(on));
        expect({ balance, debt }).toEqual(countedByHand(grants, spends, on));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never falls below zero by spending what it says is there', () => {
    fc.assert(
      fc.property(grantsOf, spendsOf, (grants, wishes) => {
        const accepted: Spend[] = [];
        for (const wish of wishes) {
          const { balance } = walletAt(grants, accepted, wish.spentAt);
          if (wish.impressions > balance) continue;
          accepted.push(wish);
          expect(walletAt(grants, accepted, wish.spentAt).balance).toBe(balance - wish.impressions);
        }
      }),
    );
  });
});

/** The rules again, slowly: every impression is a token with a life of its own. */
function countedByHand(grants: WalletGrant[], spends: Spend[], until: number): { balance: number; debt: number } {
  const tokens: Array<{ of: WalletGrant; used: boolean; gone: boolean }> = [];
  const sorted = [...grants].sort((a, b) => (a.paidAt + a.id < b.paidAt + b.id ? -1 : 1));
  let debt = 0;
  const oldestFree = (today: string) =>
    tokens.find(({ of, used, gone }) => !used && !gone && of.paidAt <= today && today < of.expiresAt);
  const payDebt = (today: string) => {
    for (let token = oldestFree(today); debt > 0 && token; token = oldestFree(today)) {
      token.used = true;
      debt -= 1;
    }
  };
  for (let n = 0; n <= until; n++) {
    const today = day(n);
    for (const each of sorted) {
      for (const { from, impressions } of each.sizes) {
        if (from !== today) continue;
        if (from === each.paidAt)
          for (let i = 0; i < impressions; i++) tokens.push({ of: each, used: false, gone: false });
        const standing = tokens.filter(({ of, gone }) => of === each && !gone);
        const taken = [...standing.filter(({ used }) => !used), ...standing.filter(({ used }) => used)];
        for (const token of taken.slice(0, standing.length - impressions)) {
          token.gone = true;
          if (token.used) debt += 1;
        }
      }
    }
    payDebt(today);
    for (const { impressions } of spends.filter(({ spentAt }) => spentAt === today)) {
      for (let i = 0; i < impressions; i++) {
        const token = oldestFree(today);
        if (token) token.used = true;
        else debt += 1;
      }
    }
  }
  return {
    balance: tokens.filter(({ of, used, gone }) => !used && !gone && day(until) < of.expiresAt).length - debt,
    debt,
  };
}
