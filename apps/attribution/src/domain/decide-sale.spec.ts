import { fen } from '@chuanliu/money/fen';
import { holdsAt, versionInForce, type Span } from '@chuanliu/dated-facts/versions';
import { decideSale } from './decide-sale';
import type { Knowledge, Owner, Pick } from './knowledge';
import { winnerOf, type Sale } from './sale';

const ORDERED = '2026-11-06T12:00:00.000Z';
const JUST_BEFORE = '2026-11-06T11:59:59.999Z';
const JUST_AFTER = '2026-11-06T12:00:00.001Z';
const LONG_AGO = '2026-01-01T00:00:00.000Z';

const aSale = (parts: Partial<Sale> = {}): Sale => ({
  channelId: 'ch-1',
  orderId: 'o-1',
  lineNo: 1,
  brandId: 'br-1',
  buyerKey: 'b'.repeat(64),
  orderedAt: ORDERED,
  paidAt: '2026-11-06T12:00:03.000Z',
  productId: 'p-1',
  paidFen: fen(19_900),
  platformSubsidyFen: fen(0),
  surface: 'live',
  accountId: null,
  promotionCode: null,
  ...parts,
});

const aPick = (parts: Partial<Pick> = {}): Pick => ({
  pickId: 'pk-1',
  promoterId: 'pr-1',
  productId: 'p-1',
  promotionCode: 'pc-1',
  from: LONG_AGO,
  to: null,
  termsFrom: LONG_AGO,
  withoutTerms: [],
  ...parts,
});

interface Facts {
  picks?: Pick[];
  accounts?: Record<string, Array<Owner & { effectiveFrom: string }>>;
  suspended?: Span;
  promotersOwnBuyer?: string;
}

const knowing = ({ picks = [], accounts = {}, suspended, promotersOwnBuyer }: Facts): Knowledge => ({
  pickOfCode: code => picks.find(pick => pick.promotionCode === code),
  picksOf: (promoterId, productId) =>
    picks.filter(pick => pick.promoterId === promoterId && pick.productId === productId),
  ownerOf: (accountId, at) => versionInForce(accounts[accountId], at),
  isSuspended: (promoterId, at) => promoterId === 'pr-1' && suspended !== undefined && holdsAt(suspended, at),
  isBuyerOf: (promoterId, buyerKey) => promoterId === 'pr-1' && buyerKey === promotersOwnBuyer,
});

const promotersAccount = { 'a-9': [{ kind: 'promoter' as const, id: 'pr-1', effectiveFrom: LONG_AGO }] };
const brandsAccount = (id: string) => ({ 'a-9': [{ kind: 'brand' as const, id, effectiveFrom: LONG_AGO }] });

