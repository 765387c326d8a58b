import { fen } from '@chuanliu/money/fen';
import { holdsAt, versionInForce, type Span } from '@chuanliu/dated-facts/versions';
import { asksForTouches, decideSale } from './decide-sale';
import type { Knowledge, Owner, Pick } from './knowledge';
import { winnerOf, type Sale } from './sale';
import { MOST_TOUCHES, touchesInWindow, type Touch } from './touch';
import type { AttributionPolicyVersion } from './windows';

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
  assistRates: [],
  ...parts,
});

interface Facts {
  picks?: Pick[];
  accounts?: Record<string, Array<Owner & { effectiveFrom: string }>>;
  suspended?: Span;
  promotersOwnBuyer?: string;
}

const knowing = ({ picks = [], accounts = {}, suspended, promotersOwnBuyer }: Facts): Knowledge => ({
  pick: pickId => picks.find(pick => pick.pickId === pickId),
  pickOfCode: code => picks.find(pick => pick.promotionCode === code),
  picksOf: (promoterId, productId) =>
    picks.filter(pick => pick.promoterId === promoterId && pick.productId === productId),
  ownerOf: (accountId, at) => versionInForce(accounts[accountId], at),
  isSuspended: (promoterId, at) => promoterId === 'pr-1' && suspended !== undefined && holdsAt(suspended, at),
  isBuyerOf: (promoterId, buyerKey) => promoterId === 'pr-1' && buyerKey === promotersOwnBuyer,
});

const decide = (sale: Sale, known: Knowledge, touches: Touch[] = []) => decideSale(sale, known, touches);

const promotersAccount = { 'a-9': [{ kind: 'promoter' as const, id: 'pr-1', effectiveFrom: LONG_AGO }] };
const brandsAccount = (id: string) => ({ 'a-9': [{ kind: 'brand' as const, id, effectiveFrom: LONG_AGO }] });

