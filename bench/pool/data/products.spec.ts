import { CategoryTree, firstCategories } from '../../../apps/product-pool/src/domain/category-tree';
import { brandsOf, productOf } from './products';

const tree = new CategoryTree(firstCategories);

describe('the pool that is measured', () => {
  const total = 5_000;
  const brands = brandsOf(total);
  const products = Array.from({ length: total }, (_, n) => productOf(n, total, brands));

  it('is the same on every machine', () => {
    expect(productOf(17, total, brandsOf(total))).toEqual(products[17]);
    expect(products[17]).not.toEqual({ ...products[18], productId: products[17]!.productId });
  });

  it('has brands of different names, for as many products as one likes', () => {
    const names = brandsOf(200_000).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(900);
  });

  it('has products that the pool would take', () => {
    for (const { priceFen, commissionBps, productScore, categoryId, title } of products) {
      expect(tree.isLeaf(categoryId)).toBe(true);
      expect(title.length).toBeLessThanOrEqual(200);
      expect(priceFen).toBeGreaterThan(0);
      expect(productScore).toBeLessThanOrEqual(500);
      expect(commissionBps).toBeLessThanOrEqual(5_000);
    }
  });

  it('has something of everything: both languages, empty shelves, many that do not sell', () => {
    const share = (test: (p: (typeof products)[number]) => boolean) => products.filter(test).length / total;
    expect(share(({ title }) => /[a-z]{4} /.test(title))).toBeCloseTo(0.25, 0);
    expect(share(({ state }) => state === 'off-shelf')).toBeCloseTo(0.02, 1);
    expect(share(({ stock }) => stock === 0)).toBeCloseTo(0.01, 1);
    expect(share(({ sales30d }) => sales30d === 0)).toBeGreaterThan(0.5);
    expect(new Set(products.map(({ categoryId }) => categoryId)).size).toBeGreaterThan(90);
  });

  it('was listed in the order of its ids, over more than a year', () => {
    const days = products.map(({ daysOnShelf }) => daysOnShelf);
    expect(days).toEqual([...days].sort((a, b) => b - a));
    expect([days[0], days.at(-1)]).toEqual([399, 0]);
  });
});
