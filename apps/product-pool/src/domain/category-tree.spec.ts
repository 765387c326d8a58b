import { CategoryTree, firstCategories, treeOf, type Category } from './category-tree';

const row = (id: string, parentId: string | null = null): Category => ({ id, parentId, name: id, nameEn: id });

describe('the first categories', () => {
  const tree = new CategoryTree(firstCategories);

  it('have two to three levels under ids that are ids, each once', () => {
    const ids = firstCategories.map(category => category.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter(id => !/^[a-z-]+(\.[a-z-]+){0,2}$/.test(id))).toEqual([]);
    expect(firstCategories.filter(({ id, parentId }) => parentId === null && tree.isLeaf(id))).toEqual([]);
    expect(ids.length).toBeGreaterThan(100);
  });

  it('name every category in both languages, after its parent', () => {
    const seen = new Set<string>();
    for (const { id, parentId, name, nameEn } of firstCategories) {
      expect(parentId === null || seen.has(parentId)).toBe(true);
      expect(name).toMatch(/\p{Script=Han}/u);
      expect(nameEn).toMatch(/^[A-Z]/);
      seen.add(id);
    }
  });

  it('are a tree that could be written', () => {
    expect(treeOf(firstCategories).rows).toEqual(firstCategories);
  });
});

describe('a category tree', () => {
  const tree = treeOf([row('c', 'b'), row('a'), row('b', 'a'), row('z'), row('y', 'z'), row('x', 'z')]);

  it('has every category before those below it, and neighbours as they were given', () => {
    expect(tree.rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'z', 'y', 'x']);
  });

  it('knows its leaves and what is above them', () => {
    expect(['a', 'b', 'c', 'x', 'nowhere'].map(id => tree.isLeaf(id))).toEqual([false, false, true, true, false]);
    expect([tree.has('a'), tree.has('nowhere')]).toEqual([true, false]);
    expect([tree.pathOf('c'), tree.pathOf('z'), tree.pathOf('nowhere')]).toEqual([['a', 'b', 'c'], ['z'], []]);
  });

  it.each([
    ['an id that comes twice', [row('a'), row('b'), row('a')], 'category-repeats', '/2/id'],
    ['a parent that is missing', [row('a'), row('b', 'c')], 'category-has-no-parent', '/1/parentId'],
    ['a category below itself', [row('a'), row('b', 'b')], 'categories-run-in-a-circle', '/1/parentId'],
    ['a circle', [row('a'), row('b', 'd'), row('c', 'b'), row('d', 'c')], 'categories-run-in-a-circle', '/1/parentId'],
    ['a fourth level', [row('a'), row('b', 'a'), row('c', 'b'), row('d', 'c')], 'category-too-deep', '/3/parentId'],
  ])('is none with %s', (_, rows, type, pointer) => {
    expect(() => treeOf(rows)).toThrow(
      expect.objectContaining({
        type: `product-pool/${type}`,
        facts: expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }),
      }),
    );
  });
});
