import { statementSums } from './statement';

describe('a statement', () => {
  it('closes with its opening and everything that moved, payouts told as what was paid out', () => {
    const movements = {
      adjustment: -630,
      rebate: 816,
      bonus: 100,
      manual: -50,
      payout: -2_000,
      'failed-payout': 2_000,
    };
    expect(statementSums(1_000, 2_571, movements)).toEqual({
      openingFen: 1_000,
      linesFen: 2_571,
      adjustmentsFen: -630,
      rebatesFen: 816,
      bonusesFen: 100,
      manualFen: -50,
      payoutsFen: 2_000,
      failedPayoutsFen: 2_000,
      closingFen: 3_807,
    });
  });

  it('of a party that owes closes below zero', () => {
    expect(statementSums(100, 0, { adjustment: -2_571 })).toMatchObject({ payoutsFen: 0, closingFen: -2_471 });
  });
});
