import { CategoryTree, firstCategories } from './category-tree';
import { offerProduct, productStates, type Product, type ProductWrite } from './product';

const write: ProductWrite = {
  ...{ brandId: 'br-1', title: '柚子', categoryId: 'fresh.fruit', priceFen: 1990, stock: 10 },
};
const tree = new CategoryTree(firstCategories);
const operator = { role: 'operator', partyId: null } as const;
const known = offerProduct(null, 'p-1', write, operator, tree);
const refusal = (work: () => Product) => {
  try {
    return `allowed: ${work().state}`;
  } catch (problem) {
    return (problem as { type: string }).type;
  }
};

describe('a product', () => {
  it('is on the shelf when it is new', () => {
    expect(known).toEqual({
      ...{ productId: 'p-1', ...write, state: 'on-shelf', productScore: null },
      ...{ images: [], guarantees: [], belt: null, source: 'own-shop', url: null, sampleRule: null, revision: 1 },
    });
  });

  it('keeps what a write leaves out, and counts its changes', () => {
    const off = offerProduct(known, 'p-1', { ...write, state: 'off-shelf', belt: '平和蜜柚' }, operator, tree);
    const cheaper = offerProduct(off, 'p-1', { ...write, priceFen: 1 }, operator, tree);
    expect(cheaper).toMatchObject({ state: 'off-shelf', belt: '平和蜜柚', priceFen: 1, revision: 3 });
    expect(offerProduct(cheaper, 'p-1', { ...write, priceFen: 1 }, operator, tree)).toBe(cheaper);
  });

  it('moves between its states as it may', () => {
    const moves = productStates.flatMap(from =>
      productStates
        .filter(to => {
          const moved = refusal(() =>
            offerProduct({ ...known, state: from }, 'p-1', { ...write, state: to }, operator, tree),
          );
          return moved === `allowed: ${to}` && from !== to;
        })
        .map(to => `${from} → ${to}`),
    );
    expect(moves).toEqual([
      ...['draft → on-shelf', 'draft → off-shelf', 'draft → removed'],
      ...['on-shelf → off-shelf', 'on-shelf → removed', 'off-shelf → on-shelf', 'off-shelf → removed'],
    ]);
  });

  it.each([
    ['of another brand, named by a brand', { role: 'brand', partyId: 'br-2' }, {}, 'no-such-party'],
    [
      'of another brand, written as one’s own',
      { role: 'brand', partyId: 'br-2' },
      { brandId: 'br-2' },
      'product-pool/no-such-product',
    ],
    ['of another brand, written by an operator', operator, { brandId: 'br-2' }, 'product-pool/product-of-other-brand'],
    [
      'with a score of the brand’s own',
      { role: 'brand', partyId: 'br-1' },
      { productScore: 500 },
      'product-pool/score-is-not-the-brands',
    ],
    ['in no category', operator, { categoryId: 'fresh.fruits' }, 'product-pool/no-such-category'],
    ['in a category that is divided', operator, { categoryId: 'fresh' }, 'product-pool/category-is-divided'],
  ] as const)('is refused %s', (_, caller, change, type) => {
    expect(refusal(() => offerProduct(known, 'p-1', { ...write, ...change }, caller, tree))).toBe(type);
  });
});