describe('a sale whose line carries a code', () => {
  const coded = aSale({ promotionCode: 'pc-1' });

  it('is the promoter’s who holds the pick', () => {
    expect(decideSale(coded, knowing({ picks: [aPick()] }))).toEqual({
      outcome: 'distribution',
      promoterId: 'pr-1',
      pickId: 'pk-1',
      candidates: [{ rule: 'carried-code', promotionCode: 'pc-1', promoterId: 'pr-1', verdict: 'won' }],
    });
  });

  const refusals: Array<[string, string, Facts]> = [
    ['nobody knows the code', 'unknown-code', {}],
    ['the code is for another product', 'code-for-other-product', { picks: [aPick({ productId: 'p-2' })] }],
    ['the pick starts a millisecond after the order', 'code-not-started', { picks: [aPick({ from: JUST_AFTER })] }],
    ['the pick ends in the very millisecond of the order', 'code-ended', { picks: [aPick({ to: ORDERED })] }],
    ['a suspension starts with the order', 'promoter-suspended', { picks: [aPick()], suspended: { from: ORDERED } }],
    [
      'a suspension lasts a millisecond longer',
      'promoter-suspended',
      { picks: [aPick()], suspended: { from: LONG_AGO, to: JUST_AFTER } },
    ],
    ['the promoter buys', 'self-purchase', { picks: [aPick()], promotersOwnBuyer: coded.buyerKey! }],
    ['terms start a millisecond later', 'no-terms-in-force', { picks: [aPick({ termsFrom: JUST_AFTER })] }],
    ['the pick has no terms', 'no-terms-in-force', { picks: [aPick({ termsFrom: null })] }],
    [
      'its terms ended with the order',
      'no-terms-in-force',
      { picks: [aPick({ withoutTerms: [{ from: ORDERED, to: JUST_AFTER }] })] },
    ],
  ];
  it.each(refusals)('is refused when %s: %s', (_, reason, facts) => {
    const decision = decideSale(coded, knowing(facts));
    expect(decision).toMatchObject({ outcome: 'organic', promoterId: null, pickId: null });
    expect(decision.candidates).toMatchObject([
      { rule: 'carried-code', promotionCode: 'pc-1', verdict: 'refused', reason },
    ]);
    expect(winnerOf(decision)).toBeUndefined();
  });

  const justInTime: Array<[string, Facts]> = [
    ['the pick starts with the order', { picks: [aPick({ from: ORDERED })] }],
    ['the pick ends a millisecond later', { picks: [aPick({ to: JUST_AFTER })] }],
    ['a suspension ends with the order', { picks: [aPick()], suspended: { from: LONG_AGO, to: ORDERED } }],
    ['a suspension starts a millisecond later', { picks: [aPick()], suspended: { from: JUST_AFTER } }],
    ['terms start with the order', { picks: [aPick({ termsFrom: ORDERED })] }],
    ['terms start again with the order', { picks: [aPick({ withoutTerms: [{ from: LONG_AGO, to: ORDERED }] })] }],
    ['terms end after the order', { picks: [aPick({ withoutTerms: [{ from: JUST_AFTER, to: null }] })] }],
    ['somebody else is the promoter', { picks: [aPick()], promotersOwnBuyer: 'c'.repeat(64) }],
  ];
  it.each(justInTime)('still wins when %s', (_, facts) => {
    expect(decideSale(coded, knowing(facts)).promoterId).toBe('pr-1');
  });

  it('gives the first of several reasons, in the order of the rules', () => {
    const everythingWrong = { productId: 'p-2', from: JUST_AFTER, to: JUST_BEFORE, termsFrom: null };
    const facts = (pick: Pick): Facts => ({
      picks: [pick],
      suspended: { from: LONG_AGO },
      promotersOwnBuyer: coded.buyerKey!,
    });
    const reasonFor = (parts: Partial<Pick>, more: Partial<Facts> = {}) =>
      decideSale(coded, knowing({ ...facts(aPick({ ...everythingWrong, ...parts })), ...more })).candidates[0]!.reason;
    expect(reasonFor({})).toBe('code-for-other-product');
    expect(reasonFor({ productId: 'p-1' })).toBe('code-not-started');
    expect(reasonFor({ productId: 'p-1', from: LONG_AGO })).toBe('code-ended');
    expect(reasonFor({ productId: 'p-1', from: LONG_AGO, to: null })).toBe('promoter-suspended');
    const open = { productId: 'p-1', from: LONG_AGO, to: null };
    expect(reasonFor(open, { suspended: undefined })).toBe('self-purchase');
    expect(reasonFor(open, { suspended: undefined, promotersOwnBuyer: undefined })).toBe('no-terms-in-force');
  });

  it('does not suspect an anonymous buyer', () => {
    const facts = { picks: [aPick()], promotersOwnBuyer: 'null' };
    expect(decideSale({ ...coded, buyerKey: null }, knowing(facts)).outcome).toBe('distribution');
  });
});

