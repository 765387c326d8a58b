/** A row that is not what it must be by all the others. */
export interface Difference {
  table: string;
  /** Which row: its key, in words. */
  row: string;
  /** What of it differs. */
  what: string;
  expected: string;
  found: string;
}

/** One thing that was proved, or the first row that speaks against it. */
export interface CheckResult {
  name: string;
  /** What was looked at, with counts. */
  looked: string;
  difference: Difference | null;
}

/** Objects are compared as the JSON that they make, in the order of their fields. */
type Comparable = string | number | bigint | boolean | object | null | undefined;

/** Keeps the first difference that a check meets. */
export class FirstDifference {
  found: Difference | null = null;

  /** @returns whether the two agree */
  compare(at: Pick<Difference, 'table' | 'row' | 'what'>, expected: Comparable, found: Comparable): boolean {
    const [wanted, is] = [inWords(expected), inWords(found)];
    if (wanted === is) return true;
    this.found ??= { ...at, expected: wanted, found: is };
    return false;
  }

  /**
   * What a row says; a row that holds what can be no amount is at fault itself.
   * @returns null for such a row: there is nothing of it to be compared
   */
  read<T>(row: Pick<Difference, 'table' | 'row'>, reading: () => T): T | null {
    try {
      return reading();
    } catch (fault) {
      if (!(fault instanceof RangeError)) throw fault;
      this.found ??= { ...row, what: 'its amounts', expected: 'whole and within exact numbers', found: fault.message };
      return null;
    }
  }
}

function inWords(value: Comparable): string {
  if (value === null || value === undefined) return 'nothing';
  if (Buffer.isBuffer(value)) return value.toString('hex');
  return typeof value === 'object' ? JSON.stringify(value, exactly) : String(value);
}

/** Whole numbers of any size: as a number what one holds exactly, else as a text. */
const exactly = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? (Number.isSafeInteger(Number(value)) ? Number(value) : String(value)) : value;

const grouped = new Intl.NumberFormat('en-US');

/** `1,204,331` */
export const counted = (n: number | bigint): string => grouped.format(n);

/** `1 posting`, `2 postings` */
export const many = (n: number, thing: string): string => `${counted(n)} ${thing}${n === 1 ? '' : 's'}`;

/** Fen as people read amounts: `1,234,567.89 yuan`. */
export function inYuan(fen: bigint): string {
  const size = fen < 0n ? -fen : fen;
  return `${fen < 0n ? '−' : ''}${grouped.format(size / 100n)}.${String(size % 100n).padStart(2, '0')} yuan`;
}