describe('a sale whose line carries a code', () => {
  const coded = aSale({ promotionCode: 'pc-1' });

  it('is the promoter’s who holds the pick', () => {
    expect(decide(coded, knowing({ picks: [aPick()] }))).toEqual({
      outcome: 'distribution',
      promoterId: 'pr-1',
      pickId: 'pk-1',
      candidates: [{ rule: 'carried-code', promotionCode: 'pc-1', promoterId: 'pr-1', verdict: 'won' }],
      assistantIds: [],
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
    const decision = decide(coded, knowing(facts));
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
    expect(decide(coded, knowing(facts)).promoterId).toBe('pr-1');
  });

  it('gives the first of several reasons, in the order of the rules', () => {
    const everythingWrong = { productId: 'p-2', from: JUST_AFTER, to: JUST_BEFORE, termsFrom: null };
    const facts = (pick: Pick): Facts => ({
      picks: [pick],
      suspended: { from: LONG_AGO },
      promotersOwnBuyer: coded.buyerKey!,
    });
    const reasonFor = (parts: Partial<Pick>, more: Partial<Facts> = {}) =>
      decide(coded, knowing({ ...facts(aPick({ ...everythingWrong, ...parts })), ...more })).candidates[0]!.reason;
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
    expect(decide({ ...coded, buyerKey: null }, knowing(facts)).outcome).toBe('distribution');
  });
});

describe('a sale made on an account', () => {
  const onAccount = aSale({ accountId: 'a-9' });

  it.each(['live', 'short_video', 'showcase'])('is the account’s promoter’s on a %s surface', surface => {
    const decision = decide({ ...onAccount, surface }, knowing({ picks: [aPick()], accounts: promotersAccount }));
    expect(decision).toEqual({
      outcome: 'distribution',
      promoterId: 'pr-1',
      pickId: 'pk-1',
      candidates: [{ rule: 'purchase-surface', accountId: 'a-9', promoterId: 'pr-1', verdict: 'won' }],
      assistantIds: [],
    });
  });

  it.each(['shelf', 'search', 'link'])('examines no account on a %s surface', surface => {
    const decision = decide({ ...onAccount, surface }, knowing({ picks: [aPick()], accounts: promotersAccount }));
    expect(decision).toEqual({ outcome: 'organic', promoterId: null, pickId: null, candidates: [], assistantIds: [] });
  });

  it('is self-broadcast on the brand’s own account, and the examination ends there', () => {
    expect(decide(onAccount, knowing({ accounts: brandsAccount('br-1') }))).toEqual({
      outcome: 'self-broadcast',
      promoterId: null,
      pickId: null,
      candidates: [{ rule: 'purchase-surface', accountId: 'a-9', verdict: 'won' }],
      assistantIds: [],
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
    const decision = decide(onAccount, knowing(facts));
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
    expect(decide(onAccount, facts).outcome).toBe('self-broadcast');
    expect(decide({ ...onAccount, orderedAt: JUST_BEFORE }, facts).promoterId).toBe('pr-1');
  });

  it('takes the latest of several picks in force, then the greater pickId', () => {
    const picks = [
      aPick({ pickId: 'pk-1', from: '2026-03-01T00:00:00.000Z' }),
      aPick({ pickId: 'pk-a', from: '2026-02-01T00:00:00.000Z' }),
      aPick({ pickId: 'pk-Z', from: '2026-03-01T00:00:00.000Z' }),
      aPick({ pickId: 'pk-z', from: JUST_AFTER }),
    ];
    expect(decide(onAccount, knowing({ accounts: promotersAccount, picks })).pickId).toBe('pk-Z');
  });
});

describe('a sale', () => {
  it('keeps everyone who was examined, in order, the winner last', () => {
    const sale = aSale({ promotionCode: 'pc-gone', accountId: 'a-9' });
    const decision = decide(sale, knowing({ picks: [aPick()], accounts: promotersAccount }));
    expect(decision.promoterId).toBe('pr-1');
    expect(decision.candidates).toEqual([
      { rule: 'carried-code', promotionCode: 'pc-gone', verdict: 'refused', reason: 'unknown-code' },
      { rule: 'purchase-surface', accountId: 'a-9', promoterId: 'pr-1', verdict: 'won' },
    ]);
  });

  it('is a code’s before it is an account’s', () => {
    const sale = aSale({ promotionCode: 'pc-1', accountId: 'a-9' });
    const decision = decide(sale, knowing({ picks: [aPick()], accounts: brandsAccount('br-1') }));
    expect(decision.candidates).toHaveLength(1);
    expect(decision.outcome).toBe('distribution');
  });

  it('is organic when nothing names anybody', () => {
    expect(decide(aSale(), knowing({}))).toMatchObject({ outcome: 'organic', candidates: [] });
  });

  it('for which nobody paid is void and examines nobody', () => {
    const gift = aSale({ paidFen: fen(0), promotionCode: 'pc-1' });
    expect(decide(gift, knowing({ picks: [aPick()] }))).toMatchObject({ outcome: 'void', candidates: [] });
  });

  it('that the platform alone paid for is a sale', () => {
    const subsidised = aSale({ paidFen: fen(0), platformSubsidyFen: fen(1), promotionCode: 'pc-1' });
    expect(decide(subsidised, knowing({ picks: [aPick()] })).outcome).toBe('distribution');
  });
});

describe('a sale after touches', () => {
  const HOUR = 3_600_000;
  const before = (ms: number) => new Date(Date.parse(ORDERED) - ms).toISOString();
  const aTouch = (parts: Partial<Touch> = {}): Touch => ({
    channelId: 'ch-1',
    touchId: 't-1',
    occurredAt: before(HOUR),
    kind: 'click',
    surface: 'link',
    accountId: null,
    promotionCode: 'pc-1',
    ...parts,
  });
  const second = (parts: Partial<Pick> = {}) =>
    aPick({ pickId: 'pk-2', promoterId: 'pr-2', promotionCode: 'pc-2', ...parts });
  const third = (parts: Partial<Pick> = {}) =>
    aPick({ pickId: 'pk-3', promoterId: 'pr-3', promotionCode: 'pc-3', ...parts });
  const after = (touches: Touch[], facts: Facts, sale = aSale(), policy: AttributionPolicyVersion[] = []) =>
    decideSale(sale, knowing(facts), touchesInWindow(touches, sale, policy));

  it('is the promoter’s whose link was clicked', () => {
    expect(after([aTouch()], { picks: [aPick()] })).toEqual({
      outcome: 'distribution',
      promoterId: 'pr-1',
      pickId: 'pk-1',
      candidates: [
        {
          rule: 'last-click',
          touchId: 't-1',
          occurredAt: before(HOUR),
          promotionCode: 'pc-1',
          promoterId: 'pr-1',
          verdict: 'won',
        },
      ],
      assistantIds: [],
    });
  });

  const windows: Array<[surface: string, hours: number]> = [
    ['live', 24],
    ['short_video', 72],
    ['showcase', 72],
    ['link', 360],
  ];
  it.each(windows)('counts a click on a %s surface for %i hours, to the millisecond', (surface, hours) => {
    const outcomeAt = (occurredAt: string) => after([aTouch({ surface, occurredAt })], { picks: [aPick()] }).outcome;
    expect(outcomeAt(before(hours * HOUR))).toBe('distribution');
    expect(outcomeAt(before(hours * HOUR + 1))).toBe('organic');
    expect(outcomeAt(JUST_BEFORE)).toBe('distribution');
    expect(outcomeAt(ORDERED)).toBe('organic');
    expect(outcomeAt(JUST_AFTER)).toBe('organic');
  });

  it.each(['shelf', 'search'])('never counts a click on a %s surface', surface => {
    expect(after([aTouch({ surface })], { picks: [aPick()] })).toMatchObject({ outcome: 'organic', candidates: [] });
  });

  it('reads the windows that held when the order was made', () => {
    const click = [aTouch({ occurredAt: before(2 * HOUR) })];
    const within = (...policy: AttributionPolicyVersion[]) =>
      after(click, { picks: [aPick()] }, aSale(), policy).outcome === 'distribution';
    expect(within({ effectiveFrom: ORDERED, linkHours: 2 })).toBe(true);
    expect(within({ effectiveFrom: ORDERED, linkHours: 1 })).toBe(false);
    expect(within({ effectiveFrom: JUST_AFTER, linkHours: 1 })).toBe(true);
    expect(within({ effectiveFrom: LONG_AGO, linkHours: 1 }, { effectiveFrom: JUST_BEFORE, liveHours: 5 })).toBe(false);
    expect(within({ effectiveFrom: LONG_AGO, linkHours: 0 })).toBe(false);
  });

  it('is the newest click’s; of equal instants the greater touchId’s, in byte order', () => {
    const facts = { picks: [aPick(), second()] };
    const older = aTouch({ touchId: 't-9', occurredAt: before(2 * HOUR) });
    const newer = aTouch({ touchId: 't-1', promotionCode: 'pc-2' });
    expect(after([older, newer], facts).promoterId).toBe('pr-2');
    expect(after([newer, older], facts).promoterId).toBe('pr-2');
    const atOnce = [aTouch({ touchId: 't-Z' }), aTouch({ touchId: 't-a', promotionCode: 'pc-2' })];
    expect(after(atOnce, facts).promoterId).toBe('pr-2');
    expect(after(atOnce.reverse(), facts).promoterId).toBe('pr-2');
  });

  it.each(['view', 'cart'])('is nobody’s by a %s', kind => {
    expect(after([aTouch({ kind: kind as Touch['kind'] })], { picks: [aPick()] }).outcome).toBe('organic');
  });

  it('looks at the newest two thousand touches, and at no more', () => {
    const robot = Array.from({ length: MOST_TOUCHES }, (_, i) =>
      aTouch({ touchId: `t-${i}`, promotionCode: 'pc-gone' }),
    );
    const human = aTouch({ touchId: 'human', occurredAt: before(HOUR + 1) });
    expect(after([human, ...robot], { picks: [aPick()] }).outcome).toBe('organic');
    expect(after([human, ...robot.slice(1)], { picks: [aPick()] }).outcome).toBe('distribution');
  });

  it('examines the code of a click, then its account, and keeps both verdicts; then the next click', () => {
    const touches = [
      aTouch({ touchId: 't-1', promotionCode: 'pc-gone', accountId: 'a-9' }),
      aTouch({ touchId: 't-2', promotionCode: null, occurredAt: before(2 * HOUR) }),
      aTouch({ touchId: 't-3', promotionCode: 'pc-gone', occurredAt: before(3 * HOUR) }),
      aTouch({ touchId: 't-4', promotionCode: 'pc-2', occurredAt: before(4 * HOUR) }),
      aTouch({ touchId: 't-5', promotionCode: 'pc-2', occurredAt: before(5 * HOUR) }),
    ];
    const decision = after(touches, { picks: [second()], accounts: promotersAccount });
    expect(decision.promoterId).toBe('pr-2');
    expect(decision.candidates.map(({ touchId, reason = 'won', accountId }) => [touchId, reason, accountId])).toEqual([
      ['t-1', 'unknown-code', undefined],
      ['t-1', 'not-picked', 'a-9'],
      ['t-2', 'names-nobody', undefined],
      ['t-3', 'unknown-code', undefined],
      ['t-4', 'won', undefined],
    ]);
  });

  it('by a click on the account of a promoter is theirs, whatever the surface', () => {
    const touch = aTouch({ surface: 'link', promotionCode: null, accountId: 'a-9' });
    expect(after([touch], { picks: [aPick()], accounts: promotersAccount }).promoterId).toBe('pr-1');
  });

  it('is self-broadcast after a click on the brand’s own account, and the examination ends', () => {
    const touches = [
      aTouch({ promotionCode: 'pc-gone', accountId: 'a-9' }),
      aTouch({ touchId: 't-2', occurredAt: before(2 * HOUR) }),
    ];
    const decision = after(touches, { picks: [aPick()], accounts: brandsAccount('br-1') });
    expect(decision).toMatchObject({ outcome: 'self-broadcast', promoterId: null, assistantIds: [] });
    expect(decision.candidates.at(-1)).toMatchObject({ rule: 'last-click', accountId: 'a-9', verdict: 'won' });
    expect(decision.candidates).toHaveLength(2);
  });

  it('asks whose account it was at the touch, and who held the pick at the order', () => {
    const accounts = {
      'a-9': [
        { kind: 'promoter' as const, id: 'pr-1', effectiveFrom: LONG_AGO },
        { kind: 'brand' as const, id: 'br-1', effectiveFrom: before(HOUR - 1) },
      ],
    };
    const touch = aTouch({ promotionCode: null, accountId: 'a-9' });
    expect(after([touch], { picks: [aPick()], accounts }).promoterId).toBe('pr-1');
    expect(after([touch], { picks: [aPick({ to: ORDERED })], accounts }).candidates[0]!.reason).toBe('not-picked');
    const later = { ...touch, occurredAt: before(HOUR - 1) };
    expect(after([later], { picks: [aPick()], accounts }).outcome).toBe('self-broadcast');
  });

  it('is a code’s or an account’s before it is a click’s', () => {
    const facts = { picks: [aPick(), second()], accounts: promotersAccount };
    const clicked = [aTouch({ promotionCode: 'pc-2' })];
    expect(after(clicked, facts, aSale({ promotionCode: 'pc-1' })).promoterId).toBe('pr-1');
    expect(after(clicked, facts, aSale({ accountId: 'a-9' })).promoterId).toBe('pr-1');
  });

  it('asks for touches where nobody else won, or where terms promise assistants a part', () => {
    const asks = (facts: Facts, sale: Partial<Sale> = {}) =>
      asksForTouches(aSale(sale), decide(aSale(sale), knowing(facts)), knowing(facts));
    expect(asks({})).toBe(true);
    expect(asks({}, { buyerKey: null })).toBe(false);
    expect(asks({}, { paidFen: fen(0) })).toBe(false);
    expect(asks({ picks: [aPick()] }, { promotionCode: 'pc-1' })).toBe(false);
    const assisted = { picks: [aPick({ assistRates: [{ effectiveFrom: ORDERED, assistBps: 1 }] })] };
    expect(asks(assisted, { promotionCode: 'pc-1' })).toBe(true);
    expect(asks(assisted, { promotionCode: 'pc-1', orderedAt: JUST_BEFORE })).toBe(false);
    expect(asks({ accounts: brandsAccount('br-1') }, { accountId: 'a-9' })).toBe(false);
  });

  describe('with assistants', () => {
    const generous = aPick({ assistRates: [{ effectiveFrom: LONG_AGO, assistBps: 1_000 }] });
    const touches = [
      aTouch({ touchId: 't-1', promotionCode: 'pc-1' }),
      aTouch({ touchId: 't-2', promotionCode: 'pc-3', kind: 'cart', occurredAt: before(2 * HOUR) }),
      aTouch({ touchId: 't-3', promotionCode: 'pc-2', occurredAt: before(3 * HOUR) }),
      aTouch({ touchId: 't-4', promotionCode: 'pc-2', occurredAt: before(4 * HOUR) }),
    ];
    const assistants = (facts: Facts, sale = aSale(), all = touches) => after(all, facts, sale).assistantIds;

    it('names each other promoter once whom a click or cart names, in byte order', () => {
      expect(assistants({ picks: [generous, second(), third()] })).toEqual(['pr-2', 'pr-3']);
    });

    it('names them also where a carried code won', () => {
      const coded = aSale({ promotionCode: 'pc-1' });
      expect(assistants({ picks: [generous, second(), third()] }, coded)).toEqual(['pr-2', 'pr-3']);
    });

    it('knows the windows, the refusals and the assist rate at the order', () => {
      const ended = second({ to: ORDERED });
      expect(assistants({ picks: [generous, ended, third()] })).toEqual(['pr-3']);
      expect(assistants({ picks: [aPick(), second(), third()] })).toEqual([]);
      const ending = aPick({
        assistRates: [
          { effectiveFrom: LONG_AGO, assistBps: 1_000 },
          { effectiveFrom: ORDERED, assistBps: 0 },
        ],
      });
      expect(assistants({ picks: [ending, second(), third()] })).toEqual([]);
      const stale = touches.map(touch => ({ ...touch, surface: 'live', occurredAt: before(24 * HOUR + 1) }));
      const facts = { picks: [generous, second(), third()] };
      expect(assistants(facts, aSale({ promotionCode: 'pc-1' }), stale)).toEqual([]);
    });

    it('names nobody for a touch on the brand’s own account, and none for a self-broadcast sale', () => {
      const onBrands = [aTouch({ touchId: 't-7', promotionCode: null, accountId: 'a-9', kind: 'cart' }), ...touches];
      const facts = { picks: [generous, second(), third()], accounts: brandsAccount('br-1') };
      expect(assistants(facts, aSale(), onBrands)).toEqual(['pr-2', 'pr-3']);
      expect(assistants(facts, aSale({ accountId: 'a-9' }), onBrands)).toEqual([]);
    });
  });
});
