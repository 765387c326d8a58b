import type { Alliance } from '../alliance';
import { books, explainedLine, ledgerOf, sharesOf, type Explanation } from '../books';

type Step = 'sale' | 'clickA' | 'clickB' | 'refund' | 'clickBrand' | 'account';
const on = (day: string, time = '20:00:00') => `2026-11-${day}T${time}+08:00`;
const asOf = (day: string) => `at=${encodeURIComponent(on(day, '00:00:00'))}`;
const DAYS = ['05', '06', '07', '08', '09'];

/** A sale that nobody seems to have brought, until one thing after another becomes known of the days before it. */
export function tellSaleThatChangesHands(system: () => Alliance): void {
  let alliance: Alliance;
  beforeAll(() => void (alliance = system()));

  /**
   * One telling of it, with a cast of its own: brand br sells p, which a and b have picked; the buyer x has bought
   * from br before, brought by a.
   */
  async function telling(round: string) {
    const [brand, product] = [`${round}-br`, `${round}-p`];
    await alliance.put(`/v1/brands/${brand}`, { name: brand });
    for (const id of ['a', 'b']) await alliance.promoter(`${round}-${id}`);
    await alliance.product(product, brand, 2_000);
    const [codeOfA, codeOfB] = await Promise.all(
      ['a', 'b'].map(async id => (await alliance.pick(`${round}-${id}`, product)).promotionCode),
    );
    const paid = (order: string, paidFen: number, at: string, scene = {}) =>
      alliance.paid(
        `${round}-${order}`,
        brand,
        [{ productId: product, paidFen, scene: { surface: 'shelf', ...scene } }],
        {
          buyerId: `${round}-x`,
          at,
        },
      );
    await alliance.send(paid('first', 8_001, on('03'), { promotionCode: codeOfA }));
    const touch = (touchId: string, facts: Record<string, string>) => () =>
      alliance.touch({ touchId: `${round}-${touchId}`, productId: product, buyerId: `${round}-x`, ...facts });
    const steps: Record<Step, () => Promise<unknown>> = {
      sale: () => alliance.send(paid('o', 10_007, on('06'))),
      clickA: touch('t-1', { promotionCode: codeOfA!, occurredAt: on('01') }),
      clickB: touch('t-2', { promotionCode: codeOfB!, occurredAt: on('05') }),
      refund: () => alliance.send(alliance.refunded(`${round}-o`, 'r-1', 3_003, { at: on('08') })),
      clickBrand: touch('t-3', { accountId: `${round}-acc`, occurredAt: on('06', '19:59:59.999') }),
      account: () => alliance.put(`/v1/accounts/${round}-acc`, { owner: { kind: 'brand', id: brand } }),
    };
    return steps;
  }

  const trafficOf = (party: string, at: string) =>
    alliance.get<{ balance: number; grants: object[] }>(`/v1/${party}/traffic?${at}`);

  /** What became of the sale, in short. */
  async function nowOf(round: string) {
    const { outcome, promoterId, revision, candidates } = await explainedLine(alliance, `${round}-o`);
    const [brand, a, b] = await Promise.all(
      ['brands', 'promoters', 'promoters'].map((kind, i) =>
        trafficOf(`${kind}/${round}-${['br', 'a', 'b'][i]}`, asOf('10')),
      ),
    );
    const member = await alliance.get<{ broughtBy: string }>(
      `/v1/brands/${round}-br/river/members/${round}-x?${asOf('10')}`,
    );
    return {
      outcome,
      promoterId,
      revision,
      verdicts: candidates.map(({ reason, verdict }) => reason ?? verdict),
      shares: await sharesOf(alliance, `${round}-o`),
      traffic: [brand!.balance, a!.balance, b!.balance],
      broughtBy: member.broughtBy,
    };
  }

  /** Everything that must not depend on when things became known: decision, money per day and account, the river. */
  async function allOf(round: string) {
    const { rule, candidates, river, policyVersion } = await explainedLine(alliance, `${round}-o`);
    const balances = async (day: string) =>
      Object.entries(await books(alliance, `2026-11-${day}`)).filter(([account]) => account.includes(`:${round}-`));
    const { revision: _, ...now } = await nowOf(round);
    const known = {
      ...now,
      rule,
      candidates,
      policyVersion,
      // Whether a buyer is held out depends on the brand's id.
      river: { ...river, return: river?.return?.broughtBy },
      days: await Promise.all(
        DAYS.map(async day => ({
          day,
          balances: await balances(day),
          ledger: await ledgerOf(alliance, `${round}-o`, `2026-11-${day}`),
          grants: await Promise.all(
            ['brands/%-br', 'promoters/%-a', 'promoters/%-b'].map(party =>
              trafficOf(party.replace('%', round), asOf(day)),
            ),
          ),
        })),
      ),
    };
    // Codes are drawn by the system.
    return JSON.parse(
      JSON.stringify(known)
        .replaceAll(`${round}-`, '')
        .replace(/pc-\w+/g, 'pc'),
    ) as object;
  }

  it('moves with each touch that becomes known, with shares, river and traffic, until the brand’s own account is', async () => {
    const steps = await telling('late');
    const after = async (step: Step) => {
      await steps[step]();
      await alliance.quiet();
      return nowOf('late');
    };
    // Base 10,007: T ⌊500.35⌋ = 500, C ⌊2001.4⌋ = 2001, P ⌊2001 × .0007⌋ = 1. The first sale has brought 800 impressions and x, by a.
    expect(await after('sale')).toEqual({
      outcome: 'organic',
      promoterId: null,
      revision: 1,
      verdicts: [],
      shares: { 'tech-fee': 500, 'brand late-br': 9_507 },
      traffic: [800, 0, 0],
      broughtBy: 'late-a',
    });
    expect(await after('clickA')).toEqual({
      outcome: 'distribution',
      promoterId: 'late-a',
      revision: 2,
      verdicts: ['won'],
      shares: { 'promoter late-a': 2_000, 'promotion-fee': 1, 'tech-fee': 500, 'brand late-br': 7_506 },
      traffic: [1_800, 0, 0],
      broughtBy: 'late-a',
    });
    expect(await after('clickB')).toMatchObject({
      promoterId: 'late-b',
      revision: 3,
      shares: { 'promoter late-b': 2_000, 'promotion-fee': 1, 'tech-fee': 500, 'brand late-br': 7_506 },
      traffic: [1_800, 0, 0],
      broughtBy: 'late-b',
    });
    // Base 7,004: T ⌊350.2⌋, C ⌊1400.8⌋, P ⌊.98⌋; 100 impressions of 10 yuan each are 700.
    expect(await after('refund')).toMatchObject({
      promoterId: 'late-b',
      shares: { 'promoter late-b': 1_400, 'tech-fee': 350, 'brand late-br': 5_254 },
      traffic: [1_500, 0, 0],
    });
    expect(await after('clickBrand')).toMatchObject({ promoterId: 'late-b', verdicts: ['unknown-account', 'won'] });
    expect(await after('account')).toMatchObject({
      outcome: 'self-broadcast',
      promoterId: null,
      verdicts: ['won'],
      shares: { 'tech-fee': 350, 'brand late-br': 6_654 },
      // The grant of this sale goes; a, who brought x to the brand, gets 5 a yuan for the return.
      traffic: [800, 350, 0],
      broughtBy: 'late-a',
    });
    expect(await ledgerOf(alliance, 'late-o')).toEqual({
      'asset:escrow:wechat': 7_004,
      'income:tech-fee': -350,
      'liability:brand:late-br:pending': -6_654,
    });
  });

  it('keeps every posting that moved it in the explanation, each in balance', async () => {
    const { postings } = await explainedLine(alliance, 'late-o');
    const sums = new Map<string, number>();
    for (const { postingId, debitFen = 0, creditFen = 0 } of postings)
      sums.set(postingId, (sums.get(postingId) ?? 0) + debitFen - creditFen);
    expect(new Set(sums.values())).toEqual(new Set([0]));
    const ofPromoter =
      (id: string) =>
      ({ account }: Explanation['lines'][number]['postings'][number]) =>
        account.includes(`:late-${id}:`);
    const moved = (id: string) =>
      postings
        .filter(ofPromoter(id))
        .map(({ debitFen = 0, creditFen = 0 }) => creditFen - debitFen)
        .sort((x, y) => x - y);
    expect(moved('a')).toEqual([-2_000, 2_000]);
    expect(moved('b')).toEqual([-2_000, -600, 600, 2_000]);
  });

  it('comes to rest where the same facts, told in order of time, lead: in the decision, day by day in the books, in the river', async () => {
    const steps = await telling('due');
    for (const step of ['account', 'clickA', 'clickB', 'clickBrand', 'sale', 'refund'] as const) await steps[step]();
    await alliance.quiet();
    expect(await allOf('due')).toEqual(await allOf('late'));
  });
}
