import { createHash } from 'node:crypto';
import type { AnswerOf, Call, InitOf, PathOf, Rest } from './calls';

/** Covers a whole filtered list, not the page it comes with. */
export interface Control {
  count: number;
  sumFen: number;
  digest: string;
}

interface Page {
  items: object[];
  nextCursor: string | null;
}

/** The lists of the API. */
export type ListPath = {
  [P in PathOf<'get'>]: AnswerOf<'get', P> extends Page ? P : never;
}[PathOf<'get'>];

/** The lists that tell what the whole of them is. */
export type ControlledListPath = {
  [P in ListPath]: AnswerOf<'get', P> extends { control: Control; items: Array<{ id: string }> } ? P : never;
}[ListPath];

/** A row of a list. */
export type RowOf<P extends ListPath> = AnswerOf<'get', P> extends { items: Array<infer Row> } ? Row : never;

/** The amounts in a row of a list. */
export type AmountOf<P extends ListPath> = keyof RowOf<P> & `${string}Fen`;

type ListInit<P extends ListPath> = Rest<InitOf<'get', P>>;

export interface WholeListOptions<P extends ListPath> {
  /** The row's main amount, of which `control.sumFen` is the sum; left out where the list has none (its sum is 0). */
  amount?: AmountOf<P>;
  /** How often the list is read again when it changed while it was being read; 0 unless told. */
  again?: number;
}

export interface Lists {
  /** The pages of a list, one after the other. */
  pages<P extends ListPath>(path: P, ...rest: ListInit<P>): AsyncGenerator<AnswerOf<'get', P>, void>;
  /** The rows of a list, page after page. */
  list<P extends ListPath>(path: P, ...rest: ListInit<P>): AsyncGenerator<RowOf<P>, void>;
  /**
   * Every row of a list, once: count, sum and digest of what was read are what the API says of the whole list.
   * Of a list without control nothing can be promised: the compiler takes none, and `list` reads it.
   *
   * @throws ListChanged when the list became another while it was being read
   * @throws ListIncomplete when rows are missing or come twice
   */
  listAll<P extends ControlledListPath>(
    path: P,
    init: InitOf<'get', P>,
    options?: WholeListOptions<P>,
  ): Promise<Array<RowOf<P>>>;
}

/** The list became another between two of its pages. */
export class ListChanged extends Error {
  override readonly name = 'ListChanged';

  constructor(
    readonly path: string,
    readonly before: Control,
    readonly after: Control,
  ) {
    super(`${path} changed while it was being read: from ${told(before)} to ${told(after)}`);
  }
}

/** What was read is not the list that the API says there is: rows are missing, come twice, or in another order. */
export class ListIncomplete extends Error {
  override readonly name = 'ListIncomplete';

  constructor(
    readonly path: string,
    readonly expected: Control,
    readonly read: Control,
  ) {
    super(`${path} has ${told(expected)}, but what was read has ${told(read)}`);
  }
}

const told = ({ count, sumFen, digest }: Control) => `${count} rows of ${sumFen} fen, ${digest.slice(0, 12)}…`;

interface ControlledPage extends Page {
  items: Array<{ id: string }>;
  control?: Control;
}

/** The paging helpers over a client's `get`. */
export function createLists(get: Call<'get'>): Lists {
  // The types above say which rows a path has; inside, a page is a page.
  const read = get as unknown as (path: string, init: object) => Promise<ControlledPage>;

  async function* pages(path: string, init: { params?: { query?: object } } = {}): AsyncGenerator<ControlledPage> {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { ...init.params?.query, ...(cursor === undefined ? {} : { cursor }) };
      const page = await read(path, { ...init, params: { ...init.params, query } });
      yield page;
      cursor = page.nextCursor;
    }
  }

  async function* list(path: string, init?: object): AsyncGenerator<object> {
    for await (const page of pages(path, init)) yield* page.items;
  }

  async function listAll(path: string, init: object, options: { amount?: string; again?: number } = {}) {
    for (let left = options.again ?? 0; ; left--) {
      try {
        return await wholeList(path, pages(path, init), options.amount);
      } catch (fault) {
        // A page and its control are two looks: a list that changes between them can seem incomplete as well.
        const mayPass = fault instanceof ListChanged || fault instanceof ListIncomplete;
        if (!mayPass || left <= 0) throw fault;
      }
    }
  }

  return { pages, list, listAll } as unknown as Lists;
}

async function wholeList(path: string, pages: AsyncIterable<ControlledPage>, amount: string | undefined) {
  const rows: Array<{ id: string }> = [];
  let control: Control | undefined;
  for await (const page of pages) {
    if (!page.control) throw new TypeError(`${path} has no control: what is read of it cannot be shown to be all`);
    if (control && !same(control, page.control)) throw new ListChanged(path, control, page.control);
    control = page.control;
    rows.push(...page.items);
  }
  const read = controlOf(rows, amount);
  if (amount === undefined && control!.sumFen !== 0 && read.digest === control!.digest)
    throw new TypeError(`${path} sums up to ${control!.sumFen} fen: name the amount to be verified`);
  if (!same(control!, read)) throw new ListIncomplete(path, control!, read);
  return rows;
}

/** @param amount the field to sum; none: the sum is 0 */
function controlOf(rows: ReadonlyArray<{ id: string }>, amount: string | undefined): Control {
  const hash = createHash('sha256');
  let sum = 0n; // Many rows may leave the exact numbers before the end.
  for (const row of rows) {
    hash.update(row.id).update('\n');
    if (amount !== undefined) sum += BigInt((row as unknown as Record<string, number>)[amount]!);
  }
  return { count: rows.length, sumFen: Number(sum), digest: hash.digest('hex') };
}

const same = (one: Control, other: Control): boolean =>
  one.count === other.count && one.sumFen === other.sumFen && one.digest === other.digest;
