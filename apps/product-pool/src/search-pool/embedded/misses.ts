import type { Dimension } from './dimension';

/** Facets have numbers from 1, in the order of these names; what is no facet's own part of a filter is 0's. */
export const facetNames = [
  ...(['category', 'tier', 'belt', 'guarantees', 'source'] as const),
  ...(['price', 'commission', 'score', 'trending', 'hour'] as const),
];
export type FacetName = (typeof facetNames)[number];
export type Owner = FacetName | null;

/** A document that misses more than one facet's part, or what is no facet's, counts for none. */
export const MISSES_MORE = 255;

/** The number by which a document that misses this facet's part alone is known. */
export const missOf = (owner: Owner): number => (owner === null ? MISSES_MORE : facetNames.indexOf(owner) + 1);

/** One without a figure (below 0) is in no range. */
export const isWithin = (figure: number, from = 0, to = Infinity): boolean =>
  figure >= from && figure <= to && figure >= 0;

/** Which part of a filter each document misses: 0 none, a facet's number, or more than one. */
export class Misses {
  private readonly missed: Uint8Array;
  private isAny = false;

  constructor(
    private readonly documents: Int32Array,
    private readonly size: number,
  ) {
    this.missed = new Uint8Array(documents.length);
  }

  /** A document passes where the table has 1 at its value's number. */
  byTable(owner: Owner, { column }: Dimension, passing: Uint8Array): void {
    const { documents, missed } = this;
    const miss = missOf(owner);
    this.isAny = true;
    for (let n = 0; n < documents.length; n++) {
      if (passing[column[documents[n]!]!] === 0) missed[n] = missed[n] === 0 || missed[n] === miss ? miss : MISSES_MORE;
    }
  }

  /** A document passes when its figure is in the range; one without a figure (below 0) passes none. */
  byRange(owner: Owner, column: Float64Array, from = 0, to = Infinity): void {
    const { documents, missed } = this;
    const miss = missOf(owner);
    this.isAny = true;
    for (let n = 0; n < documents.length; n++) {
      if (!isWithin(column[documents[n]!]!, from, to))
        missed[n] = missed[n] === 0 || missed[n] === miss ? miss : MISSES_MORE;
    }
  }

  /** What each document misses so far, by document; those that were never among them miss more. */
  byDocument(): Uint8Array {
    const { documents, missed } = this;
    const byDocument = new Uint8Array(this.size).fill(MISSES_MORE);
    for (let n = 0; n < documents.length; n++) byDocument[documents[n]!] = missed[n]!;
    return byDocument;
  }

  /** The documents that miss nothing, then for each facet those that miss its part alone. */
  parted(): Int32Array[] {
    if (!this.isAny) return [this.documents, ...facetNames.map(() => new Int32Array(0))];
    const { documents, missed } = this;
    const counts = new Int32Array(MISSES_MORE + 1);
    for (let n = 0; n < missed.length; n++) counts[missed[n]!]! += 1;
    const parts = [null, ...facetNames].map((_, miss) => new Int32Array(counts[miss]!));
    const reached = new Int32Array(parts.length);
    for (let n = 0; n < missed.length; n++) {
      const miss = missed[n]!;
      if (miss !== MISSES_MORE) parts[miss]![reached[miss]!++] = documents[n]!;
    }
    return parts;
  }
}
