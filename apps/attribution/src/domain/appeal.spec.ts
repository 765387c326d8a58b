import { fen } from '@chuanliu/money/fen';
import { dueAt, filingEndsAt, mayAppeal, stateAt, type Appellant } from './appeal';
import type { Pick } from './knowledge';
import type { Decision, Sale } from './sale';

const sale: Sale = {
  channelId: 'ch-1',
  orderId: 'o-1',
  lineNo: 1,
  brandId: 'br-1',
  buyerKey: null,
  orderedAt: '2026-11-06T12:00:00.000Z',
  paidAt: '2026-11-06T12:00:03.000Z',
  productId: 'p-1',
  paidFen: fen(100),
  platformSubsidyFen: fen(0),
  surface: 'link',
  accountId: null,
  promotionCode: null,
};
const decision: Decision = {
  outcome: 'distribution',
  promoterId: 'winner',
  pickId: 'pk-1',
  candidates: [
    { rule: 'carried-code', promoterId: 'refused', promotionCode: 'pc-2', verdict: 'refused', reason: 'code-ended' },
    { rule: 'last-click', promoterId: 'winner', verdict: 'won' },
  ],
  assistantIds: ['helper'],
};
const held = (from: string, to: string | null) => ({ from, to }) as Pick;

describe('an appeal', () => {
  it.each<[string, Appellant['kind'], string, boolean]>([
    ['the winner', 'promoter', 'winner', true],
    ['whoever helped', 'promoter', 'helper', true],
    ['whoever was examined', 'promoter', 'refused', true],
    ['another promoter', 'promoter', 'other', false],
    ['the brand', 'brand', 'br-1', true],
    ['another brand', 'brand', 'br-2', false],
    ['a promoter of the brand’s name', 'promoter', 'br-1', false],
    ['a brand of the winner’s name', 'brand', 'winner', false],
  ])('may be filed by %s: %s %s %s', (_, kind, id, may) => {
    expect(mayAppeal({ kind, id }, sale, decision, [])).toBe(may);
  });

  it.each<[string, Pick, boolean]>([
    ['since the very instant of the order', held(sale.orderedAt, null), true],
    ['since a millisecond later', held('2026-11-06T12:00:00.001Z', null), false],
    ['until the very instant of the order', held('2026-01-01T00:00:00.000Z', sale.orderedAt), false],
    ['until a millisecond later', held('2026-01-01T00:00:00.000Z', '2026-11-06T12:00:00.001Z'), true],
  ])('may be filed by who was promoting the product %s: %#', (_, pick, may) => {
    expect(mayAppeal({ kind: 'promoter', id: 'other' }, sale, decision, [pick])).toBe(may);
    expect(mayAppeal({ kind: 'brand', id: 'other' }, sale, decision, [pick])).toBe(false);
  });

  it('may be filed for whole days after the payment, and is due whole days after its filing', () => {
    const times = { filingDays: 30, resolutionDays: 7 };
    expect(filingEndsAt(sale, times)).toBe('2026-12-06T12:00:03.000Z');
    expect(dueAt('2026-11-08T00:00:00.000Z', times)).toBe('2026-11-15T00:00:00.000Z');
  });

  it('is overdue from its due instant on, unless it has ended', () => {
    const due = '2026-11-15T00:00:00.000Z';
    expect(stateAt({ state: 'open', dueAt: due }, '2026-11-14T23:59:59.999Z')).toBe('open');
    expect(stateAt({ state: 'open', dueAt: due }, due)).toBe('overdue');
    for (const state of ['upheld', 'refused', 'withdrawn'] as const)
      expect(stateAt({ state, dueAt: due }, '2027-01-01T00:00:00.000Z')).toBe(state);
  });
});
