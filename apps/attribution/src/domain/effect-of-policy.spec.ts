import { fen } from '@chuanliu/money/fen';
import type { Share } from '@chuanliu/split-rules/split-commission';
import { changeBetween, changingHands, movesOf, type Division } from './effect-of-policy';
import type { Decision } from './sale';

const share = (name: Share['share'], partyId: string | null, amount: number): Share => ({
  share: name,
  partyId,
  amountFen: fen(amount),
});

const division = (decision: Partial<Decision>, shares: Share[] | null = []): Division => ({
  decision: { outcome: 'organic', promoterId: null, pickId: null, candidates: [], assistantIds: [], ...decision },
  shares,
});

const wonBy = (promoterId: string, parts: Partial<Decision> = {}, shares: Share[] | null = []) =>
  division({ outcome: 'distribution', promoterId, pickId: `pick-of-${promoterId}`, ...parts }, shares);

describe('the effect of a policy on a line', () => {
  it.each([
    [null, wonBy('pr-1'), wonBy('pr-1')],
    [null, division({ outcome: 'void' }), division({ outcome: 'void' })],
    ['organic-to-distribution', division({}), wonBy('pr-1')],
    ['distribution-to-self-broadcast', wonBy('pr-1'), division({ outcome: 'self-broadcast' })],
    ['promoter-to-promoter', wonBy('pr-1'), wonBy('pr-2')],
    ['same-promoter-other-pick', wonBy('pr-1'), wonBy('pr-1', { pickId: 'other' })],
    ['assists-only', wonBy('pr-1'), wonBy('pr-1', { assistantIds: ['pr-2'] })],
    [
      'assists-only',
      wonBy('pr-1', {}, [share('promoter', 'pr-1', 3)]),
      wonBy('pr-1', {}, [share('assist', 'pr-2', 3)]),
    ],
  ])('is %s', (change, before, after) => {
    expect(changeBetween(before, after)).toBe(change);
  });

  it('adds up what one party has by several shares, and names nobody whose amount stays', () => {
    const before = [share('promoter', 'pr-1', 500), share('tech-fee', null, 50), share('brand', 'br-1', 450)];
    const after = [
      share('promoter', 'pr-2', 480),
      share('assist', 'pr-1', 20),
      share('tech-fee', null, 40),
      share('promotion-fee', null, 10),
      share('brand', 'br-1', 450),
    ];
    const moves = movesOf(wonBy('pr-1', {}, before), wonBy('pr-2', {}, after));
    expect(moves).toEqual([
      { party: { kind: 'promoter', id: 'pr-1' }, movedFen: -480 },
      { party: { kind: 'promoter', id: 'pr-2' }, movedFen: 480 },
    ]);
    expect(changingHands(moves)).toBe(480);
  });

  it('has no amounts where terms are not known', () => {
    const moves = movesOf(wonBy('pr-1', {}, null), wonBy('pr-2', {}, [share('promoter', 'pr-2', 10)]));
    expect({ moves, hands: changingHands(moves) }).toEqual({ moves: [], hands: 0 });
  });
});
