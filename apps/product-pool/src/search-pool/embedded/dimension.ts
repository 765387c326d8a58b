import { grown } from './grown';

/** A property with one value of few, such as the category: its values have numbers, and a column holds them. */
export class Dimension {
  /** The value's number by document; −1 for none. */
  column = new Int32Array(0);
  readonly values: string[] = [];
  private readonly numbers = new Map<string, number>();

  grow(capacity: number): void {
    this.column = grown(this.column, capacity, -1);
  }

  /** −1 for a value that nothing has had. */
  numberOf(value: string): number {
    return this.numbers.get(value) ?? -1;
  }

  set(document: number, value: string | null): void {
    this.column[document] = value === null ? -1 : (this.numbers.get(value) ?? this.add(value));
  }

  private add(value: string): number {
    const number = this.values.push(value) - 1;
    this.numbers.set(value, number);
    return number;
  }
}
