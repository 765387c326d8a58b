import { becomesTrue } from './on-its-way';

describe('what is on its way', () => {
  afterEach(() => jest.restoreAllMocks());

  /** False for so many looks; the process stands still for ten seconds during the first of them. */
  const afterLooks = (count: number) => {
    let looks = 0;
    return jest.fn(() => {
      if (looks === 0) jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 10_000);
      return Promise.resolve(++looks > count);
    });
  };

  it('is looked for once where it is there', async () => {
    const look = afterLooks(0);
    expect(await becomesTrue(look)).toBe(true);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('is waited for by a process that stood still longer than anything is waited for', async () => {
    expect(await becomesTrue(afterLooks(3))).toBe(true);
  });

  it('is not waited for without end', async () => {
    const look = afterLooks(Infinity);
    expect(await becomesTrue(look)).toBe(false);
    expect(look).toHaveBeenCalledTimes(10);
  });
});
