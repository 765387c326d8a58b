/** A small seeded generator (mulberry32): the same seed gives the same order on every machine. Numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The events in another order (Fisher–Yates); a copy. */
export function shuffled<T>(events: readonly T[], random: () => number): T[] {
  const mixed = [...events];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

/** Adds a copy of each event with the given probability, somewhere behind it. */
export function withDuplicates<T>(events: readonly T[], share: number, random: () => number): T[] {
  const repeated = events.filter(() => random() < share);
  const all: T[] = [...events];
  for (const event of repeated) all.splice(Math.floor(random() * (all.length + 1)), 0, event);
  return all;
}
