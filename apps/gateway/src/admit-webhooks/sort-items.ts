import { inTurns } from './in-turns';
import type { ItemRefusal } from './refusal-of-item';

/** A request's items: those that go on, how many stood there before, and those refused. */
export interface SortedItems<F, R> {
  facts: F[];
  duplicates: number;
  refused: R[];
}

/** What a channel's events and touches are told apart by. */
export interface ItemRules<F, R> {
  /** @returns null when the item is well-formed */
  refusalOf: (item: unknown) => ItemRefusal | null;
  refusedAs: (index: number, item: unknown, refusal: ItemRefusal) => R;
  /** @param item well-formed */
  factOf: (item: unknown) => F;
  /** The same for two items that say the same; one id with another content is not the same. */
  identityOf: (fact: F) => string;
}

/** Sorts a request's items, each for itself. */
export async function sortItems<F, R>(items: readonly unknown[], rules: ItemRules<F, R>): Promise<SortedItems<F, R>> {
  const sorted: SortedItems<F, R> = { facts: [], duplicates: 0, refused: [] };
  const seen = new Set<string>();
  await inTurns(items, (item, index) => {
    const refusal = rules.refusalOf(item);
    if (refusal) {
      sorted.refused.push(rules.refusedAs(index, item, refusal));
      return;
    }
    const fact = rules.factOf(item);
    const identity = rules.identityOf(fact);
    if (seen.has(identity)) {
      sorted.duplicates += 1;
      return;
    }
    seen.add(identity);
    sorted.facts.push(fact);
  });
  return sorted;
}
