import { anAssistedOrder } from '../../test/assisted-order';
import { anOrderOfTwoLines } from '../../test/order-parts';
import type { OrderParts } from '../read-order/order-parts';
import { asABrandSeesIt } from './as-a-brand-sees-it';
import { asAPromoterSeesIt } from './as-a-promoter-sees-it';
import { explainOrder } from './explain-order';
import { inWords, texts } from './texts';
import { toldInLanguage } from './told-in-language';
import { asSeenBy } from './viewer';

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
      statements: [],
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

  it('keeps a promoter apart from one whose id begins with theirs', () => {
    const parts = anOrderOfTwoLines();
    const [posting] = parts.postings[0]!.postings;
    parts.postings[0]!.postings = [{ ...posting!, account: 'liability:promoter:pr-9:west:pending' }];
    expect(asAPromoterSeesIt(explainOrder(parts), 'pr-9')).toBeUndefined();
    expect(asAPromoterSeesIt(explainOrder(parts), 'pr-9:west')!.lines[0]!.postings).toHaveLength(1);
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

  it('shows the winner no rate that is not theirs, and an assistant nothing of what the winner gets', () => {
    const seen = (promoterId: string) => asAPromoterSeesIt(explainOrder(anAssistedOrder()), promoterId)!.lines[0]!;
    expect(seen('pr-1').terms).toMatchObject({
      commissionBps: 2_000,
      assistBps: 1_000,
      agencyBps: 3_050,
      serviceBps: null,
      secondServiceBps: null,
      techFeeBps: null,
      agencyId: null,
    });
    expect(seen('pr-1').statements.map(({ statementId }) => statementId)).toEqual(['st-1']);
    const helper = seen('pr-2');
    expect(helper.statements).toEqual([]);
    expect(helper).toMatchObject({ promoterId: null, terms: null, candidates: [], baseFen: 15_400, appeals: [] });
    expect(helper.shares).toEqual([{ share: 'assist', partyId: 'pr-2', amountFen: 154, formula: '… = 154' }]);
    expect(helper.postings.map(({ account }) => account)).toEqual(Array(2).fill('liability:promoter:pr-2:pending'));
    expect(others(JSON.stringify(helper), 'pr-2')).toEqual([]);
  });

  it('shows its author what makes an appeal good once it is approved, and staff before', () => {
    const parts = anAssistedOrder();
    const adjustmentSeen = (state: string) => {
      parts.decisions[0]!.appeals[0]!.adjustment = { adjustmentId: 'adj-1', state, amountFen: 2_571 };
      const whole = explainOrder(parts);
      return [whole, asAPromoterSeesIt(whole, 'pr-4')!].map(told => told.lines[0]!.appeals[0]!.adjustment?.state);
    };
    expect(adjustmentSeen('proposed')).toEqual(['proposed', undefined]);
    expect(adjustmentSeen('approved')).toEqual(['approved', 'approved']);
  });

  it('shows an appeal to who filed it alone, also when nothing else of the line is theirs', () => {
    const parts = anAssistedOrder();
    const appealed = (promoterId: string) =>
      asAPromoterSeesIt(explainOrder(parts), promoterId)?.lines[0]!.appeals.map(({ party }) => party);
    expect(appealed('pr-4')).toEqual(['promoter:pr-4']);
    expect(appealed('pr-1')).toEqual([]);
    parts.decisions[0]!.appeals[0]!.party = 'promoter:pr-5';
    expect(appealed('pr-5')).toEqual(['promoter:pr-5']);
    expect(appealed('br-1')).toBeUndefined();
  });

  it('shows who once had the sale that their account gave it back', () => {
    const parts = anAssistedOrder();
    const moved = { ...parts.postings[0]!.postings[1]!, account: 'liability:promoter:pr-6:pending' };
    parts.postings[0]!.postings.push(moved, { ...moved, creditFen: undefined, debitFen: moved.creditFen });
    const [line] = asAPromoterSeesIt(explainOrder(parts), 'pr-6')!.lines;
    expect(line).toMatchObject({ promoterId: null, candidates: [], shares: [], baseFen: null });
    expect(line!.postings).toHaveLength(2);
  });

  it('shows nothing to who has nothing to do with the order, even with the brand’s own id', () => {
    expect(seenBy('pr-9')).toBeUndefined();
    expect(seenBy('br-1')).toBeUndefined();
  });
});

