/** Merges lists that are each in order into one that is, holding one item of each list at a time. */
export async function* merge<T>(
  lists: ReadonlyArray<AsyncIterable<T>>,
  comesBefore: (one: T, other: T) => boolean,
): AsyncGenerator<T> {
  const iterators = lists.map(list => list[Symbol.asyncIterator]());
  const heads = await Promise.all(iterators.map(iterator => iterator.next()));
  for (;;) {
    let next = -1;
    for (const [index, head] of heads.entries()) {
      if (head.done) continue;
      const best = heads[next];
      if (!best || best.done || comesBefore(head.value, best.value)) next = index;
    }
    const head = heads[next];
    if (!head || head.done) return;
    yield head.value;
    heads[next] = await iterators[next]!.next();
  }
}
