import { Gather } from './gather';

describe('gathering', () => {
  it('serves who comes alone at once, and those who come meanwhile together', async () => {
    const batches: number[][] = [];
    const gather = new Gather(async (items: number[]) => {
      batches.push(items);
      return Promise.resolve(items.map(item => item * 2));
    }, 3);
    const results = await Promise.all([1, 2, 3, 4, 5].map(item => gather.add(item)));
    expect(results).toEqual([2, 4, 6, 8, 10]);
    expect(batches).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('tells a failure to those whose batch failed, and goes on', async () => {
    const gather = new Gather(
      (items: number[]) => (items.includes(2) ? Promise.reject(new Error('no')) : Promise.resolve(items)),
      2,
    );
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map(item => gather.add(item)));
    expect(results.map(result => result.status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
  });
});
