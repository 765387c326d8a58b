import { anOrderOfTwoLines } from '../../test/order-parts';
import type { OrderParts } from '../read-order/order-parts';
import { asAPromoterSeesIt } from './as-a-promoter-sees-it';
import { explainOrder } from './explain-order';

const complete = (change: (parts: OrderParts) => void) => {
  const parts = anOrderOfTwoLines();
  change(parts);
  return explainOrder(parts).complete;
};

describe('an explanation', () => {
  it('tells the whole story of each line', () => {
    const { lines, ...order } = explainOrder(anOrderOfTwoLines());
    expect(order).toEqual({ channelId: 'shop-1', orderId: 'o-1', complete: true });
    expect(lines[0]).toMatchObject({
      lineNo: 1,
      outcome: 'distribution',
      rule: 'carried-code',
      promoterId: 'pr-1',
      terms: { commissionBps: 2_000 },
      baseFen: 10_000,
      state: 'estimated',
      statementIds: [],
      tooLate: [],
    });
    expect(lines[0]!.shares).toHaveLength(3);
    expect(lines[0]!.postings).toHaveLength(3);
  });

  it('has null and nothing where a service has not heard of the line yet', () => {
    const { lines, complete } = explainOrder({ ...anOrderOfTwoLines(), decisions: [], splits: [], postings: [] });
    expect(complete).toBe(false);
    expect(lines[0]).toMatchObject({
      outcome: null,
      revision: null,
      candidates: [],
      terms: null,
      shares: [],
      river: null,
    });
    expect(lines[0]).toMatchObject({ paidFen: 10_000, postings: [] });
  });

  it.each<[string, (parts: OrderParts) => void]>([
    ['attribution has not heard of the last event', parts => (parts.order.orderRevision = 2)],
    ['a decision has not been divided', parts => (parts.decisions[1]!.revision = 2)],
    ['a split has not been posted', parts => (parts.splits[0]!.revision = 2)],
    ['a line has no split', parts => parts.splits.pop()],
    ['a line has no postings', parts => parts.postings.pop()],
  ])('is not complete while %s', (_what, change) => {
    expect(complete(change)).toBe(false);
  });

  it('is not complete while a split lacks a refund that orders counts already', () => {
    expect(complete(parts => (parts.splits[0]!.baseFen += 1))).toBe(false);
  });

  it('is complete when a refund reached every service on the line that it changed', () => {
    const afterRefund = complete(parts => {
      parts.order.orderRevision = 2;
      parts.decisions[0]!.orderRevision = 2;
      parts.splits[0]!.orderRevision = 2;
      parts.postings[0]!.orderRevision = 2;
    });
    expect(afterRefund).toBe(true);
  });
});

describe('an explanation as a promoter sees it', () => {
  const seenBy = (promoterId: string) => asAPromoterSeesIt(explainOrder(anOrderOfTwoLines()), promoterId);
  const others = (text: string, own: string) =>
    ['pr-1', 'pr-2', 'pr-3', 'pr-11', 'br-1', 'ag-1', 'a-2', 'a-br-1', 'pc-1']
      .filter(name => name !== own)
      .filter(name => text.includes(`"${name}"`) || text.includes(`:${name}`));

  it('shows the winner what they won and earn', () => {
    const seen = seenBy('pr-1')!;
    expect(seen.lines).toHaveLength(1);
    expect(seen.lines[0]).toMatchObject({
      lineNo: 1,
      rule: 'carried-code',
      promoterId: 'pr-1',
      candidates: [{ promotionCode: 'pc-1', verdict: 'won' }],
      terms: { commissionBps: 2_000, agencyId: null },
      baseFen: 10_000,
      shares: [{ share: 'promoter', amountFen: 1_400 }],
      postings: [{ account: 'liability:promoter:pr-1:pending' }],
    });
    expect(others(JSON.stringify(seen), 'pr-1')).toEqual(['pc-1']);
  });

  it('shows who was refused why, and neither the winner nor what they earned', () => {
    const seen = seenBy('pr-2')!;
    expect(seen.lines).toHaveLength(1);
    expect(seen.lines[0]).toMatchObject({
      outcome: 'distribution',
      rule: null,
      promoterId: null,
      candidates: [{ verdict: 'refused', reason: 'not-picked' }],
      terms: null,
      baseFen: null,
      shares: [],
      postings: [],
    });
    expect(others(JSON.stringify(seen), 'pr-2')).toEqual(['a-2']);
  });

  it('shows who brought a buyer to the brand’s own stream their reward', () => {
    const seen = seenBy('pr-3')!;
    expect(seen.lines).toHaveLength(1);
    expect(seen.lines[0]).toMatchObject({
      lineNo: 2,
      river: { return: { broughtBy: 'pr-3' }, grants: [{ party: 'promoter:pr-3', impressions: 500 }] },
      candidates: [],
      shares: [],
    });
    expect(others(JSON.stringify(seen), 'pr-3')).toEqual([]);
  });

  it('shows nothing to who has nothing to do with the order, even with the brand’s own id', () => {
    expect(seenBy('pr-9')).toBeUndefined();
    expect(seenBy('br-1')).toBeUndefined();
  });
});
