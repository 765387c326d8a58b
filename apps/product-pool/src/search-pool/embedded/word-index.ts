import { Index } from 'flexsearch';
import FastBitSet from 'fastbitset';

/** Stands after every whole word, so that a search for a word and this finds it whole, not as a beginning. */
const END = '\u0001';
const SETS_KEPT = 64;

/**
 * Which documents have which words. Only ever added to: a document whose text changes gets a new number, since taking
 * a number out of an inverted index means looking through all of it.
 */
export class WordIndex {
  private readonly index = new Index({
    tokenize: 'forward',
    resolution: 1, // Order comes from our own columns, so one slot for all.
    encode: (words: string) => words.split(' '),
    cache: false,
    fastupdate: false,
  });
  private documents = 0;
  private readonly sets = new Map<string, FastBitSet>();

  /** @param document numbers are given in ascending order */
  add(document: number, words: readonly string[]): void {
    this.index.add(document, words.map(word => word + END).join(' '));
    this.documents = document + 1;
    this.sets.clear();
  }

  /** The documents that have a word beginning so. The set is shared: do not change it. */
  beginningWith(letters: string): FastBitSet {
    return this.setOf(letters);
  }

  /** The documents that have exactly this word. The set is shared: do not change it. */
  withWord(word: string): FastBitSet {
    return this.setOf(word + END);
  }

  private setOf(term: string): FastBitSet {
    const known = this.sets.get(term);
    if (known) return known;
    const set = new FastBitSet();
    set.resize(this.documents);
    // Without a limit of one's own, it finds a hundred.
    for (const document of this.index.search(term, { limit: this.documents })) set.add(document as number);
    if (this.sets.size === SETS_KEPT) this.sets.delete(this.sets.keys().next().value!);
    this.sets.set(term, set);
    return set;
  }
}
