import fc from 'fast-check';
import { comesBefore } from './exception';
import { merge } from './merge';

async function* listed<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('merging lists', () => {
  const row = fc.record({ occurredAt: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03'), id: fc.string() });
  const inOrder = <T extends { occurredAt: string; id: string }>(rows: T[]) =>
    [...rows].sort((one, other) => (comesBefore(one, other) ? -1 : comesBefore(other, one) ? 1 : 0));

  it('gives every row of every list once, in one order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(row)), async lists => {
        const merged = await collected(
          merge(
            lists.map(list => listed(inOrder(list))),
            comesBefore,
          ),
        );
        expect(merged).toEqual(inOrder(lists.flat()));
      }),
    );
  });
});
