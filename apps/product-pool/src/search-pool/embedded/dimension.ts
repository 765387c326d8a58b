import { grown } from './grown';

/** A property with one value of few, such as the category: its values have numbers from 1, and a column holds them. */
export class Dimension {
  /** The value's number by document; 0 for none. */
  column = new Int32Array(0);
  /** By number; the first place is that of none. */
  readonly values = [''];
  private readonly numbers = new Map<string, number>();

  /** @param known values that have their numbers before any product has them, in this order */
  constructor(known: readonly string[] = []) {
    for (const value of known) this.add(value);
  }

  grow(capacity: number): void {
    this.column = grown(this.column, capacity);
  }

  set(document: number, value: string | null): void {
    this.column[document] = value === null ? 0 : (this.numbers.get(value) ?? this.add(value));
  }

  valueAt(document: number): string | null {
    const number = this.column[document]!;
    return number === 0 ? null : this.values[number]!;
  }

  /** The number of a value that is known; 0 for any other. */
  numberOf(value: string): number {
    return this.numbers.get(value) ?? 0;
  }

  /** Which numbers' values pass, as a table of 1 and 0. None is a value only when `withNone` says so. */
  passing(test: (value: string) => boolean, withNone = false): Uint8Array {
    return Uint8Array.from(this.values, (value, number) => ((number === 0 ? withNone : test(value)) ? 1 : 0));
  }

  /** How many of the documents have which number. */
  count(documents: Int32Array, counts: Int32Array = new Int32Array(this.values.length)): Int32Array {
    const { column } = this;
    for (let n = 0; n < documents.length; n++) counts[column[documents[n]!]!]! += 1;
    return counts;
  }

  private add(value: string): number {
    const number = this.values.push(value) - 1;
    this.numbers.set(value, number);
    return number;
  }
}
