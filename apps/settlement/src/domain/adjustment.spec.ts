import { hash } from 'node:crypto';
import type { AdjustmentState } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { fen, LARGEST_FEN } from '@chuanliu/money/fen';
import { amountFor, checkedLines, digestOfLines, isStillToDecide } from './adjustment';

const bank = 'asset:bank:platform';
const escrow = 'asset:escrow:wechat';

describe('the lines of an adjustment', () => {
  it('are debits and credits that come to nothing', () => {
    const lines = [
      { account: bank, debitFen: 700 },
      { account: 'expense:payment-fee', debitFen: 300 },
      { account: escrow, creditFen: 1_000 },
    ];
    expect(checkedLines(lines).map(line => line.amountFen)).toEqual([700, 300, -1_000]);
  });

  it('give a party what its available is credited more than debited, and no other account’s', () => {
    const own = { account: 'liability:promoter:pr-1:available', amountFen: fen(-700) };
    const others = { account: 'liability:promoter:pr-1:west:available', amountFen: fen(-70) };
    const back = { ...own, amountFen: fen(200) };
    expect(amountFor({ kind: 'promoter', id: 'pr-1' }, [own, others, back])).toBe(500);
    expect(amountFor({ kind: 'brand', id: 'pr-1' }, [own, others, back])).toBe(0);
  });

  it('have a digest of their own, by account, amount and order', () => {
    const [one, two] = [
      { account: bank, amountFen: fen(700) },
      { account: escrow, amountFen: fen(-700) },
    ] as const;
    const digests = [[one, two], [two, one], [one], [{ ...one, amountFen: fen(-700) }, two]].map(digestOfLines);
    expect(new Set(digests).size).toBe(4);
    expect(digests[0]).toBe(hash('sha256', 'asset:bank:platform 700\nasset:escrow:wechat -700\n'));
  });

  it.each([
    ['do not balance', [{ account: bank, debitFen: 700 }], 'settlement/adjustment-not-balanced'],
    [
      'move what is pending',
      [
        { account: 'liability:brand:b:pending', debitFen: 7 },
        { account: bank, creditFen: 7 },
      ],
      'settlement/pending-by-hand',
    ],
    [
      'differ by one fen',
      [
        { account: bank, debitFen: 701 },
        { account: escrow, creditFen: 700 },
      ],
      'settlement/adjustment-not-balanced',
    ],
    ['have both sides', [{ account: bank, debitFen: 700, creditFen: 700 }], 'settlement/line-not-of-one-side'],
    ['have no side', [{ account: bank }], 'settlement/line-not-of-one-side'],
    [
      'name an account that there is not',
      [
        { account: 'asset:bank:mine', debitFen: 700 },
        { account: escrow, creditFen: 700 },
      ],
      'settlement/unknown-account',
    ],
  ])('are refused when they %s', (_, lines, type) => {
    expect(() => checkedLines(lines)).toThrow(expect.objectContaining({ type, kind: 'invalid' }));
  });

  it('say how far debits and credits are apart', () => {
    const lines = [
      { account: bank, debitFen: 701 },
      { account: escrow, creditFen: 700 },
    ];
    expect(() => checkedLines(lines)).toThrow(expect.objectContaining({ facts: { debitFen: 701, creditFen: 700 } }));
  });
});

describe('an adjustment moves', () => {
  const moving = (...amounts: number[]) => [
    ...amounts.map(debitFen => ({ account: bank, debitFen })),
    ...amounts.map(creditFen => ({ account: escrow, creditFen })),
  ];

  it('as much as the largest amount', () =>
    expect(checkedLines(moving(LARGEST_FEN - 7, 7)).map(line => line.amountFen)).toEqual([
      ...[9_999_999_999_993, 7],
      ...[-9_999_999_999_993, -7],
    ]));

  it('not a fen more, whatever its lines', () =>
    expect(() => checkedLines(moving(LARGEST_FEN, 1))).toThrow(
      expect.objectContaining({
        type: 'settlement/adjustment-too-large',
        facts: expect.objectContaining({ amountFen: 10_000_000_000_001, largestFen: 10_000_000_000_000 }),
      }),
    ));
});

describe('an adjustment is decided', () => {
  const zhang = { clientId: 'f-1', personId: 'zhang' };
  const zhangsOther = { clientId: 'f-2', personId: 'zhang' };
  const li = { clientId: 'f-3', personId: 'li' };
  const wang = { clientId: 'f-4', personId: 'wang' };
  const proposed = (state: AdjustmentState = 'proposed') => ({
    adjustmentId: 'adj-1',
    state,
    proposedBy: zhang,
    decidedBy: state === 'proposed' ? null : li,
  });

  it('by a second person', () => expect(isStillToDecide(proposed(), 'approved', li)).toBe(true));

  it.each([
    ['the same client', zhang],
    ['another client of the same person', zhangsOther],
  ])('never to its favour by %s', (_, by) => {
    for (const state of ['proposed', 'approved', 'rejected'] as const)
      expect(() => isStillToDecide(proposed(state), 'approved', by)).toThrow(
        expect.objectContaining({ type: 'settlement/second-person-required', kind: 'forbidden' }),
      );
  });

  it('once: the same person saying the same again changes nothing', () => {
    expect(isStillToDecide(proposed('approved'), 'approved', li)).toBe(false);
    expect(isStillToDecide(proposed('rejected'), 'rejected', li)).toBe(false);
  });

  it.each([
    ['approved', 'approved', wang],
    ['approved', 'rejected', li],
    ['approved', 'rejected', zhang],
    ['rejected', 'approved', li],
    ['rejected', 'rejected', wang],
  ] as const)('and an %s one is not %s by another', (state, decision, by) => {
    expect(() => isStillToDecide(proposed(state), decision, by)).toThrow(
      expect.objectContaining({ type: 'settlement/adjustment-is-decided', kind: 'conflict' }),
    );
  });

  it('by its own proposer when it is taken back', () =>
    expect(isStillToDecide(proposed(), 'rejected', zhangsOther)).toBe(true));
});
