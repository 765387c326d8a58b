import type { Alliance } from '../alliance';
import { books, explainedLine, ledgerOf, salesOf, sharesOf } from '../books';

const PARTIES = ['promoters/pr-1', 'promoters/pr-2', 'promoters/pr-3', 'agencies/ag-1', 'brands/br-1'];
const on = (day: string, time = '00:00:00') => `2026-11-${day}T${time}+08:00`;

/** What everyone has of the sale, in fen. */
interface Shares {
  promoter: number;
  /** Of pr-2, then of pr-3. */
  assists: [number, number];
  agency: number;
  techFee: number;
  promotionFee: number;
  brand: number;
}

/** What the buyer and the platform have put into the sale. */
interface Funds {
  escrow: number;
  subsidy: number;
}

/** One sale with two assistants, an agency and odd rates, to the fen wherever it can be read. */
export function tellAssistedSale(system: () => Alliance): void {
  let alliance: Alliance;
  const codes: Record<string, string> = {};

  beforeAll(async () => {
    alliance = system();
    await alliance.put('/v1/policies/fees', { promotionFeeBps: 7 });
    await alliance.put('/v1/agencies/ag-1', { name: 'ag-1' });
    await alliance.brand('br-1', { techFeeBps: 533 });
    for (const id of ['pr-1', 'pr-2', 'pr-3']) await alliance.promoter(id);
    const contract = { agencyId: 'ag-1', agencyBps: 2_999, from: '2026-01-01T00:00:00+08:00' };
    await alliance.put('/v1/promoters/pr-1/agency', contract);
    await alliance.product('p-1', 'br-1', 1_777);
    await alliance.put('/v1/products/p-1/plans/open', {
      commissionBps: 1_777,
      assistBps: 1_111,
      effectiveFrom: '2026-01-01T00:00:00+08:00',
    });
    for (const id of ['pr-1', 'pr-2', 'pr-3']) codes[id] = (await alliance.pick(id, 'p-1')).promotionCode;
    await alliance.touch(
      { touchId: 't-1', productId: 'p-1', promotionCode: codes['pr-1']!, occurredAt: on('06', '19:00:00') },
      { touchId: 't-2', productId: 'p-1', promotionCode: codes['pr-2']!, occurredAt: on('06', '18:00:00') },
      {
        touchId: 't-3',
        productId: 'p-1',
        accountId: 'acc-pr-3',
        kind: 'cart',
        surface: 'live',
        occurredAt: on('06', '09:00:00'),
      },
    );
    const line = { productId: 'p-1', paidFen: 19_901, platformSubsidyFen: 333 };
    await alliance.send(alliance.paid('o-1', 'br-1', [line], { buyerId: 'x' }));
    await alliance.quiet();
  });

  /** Order, explanation, sales lists, balances, trial balance and journal tell the same amounts. */
  async function everyoneHas({ promoter, assists, agency, techFee, promotionFee, brand }: Shares, funds: Funds) {
    const shares = [
      ['promoter pr-1', promoter],
      ['assist pr-2', assists[0]],
      ['assist pr-3', assists[1]],
      ['agency ag-1', agency],
      ['tech-fee', techFee],
      ['promotion-fee', promotionFee],
      ['brand br-1', brand],
    ] as const;
    const open = Object.fromEntries(shares.filter(([, amountFen]) => amountFen !== 0));
    expect(await sharesOf(alliance, 'o-1')).toEqual(open);

    const { shares: explained } = await explainedLine(alliance, 'o-1');
    expect(explained.map(({ share, partyId }) => (partyId ? `${share} ${partyId}` : share)).sort()).toEqual(
      shares.map(([name]) => name).sort(),
    );
    for (const { share, partyId, amountFen, formula } of explained) {
      expect(amountFen).toBe(new Map<string, number>(shares).get(partyId ? `${share} ${partyId}` : share));
      expect(formula).toMatch(new RegExp(`= ${amountFen}$`));
    }

    const parties = [promoter, ...assists, agency, brand];
    const rows = await Promise.all(PARTIES.map(party => salesOf(alliance, party)));
    expect(rows.map(([row]) => [row!.share, row!.estimatedFen])).toEqual([
      ['promoter', promoter],
      ['assist', assists[0]],
      ['assist', assists[1]],
      ['agency', agency],
      ['brand', brand],
    ]);
    const balances = PARTIES.map(party => alliance.get<{ pendingFen: number }>(`/v1/${party}/balance`, 'finance-1'));
    expect((await Promise.all(balances)).map(({ pendingFen }) => pendingFen)).toEqual(parties);

    const ledger = {
      'asset:escrow:wechat': funds.escrow,
      'expense:platform-subsidy': funds.subsidy,
      'liability:promoter:pr-1:pending': -promoter,
      'liability:promoter:pr-2:pending': -assists[0],
      'liability:promoter:pr-3:pending': -assists[1],
      'liability:agency:ag-1:pending': -agency,
      'liability:brand:br-1:pending': -brand,
      'income:tech-fee': -techFee,
      'income:promotion-fee': -promotionFee,
    };
    const standing = Object.fromEntries(Object.entries(ledger).filter(([, balanceFen]) => balanceFen !== 0));
    expect(await books(alliance)).toEqual(standing);
    expect(await ledgerOf(alliance, 'o-1')).toEqual(standing);
  }

  it('is divided to the fen, alike in order, explanation, sales lists, balances and ledger', async () => {
    // Base 19,901 + 333 = 20,234: C ⌊3595.58⌋ = 3595, T ⌊1078.47⌋ = 1078, P ⌊3595 × .0007⌋ = 2,
    // D ⌊3593 × .1111⌋ = 399 = 200 + 199, A ⌊3194 × .2999⌋ = 957, promoter 3194 − 957, brand 20,234 − 3595 − 1078.
    await everyoneHas(
      { promoter: 2_237, assists: [200, 199], agency: 957, techFee: 1_078, promotionFee: 2, brand: 15_561 },
      { escrow: 19_901, subsidy: 333 },
    );
  });

  it('is told in the explanation, which ends its candidates with the winner; an assistant sees their own part alone', async () => {
    const { rule, candidates } = await explainedLine(alliance, 'o-1');
    expect(rule).toBe('last-click');
    expect(candidates).toEqual([
      {
        rule: 'last-click',
        touchId: 't-1',
        occurredAt: '2026-11-06T11:00:00.000Z',
        promotionCode: codes['pr-1'],
        promoterId: 'pr-1',
        verdict: 'won',
      },
    ]);
    const line = await explainedLine(alliance, 'o-1', await alliance.clientOf('promoter', 'pr-2'));
    expect(line).toMatchObject({ promoterId: null, candidates: [], shares: [{ share: 'assist', amountFen: 200 }] });
    expect(JSON.stringify(line)).not.toMatch(/pr-1|pr-3|ag-1/);
  });

  it('gives back of an odd refund, of a second one that takes of the subsidy too, and all of the full one', async () => {
    await alliance.send(alliance.refunded('o-1', 'r-1', 5_003));
    await alliance.quiet();
    // Base 14,898 + 333 = 15,231: C ⌊2706.55⌋, T ⌊811.81⌋, P ⌊1.89⌋, D ⌊2705 × .1111⌋ = 300, A ⌊2405 × .2999⌋ = 721.
    await everyoneHas(
      { promoter: 1_684, assists: [150, 150], agency: 721, techFee: 811, promotionFee: 1, brand: 11_714 },
      { escrow: 14_898, subsidy: 333 },
    );

    await alliance.send(alliance.refunded('o-1', 'r-2', 7_777, { subsidyFen: 111, at: on('08', '10:00:00') }));
    await alliance.quiet();
    // Base 7,121 + 222 = 7,343: C ⌊1304.85⌋, T ⌊391.38⌋, P ⌊.91⌋, D ⌊1304 × .1111⌋ = 144, A ⌊1160 × .2999⌋ = 347.
    await everyoneHas(
      { promoter: 813, assists: [72, 72], agency: 347, techFee: 391, promotionFee: 0, brand: 5_648 },
      { escrow: 7_121, subsidy: 222 },
    );

    await alliance.send(alliance.refunded('o-1', 'r-3', 7_121, { at: on('09', '10:00:00') }));
    await alliance.quiet();
    await everyoneHas(
      { promoter: 0, assists: [0, 0], agency: 0, techFee: 0, promotionFee: 0, brand: 0 },
      { escrow: 0, subsidy: 0 },
    );
  });

  it('stays in the books of its days as it was then', async () => {
    const promoterOn = async (day: string) =>
      (await books(alliance, `2026-11-${day}`))['liability:promoter:pr-2:pending'] ?? 0;
    expect(await Promise.all(['05', '06', '07', '08', '09'].map(promoterOn))).toEqual([0, -200, -150, -72, 0]);
  });

  it('stands apart from the sales that an assistant won', async () => {
    const scene = { surface: 'link', promotionCode: codes['pr-2']! };
    await alliance.send(alliance.paid('o-2', 'br-1', [{ productId: 'p-1', paidFen: 9_973, scene }]));
    await alliance.quiet();
    // C ⌊9973 × .1777⌋ = 1772, P ⌊1.24⌋ = 1; nobody assisted, and pr-2 has no agency.
    const own = await salesOf(alliance, 'promoters/pr-2', '', await alliance.clientOf('promoter', 'pr-2'));
    expect(own.map(({ orderId, share, estimatedFen, state }) => [orderId, share, estimatedFen, state]).sort()).toEqual([
      ['o-1', 'assist', 0, 'void'],
      ['o-2', 'promoter', 1_771, 'estimated'],
    ]);
    await alliance.send(alliance.refunded('o-2', 'r-1', 9_973));
    await alliance.quiet();
    expect(await books(alliance)).toEqual({});
  });
}