describe('a sale made on an account', () => {
  const onAccount = aSale({ accountId: 'a-9' });

  it.each(['live', 'short_video', 'showcase'])('is the account’s promoter’s on a %s surface', surface => {
    const decision = decideSale({ ...onAccount, surface }, knowing({ picks: [aPick()], accounts: promotersAccount }));
    expect(decision).toEqual({
      outcome: 'distribution',
      promoterId: 'pr-1',
      pickId: 'pk-1',
      candidates: [{ rule: 'purchase-surface', accountId: 'a-9', promoterId: 'pr-1', verdict: 'won' }],
    });
  });

  it.each(['shelf', 'search', 'link'])('examines no account on a %s surface', surface => {
    const decision = decideSale({ ...onAccount, surface }, knowing({ picks: [aPick()], accounts: promotersAccount }));
    expect(decision).toEqual({ outcome: 'organic', promoterId: null, pickId: null, candidates: [] });
  });

  it('is self-broadcast on the brand’s own account, and the examination ends there', () => {
    expect(decideSale(onAccount, knowing({ accounts: brandsAccount('br-1') }))).toEqual({
      outcome: 'self-broadcast',
      promoterId: null,
      pickId: null,
      candidates: [{ rule: 'purchase-surface', accountId: 'a-9', verdict: 'won' }],
    });
  });

  const refusals: Array<[string, string, Facts]> = [
    ['nobody registered the account', 'unknown-account', {}],
    [
      'the account is registered a millisecond after the order',
      'unknown-account',
      { accounts: { 'a-9': [{ kind: 'brand', id: 'br-1', effectiveFrom: JUST_AFTER }] } },
    ],
    ['another brand owns the account', 'foreign-brand-account', { accounts: brandsAccount('br-2') }],
    ['the promoter has not picked the product', 'not-picked', { accounts: promotersAccount }],
    ['the pick ended with the order', 'not-picked', { accounts: promotersAccount, picks: [aPick({ to: ORDERED })] }],
    ['the pick starts later', 'not-picked', { accounts: promotersAccount, picks: [aPick({ from: JUST_AFTER })] }],
    [
      'not picked comes before being suspended',
      'not-picked',
      { accounts: promotersAccount, suspended: { from: LONG_AGO } },
    ],
    [
      'the promoter is suspended',
      'promoter-suspended',
      { accounts: promotersAccount, picks: [aPick()], suspended: { from: LONG_AGO } },
    ],
    [
      'the promoter buys',
      'self-purchase',
      { accounts: promotersAccount, picks: [aPick()], promotersOwnBuyer: onAccount.buyerKey! },
    ],
    ['there are no terms', 'no-terms-in-force', { accounts: promotersAccount, picks: [aPick({ termsFrom: null })] }],
  ];
  it.each(refusals)('is refused when %s: %s', (_, reason, facts) => {
    const decision = decideSale(onAccount, knowing(facts));
    expect(decision.outcome).toBe('organic');
    expect(decision.candidates).toMatchObject([
      { rule: 'purchase-surface', accountId: 'a-9', verdict: 'refused', reason },
    ]);
  });

  it('asks whose account it was when the order was made', () => {
    const accounts = {
      'a-9': [
        { kind: 'promoter' as const, id: 'pr-1', effectiveFrom: LONG_AGO },
        { kind: 'brand' as const, id: 'br-1', effectiveFrom: ORDERED },
      ],
    };
    const facts = knowing({ accounts, picks: [aPick()] });
    expect(decideSale(onAccount, facts).outcome).toBe('self-broadcast');
    expect(decideSale({ ...onAccount, orderedAt: JUST_BEFORE }, facts).promoterId).toBe('pr-1');
  });

  it('takes the latest of several picks in force, then the greater pickId', () => {
    const picks = [
      aPick({ pickId: 'pk-1', from: '2026-03-01T00:00:00.000Z' }),
      aPick({ pickId: 'pk-a', from: '2026-02-01T00:00:00.000Z' }),
      aPick({ pickId: 'pk-Z', from: '2026-03-01T00:00:00.000Z' }),
      aPick({ pickId: 'pk-z', from: JUST_AFTER }),
    ];
    expect(decideSale(onAccount, knowing({ accounts: promotersAccount, picks })).pickId).toBe('pk-Z');
  });
});

describe('a sale', () => {
  it('keeps everyone who was examined, in order, the winner last', () => {
    const sale = aSale({ promotionCode: 'pc-gone', accountId: 'a-9' });
    const decision = decideSale(sale, knowing({ picks: [aPick()], accounts: promotersAccount }));
    expect(decision.promoterId).toBe('pr-1');
    expect(decision.candidates).toEqual([
      { rule: 'carried-code', promotionCode: 'pc-gone', verdict: 'refused', reason: 'unknown-code' },
      { rule: 'purchase-surface', accountId: 'a-9', promoterId: 'pr-1', verdict: 'won' },
    ]);
  });

  it('is a code’s before it is an account’s', () => {
    const sale = aSale({ promotionCode: 'pc-1', accountId: 'a-9' });
    const decision = decideSale(sale, knowing({ picks: [aPick()], accounts: brandsAccount('br-1') }));
    expect(decision.candidates).toHaveLength(1);
    expect(decision.outcome).toBe('distribution');
  });

  it('is organic when nothing names anybody', () => {
    expect(decideSale(aSale(), knowing({}))).toMatchObject({ outcome: 'organic', candidates: [] });
  });

  it('for which nobody paid is void and examines nobody', () => {
    const gift = aSale({ paidFen: fen(0), promotionCode: 'pc-1' });
    expect(decideSale(gift, knowing({ picks: [aPick()] }))).toMatchObject({ outcome: 'void', candidates: [] });
  });

  it('that the platform alone paid for is a sale', () => {
    const subsidised = aSale({ paidFen: fen(0), platformSubsidyFen: fen(1), promotionCode: 'pc-1' });
    expect(decideSale(subsidised, knowing({ picks: [aPick()] })).outcome).toBe('distribution');
  });
});
