import FastBitSet from 'fastbitset';

const SETS_KEPT = 64;

/**
 * Which documents have which words. Only ever added to: a document whose text changes gets a new number, since taking
 * a number out of an inverted index means looking through all of it.
 *
 * Words that begin alike stand together in the order of words, so their beginnings need no entries of their own, which
 * would be several for each word of each document.
 */
export class WordIndex {
  /** By word, in ascending order. */
  private readonly documentsOf = new Map<string, number[]>();
  /** In order, but for those that are fresh. */
  private words: string[] = [];
  private fresh: string[] = [];
  private documents = 0;
  private readonly sets = new Map<string, FastBitSet>();

  /** @param document numbers are given in ascending order */
  add(document: number, words: readonly string[]): void {
    for (const word of words) {
      const known = this.documentsOf.get(word);
      if (known) known.push(document);
      else {
        this.documentsOf.set(word, [document]);
        this.fresh.push(word);
      }
    }
    this.documents = document + 1;
    this.sets.clear();
  }

  /** The documents that have a word beginning so. The set is shared: do not change it. */
  beginningWith(letters: string): FastBitSet {
    return this.setOf(`${letters}*`, () => this.wordsBeginningWith(letters));
  }

  /** The documents that have exactly this word. The set is shared: do not change it. */
  withWord(word: string): FastBitSet {
    return this.setOf(word, () => [word]);
  }

  /** @param name no word has a star in it */
  private setOf(name: string, wordsOf: () => readonly string[]): FastBitSet {
    const known = this.sets.get(name);
    if (known) return known;
    const set = new FastBitSet();
    set.resize(this.documents);
    for (const word of wordsOf()) for (const document of this.documentsOf.get(word) ?? []) set.add(document);
    if (this.sets.size === SETS_KEPT) this.sets.delete(this.sets.keys().next().value!);
    this.sets.set(name, set);
    return set;
  }

  private wordsBeginningWith(letters: string): string[] {
    this.putInOrder();
    const { words } = this;
    let [from, to] = [0, words.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (words[middle]! < letters) from = middle + 1;
      else to = middle;
    }
    while (to < words.length && words[to]!.startsWith(letters)) to += 1;
    return words.slice(from, to);
  }

  /** Words that are in order already are merged, not sorted anew: the sort knows runs. */
  private putInOrder(): void {
    if (this.fresh.length === 0) return;
    this.words = [...this.words, ...this.fresh.sort()].sort();
    this.fresh = [];
  }
}
