import { newcomerRebate } from './newcomer-rebate';

describe('what a newcomer is given back of a line', () => {
  it.each([
    ['4 % of the base at the usual fee of 5 %, floored', 20_400, 20_400, 500, 816],
    ['of the part alone that the quota covers', 9_200, 20_400, 500, 368],
    ['of what is left, once less is left than that part', 9_200, 5_012, 500, 200],
    ['nothing of what was refunded whole', 20_400, 0, 500, 0],
    ['nothing at a fee of 1 %', 20_400, 20_400, 100, 0],
    ['nothing below it', 20_400, 20_400, 0, 0],
    ['at the highest fee 9 %', 101, 101, 1_000, 9],
  ])('is %s', (_, rebatedBaseFen, baseFen, techFeeBps, rebateFen) => {
    expect(newcomerRebate(rebatedBaseFen, baseFen, techFeeBps)).toBe(rebateFen);
  });
});
