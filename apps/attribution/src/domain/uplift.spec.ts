import { student975 } from './student-t';
import { EMPTY_GROUP, isTooSmall, upliftOf, withMember, type Group } from './uplift';

/** A stream of numbers in [0, 1) that a seed fixes (mulberry32). */
function drawsFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Members as shops know them: most buy nothing, who buys spends skewed amounts of 30 yuan and more. */
function drawnGroup(draw: () => number, members: number, partWhoBuy: number): Group {
  let group = EMPTY_GROUP;
  for (let i = 0; i < members; i++) {
    const spentFen = draw() < partWhoBuy ? Math.round(3_000 - 8_000 * Math.log(1 - draw())) : 0;
    group = withMember(group, BigInt(spentFen));
  }
  return group;
}

const groupOf = (...netBasesFen: number[]): Group =>
  netBasesFen.reduce((group, each) => withMember(group, BigInt(each)), EMPTY_GROUP);

describe("Student's t at 0.975", () => {
  it.each([
    [30, 2.042272456301, 6],
    [99, 1.984216951512, 9],
    [1_000, 1.962339080826, 9],
    [Infinity, 1.95996398454, 9],
  ])('with %d degrees of freedom is as tabled', (degrees, quantile, decimals) => {
    expect(student975(degrees)).toBeCloseTo(quantile, decimals);
  });

  it('refuses so few degrees of freedom that the expansion would mislead', () => {
    expect(() => student975(29)).toThrow(RangeError);
    expect(() => student975(NaN)).toThrow(RangeError);
  });
});

describe('uplift', () => {
  // 100 members who spent 0, 100, 200, …; and 100 who spent half of each.
  const hundred = Array.from({ length: 100 }, (_, i) => i * 100);
  const twice = groupOf(...hundred);
  const once = groupOf(...hundred.map(each => each / 2));

  it('has the interval of a difference that Welch’s test gives', () => {
    // mean 4950 and 2475; s² = 8416666.67 and 2104166.67; se = √105208.33 = 324.358; 145.59 degrees of freedom, t = 1.97643
    const { difference } = upliftOf(twice, once);
    expect(difference.value).toBeCloseTo(2_475, 9);
    expect(difference.low).toBeCloseTo(2_475 - 641.07, 1);
    expect(difference.high).toBeCloseTo(2_475 + 641.07, 1);
  });

  it('holds those ratios for which the test finds no difference, and no others', () => {
    const { relative } = upliftOf(twice, once);
    expect(relative!.value).toBeCloseTo(1, 12);
    for (const [edge, inside] of [
      [relative!.low, 0.001],
      [relative!.high, -0.001],
    ] as const) {
      // t of mean₁ − ρ·mean₂ at 198 degrees of freedom: variances of ρ-fold spending are alike here.
      const t = (ratio: number) => Math.abs(4_950 - ratio * 2_475) / Math.sqrt(84_166.6667 + ratio ** 2 * 21_041.6667);
      expect(t(1 + edge)).toBeCloseTo(student975(198), 4);
      expect(t(1 + edge + inside)).toBeLessThan(student975(198));
      expect(t(1 + edge - inside)).toBeGreaterThan(student975(198));
    }
  });

  it('tells no ratio to a mean that does not differ from nothing', () => {
    const oneBuyer = groupOf(1_000, ...Array<number>(99).fill(0));
    expect(upliftOf(twice, oneBuyer).relative).toBeNull();
    const nobody = groupOf(...Array<number>(100).fill(0));
    expect(upliftOf(twice, nobody)).toMatchObject({ difference: { value: 4_950 }, relative: null });
    expect(upliftOf(nobody, nobody)).toEqual({ difference: { value: 0, low: 0, high: 0 }, relative: null });
  });

  it('keeps a small variance beside large amounts: sums are exact', () => {
    const large = 9_999_999_999_000;
    const steady = groupOf(...hundred.map((_, i) => large + (i % 2)));
    const { difference } = upliftOf(steady, steady);
    expect(difference.high).toBeCloseTo(student975(198) * Math.sqrt((2 * 0.25) / 99), 6);
  });

  it('wants a hundred members in each group', () => {
    expect(isTooSmall(groupOf(...hundred.slice(1)))).toBe(true);
    expect(isTooSmall(twice)).toBe(false);
  });
});

describe('on generated members', () => {
  const SEEDS = Array.from({ length: 100 }, (_, seed) => seed + 1);
  const estimates = (partWhoBuy: number) =>
    SEEDS.map(seed => {
      const draw = drawsFrom(seed);
      return upliftOf(drawnGroup(draw, 9_000, partWhoBuy), drawnGroup(draw, 1_000, 0.12));
    });

  it('finds a known effect inside its interval for at least 90 of 100 seeds, and mostly claims one', () => {
    // 15 of 100 buy where 12 of 100 would have: +25 %, and 3 of 100 times a mean of 11000 fen.
    const found = estimates(0.15);
    const covers = found.filter(({ relative }) => relative!.low <= 0.25 && 0.25 <= relative!.high);
    const inFen = found.filter(({ difference }) => difference.low <= 330 && 330 <= difference.high);
    expect(covers.length).toBeGreaterThanOrEqual(90);
    expect(inFen.length).toBeGreaterThanOrEqual(90);
    // An interval that is always wide would cover anything.
    expect(found.filter(({ relative }) => relative!.low > 0).length).toBeGreaterThanOrEqual(50);
  });

  it('claims no effect where there is none, for at least 90 of 100 seeds', () => {
    const silent = estimates(0.12).filter(
      ({ relative, difference }) =>
        relative!.low <= 0 && 0 <= relative!.high && difference.low <= 0 && 0 <= difference.high,
    );
    expect(silent.length).toBeGreaterThanOrEqual(90);
  });
});
