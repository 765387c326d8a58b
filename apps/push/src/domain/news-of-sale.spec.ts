import type { SplitStep } from '@chuanliu/contracts/commissions/commission-split.v1';
import { newsOfSale, standingOfUnnamed, standingsOfSplit, type Standing, type ToldStanding } from './news-of-sale';

const standing = (more: Partial<Standing> = {}): Standing => ({
  state: 'estimated',
  outcome: 'distribution',
  share: 'promoter',
  amountFen: 2571,
  ...more,
});
const told = (more: Partial<ToldStanding> = {}): ToldStanding => ({ ...standing(), named: true, ...more });

describe('what a party is told of a sale', () => {
  it.each<[string, ToldStanding | undefined, Standing, string | null]>([
    ['a sale it hears of first', undefined, standing(), 'sale.estimated'],
    ['one it hears of first when it is confirmed', undefined, standing({ state: 'confirmed' }), 'sale.confirmed'],
    ['the same again', told(), standing(), null],
    ['a receipt', told(), standing({ state: 'confirmed' }), 'sale.confirmed'],
    ['a receipt withdrawn', told({ state: 'confirmed' }), standing(), 'sale.estimated'],
    ['a refund', told(), standing({ amountFen: 1941 }), 'sale.changed'],
    ['another part', told(), standing({ share: 'assist' }), 'sale.changed'],
    ['a full refund', told(), standing({ state: 'void', amountFen: 0 }), 'sale.void'],
    ['another amount, settled at once', told(), standing({ state: 'settled', amountFen: 1 }), 'sale.settled'],
    ['a sale that names it again', told({ named: false, amountFen: 0 }), standing(), 'sale.estimated'],
  ])('%s', (_what, before, now, type) => expect(newsOfSale(before, now)).toBe(type));

  it('of one that is somebody else’s now is that it has nothing of it', () => {
    const now = standingOfUnnamed(told(), { state: 'estimated', outcome: 'self-broadcast' });
    expect(now).toEqual({ state: 'estimated', outcome: 'self-broadcast', share: 'promoter', amountFen: 0 });
    expect(newsOfSale(told(), now)).toBe('sale.changed');
  });
});

describe('who is named by a split line', () => {
  const step = (refundId: string | null, shares: Array<[SplitStep['shares'][0]['share'], string | null, number]>) => ({
    ...({
      refundId,
      shares: shares.map(([share, partyId, amountFen]) => ({ share, partyId, amountFen })),
    } as SplitStep),
  });
  const paid = step(null, [
    ['promoter', 'pr-1', 100],
    ['assist', 'pr-2', 10],
    ['agency', 'ag-1', 5],
    ['tech-fee', null, 7],
    ['brand', 'br-1', 800],
  ]);

  it('the brand and the promoters, by what they have after the last step', () => {
    const refunded = step('r-1', [
      ['promoter', 'pr-1', 50],
      ['brand', 'br-1', 400],
    ]);
    const line = { state: 'estimated' as const, outcome: 'distribution' as const, steps: [paid, refunded] };
    expect(
      [...standingsOfSplit(line, 'br-1')].map(([party, { share, amountFen }]) => [party, share, amountFen]),
    ).toEqual([
      ['brand:br-1', 'brand', 400],
      ['promoter:pr-1', 'promoter', 50],
      ['promoter:pr-2', 'assist', 0],
    ]);
  });

  it('all of them, at 0, after a full refund', () => {
    const line = { state: 'void' as const, outcome: 'distribution' as const, steps: [paid, step('r-1', [])] };
    const amounts = [...standingsOfSplit(line, 'br-1')].map(([party, { amountFen }]) => [party, amountFen]);
    expect(amounts).toEqual([
      ['brand:br-1', 0],
      ['promoter:pr-1', 0],
      ['promoter:pr-2', 0],
    ]);
  });

  it('nobody of a gift, nor of a line that the payment in force lacks', () => {
    const gift = { state: 'void' as const, outcome: 'void' as const, steps: [step(null, [])] };
    expect(standingsOfSplit(gift, 'br-1').size).toBe(0);
    expect(standingsOfSplit({ ...gift, outcome: 'distribution', steps: [] }, 'br-1').size).toBe(0);
  });
});