describe('what became known after a line was settled', () => {
  const { tooLate } = explainOrder(anAssistedOrder()).lines[0]!;

  it('is told with whom it would have named; other rates with the decision in force', () => {
    expect(tooLate).toMatchObject([
      { kind: 'rates', decisionRevision: 1, promoterId: 'pr-1', rule: 'last-click' },
      { kind: 'decision', decisionRevision: 5, promoterId: 'pr-7', assistantIds: ['pr-8', 'pr-1'] },
    ]);
  });

  it('shows a promoter what they would have had, and no other name', () => {
    const parts = anAssistedOrder();
    const seen = (id: string) => asSeenBy({ kind: 'promoter', id }, explainOrder(parts), 'br-1')!.lines[0]!;
    expect(seen('pr-7')).toMatchObject({
      promoterId: null,
      baseFen: null,
      tooLate: [{ kind: 'decision', promoterId: 'pr-7', pickId: 'pick-7', assistantIds: [] }],
    });
    expect(seen('pr-8').tooLate).toMatchObject([{ promoterId: null, pickId: null, assistantIds: ['pr-8'] }]);
    expect(seen('pr-1').tooLate.map(({ kind }) => kind)).toEqual(['rates', 'decision']);
    const brand = asSeenBy({ kind: 'brand', id: 'br-1' }, explainOrder(parts), 'br-1')!.lines[0]!;
    expect(brand.tooLate).toEqual([]);
  });
});

describe('an explanation as a brand sees it', () => {
  it('has outcome, shares and winner, but no names of those who were refused, and no others’ accounts', () => {
    const [line] = asABrandSeesIt(explainOrder(anAssistedOrder()), 'br-1').lines;
    expect(line).toMatchObject({ promoterId: 'pr-1', baseFen: 15_400, tooLate: [] });
    expect(line!.statements.map(({ statementId }) => statementId)).toEqual(['st-2']);
    expect(line!.shares).toHaveLength(8);
    expect(line!.candidates).toEqual([
      { rule: 'carried-code', verdict: 'refused', reason: 'code-ended' },
      expect.objectContaining({ promoterId: 'pr-1', verdict: 'won' }),
    ]);
    expect(line!.postings.map(({ account }) => account)).toEqual(['liability:brand:br-1:pending']);
    expect(line!.appeals.map(({ party }) => party)).toEqual(['brand:br-1']);
    expect(JSON.stringify(line)).not.toMatch(/pr-4|pc-4/);
  });
});

describe('the texts of an explanation', () => {
  const told = (language: 'en' | 'zh') => toldInLanguage(explainOrder(anAssistedOrder()), language).lines[0]!;

  it('stand beside codes, which are the same in every language', () => {
    expect(told('zh')).toMatchObject({
      outcome: 'distribution',
      outcomeText: '推广者带来的成交',
      rule: 'last-click',
      ruleText: '下单前的末次点击',
      state: 'frozen',
      stateText: '已冻结',
      river: { grants: [{ reason: 'shop-score-too-low', reasonText: '品牌店铺分低于门槛' }] },
    });
    expect(told('zh').candidates[0]).toMatchObject({ reason: 'code-ended', reasonText: '下单时推广码已失效' });
    expect(told('zh').candidates[1]).not.toHaveProperty('reasonText');
    expect(told('zh').shares.map(({ shareText }) => shareText)).toContain('种草分成');
    expect(told('zh').postings.at(-1)).toMatchObject({ cause: 'refund r-1', causeText: '退款 r-1' });
    expect(told('zh').appeals[1]).toMatchObject({ state: 'refused', stateText: '驳回', reason: '已核实' });
    expect(told('en').candidates[0]!.reasonText).toBe('the promotion code no longer held when the order was made');
  });

  it('have a word in both languages for every code, and pass on one that is newer than they are', () => {
    for (const kind of Object.values(texts)) {
      for (const [code, { en, zh }] of Object.entries(kind)) {
        expect([code, /[\u4e00-\u9fff]/.test(en), /[\u4e00-\u9fff]/.test(zh), /[A-Za-z]/.test(zh)]).toEqual([
          code,
          false,
          true,
          false,
        ]);
      }
    }
    expect(inWords('reasons', 'not-known-here', 'zh')).toBe('not-known-here');
  });
});
