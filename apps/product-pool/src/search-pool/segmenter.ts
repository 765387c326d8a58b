import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';

/** Words are cut here: nobody types more of one, and every further letter costs the index a place. */
const LONGEST_WORD = 20;

/** Chinese as a whole, other letters and digits as a whole; the rest separates. */
const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;
const HAN = /^\p{Script=Han}/u;

/** High enough that a word of ours is always taken as one. */
const OWN_FREQUENCY = 1_000_000;

/**
 * Takes texts apart into words: Chinese by dictionary (without guessing unknown words, so that a text and a query
 * that quotes it come apart alike), everything else by letters and digits. Width and case do not matter.
 */
export class Segmenter {
  private readonly jieba = Jieba.withDict(dict);
  private readonly own = new Set<string>();

  /** Brands' and categories' names, which no dictionary has. Texts that were taken apart before may come apart otherwise. */
  learn(names: Iterable<string>): void {
    const fresh = this.unknownOf(names);
    if (fresh.length === 0) return;
    this.jieba.loadDict(Buffer.from(fresh.map(word => `${word} ${OWN_FREQUENCY} n\n`).join('')));
    for (const word of fresh) this.own.add(word);
  }

  /** Whether these names have nothing to teach. */
  knows(names: Iterable<string>): boolean {
    return this.unknownOf(names).length === 0;
  }

  /** Every word that a text can be found by: words inside longer words too (富士 in 红富士, iphone in iphone15). */
  wordsOf(text: string): string[] {
    return distinct(
      runsOf(text).flatMap(run =>
        HAN.test(run) ? this.jieba.cutForSearch(run, false) : [run, ...(run.match(/\p{N}+|\P{N}+/gu) ?? [])],
      ),
    );
  }

  /** The words that a query asks for. */
  wordsAsked(query: string): string[] {
    return distinct(runsOf(query).flatMap(run => (HAN.test(run) ? this.jieba.cut(run, false) : [run])));
  }

  private unknownOf(names: Iterable<string>): string[] {
    const words = new Set([...names].flatMap(name => runsOf(name).filter(run => HAN.test(run) && run.length > 1)));
    return [...words].filter(word => !this.own.has(word));
  }
}

const runsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(RUNS) ?? [];

const distinct = (words: string[]): string[] => [...new Set(words.map(word => word.slice(0, LONGEST_WORD)))];
