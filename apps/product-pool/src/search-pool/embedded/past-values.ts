const MOST_KEPT = 100_000;

interface Before {
  document: number;
  /** One of each column. */
  values: number[];
}

/**
 * What columns held before they changed, so that a reader who pages through an order finds it as it was at the first
 * page, however much has changed since. A state is named by how many changes lay before it. The latest hundred
 * thousand changes are kept (at a hundred a second, a quarter of an hour).
 */
export class PastValues {
  private first = 0;
  private changes: Before[] = [];

  /** The present state. */
  get now(): number {
    return this.first + this.changes.length;
  }

  knows(state: number): boolean {
    return state >= this.first && state <= this.now;
  }

  note(document: number, values: number[]): void {
    this.changes.push({ document, values });
    if (this.changes.length < 2 * MOST_KEPT) return;
    this.changes = this.changes.slice(MOST_KEPT);
    this.first += MOST_KEPT;
  }

  /** The column as it was; the very same array when nothing has changed. @param which among the values of each change */
  restored(column: Float64Array, which: number, state: number): Float64Array {
    if (state === this.now) return column;
    const past = column.slice();
    for (let n = this.changes.length - 1; n >= state - this.first; n--) {
      const { document, values } = this.changes[n]!;
      past[document] = values[which]!;
    }
    return past;
  }
}
