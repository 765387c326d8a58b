import { categoryRows, isCategory, isLeaf } from './category-tree';

describe('the category tree', () => {
  it('has two to three levels under ids that are ids, each once', () => {
    const ids = categoryRows.map(row => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter(id => !/^[a-z-]+(\.[a-z-]+){0,2}$/.test(id))).toEqual([]);
    expect(categoryRows.filter(row => row.parentId === null && isLeaf(row.id))).toEqual([]);
    expect(ids.length).toBeGreaterThan(100);
  });

  it('names every category in both languages, after its parent', () => {
    const seen = new Set<string>();
    for (const { id, parentId, name, nameEn } of categoryRows) {
      expect(parentId === null || seen.has(parentId)).toBe(true);
      expect(name).toMatch(/\p{Script=Han}/u);
      expect(nameEn).toMatch(/^[A-Z]/);
      seen.add(id);
    }
  });

  it('knows its leaves', () => {
    expect(['food', 'food.snacks', 'food.snacks.nuts', 'fresh.fruit', 'nowhere'].map(isLeaf)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
    expect([isCategory('food'), isCategory('nowhere')]).toEqual([true, false]);
  });
});
