import { passGates, type Promoter } from './gates-of-picking';
import type { Product } from './product';

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const product: Product = {
  ...{ productId: 'p-1', brandId: 'br-1', title: '柚子', categoryId: 'fresh.fruit', priceFen: 1990, stock: 1 },
  ...{
    state: 'on-shelf',
    productScore: 380,
    images: [],
    guarantees: [],
    belt: null,
    source: 'own-shop',
    url: null,
    sampleRule: null,
    revision: 1,
  },
};
const plans = [
  { effectiveFrom: day(5), commissionBps: 2000 },
  { effectiveFrom: day(20), minReputation: 460 },
];
const promoter: Promoter = {
  promoterId: 'pr-1',
  versions: [{ effectiveFrom: day(25), reputation: 470 }],
  suspensions: [{ from: day(10), to: day(12) }],
};

function gateShutFor(change: Partial<Product>, from: string): string {
  try {
    return `open at ${passGates({ ...product, ...change }, plans, promoter, from).commissionBps}`;
  } catch (problem) {
    return (problem as { type: string }).type.replace('product-pool/', '');
  }
}

describe('a promoter picks a product', () => {
  it.each([
    ['on the shelf, under a plan', {}, day(6), 'open at 2000'],
    ['without a score of its own', { productScore: null }, day(6), 'open at 2000'],
    ['off the shelf', { state: 'off-shelf', stock: 0 } as const, day(6), 'not-on-shelf'],
    ['without stock', { stock: 0, productScore: 0 }, day(6), 'out-of-stock'],
    ['below the pool’s floor', { productScore: 379 }, day(1), 'product-score-too-low'],
    ['before there is a plan', {}, day(4), 'no-plan-in-force'],
    ['at the beginning of a suspension', {}, day(10), 'promoter-suspended'],
    ['at the end of a suspension', {}, day(12), 'open at 2000'],
    ['with too little reputation as of then', {}, day(20), 'reputation-too-low'],
    ['with enough reputation as of then', {}, day(25), 'open at 2000'],
  ])('%s', (_, change, from, gate) => expect(gateShutFor(change, from)).toBe(gate));
});
