import { categories, type Branch } from './categories';
import { categoryHasNoParent, categoryRepeats, categoryTooDeep, categoriesRunInACircle } from './category.problems';

export interface Category {
  id: string;
  /** Null at the top. */
  parentId: string | null;
  name: string;
  nameEn: string;
}

/** How many levels a tree has at most. */
export const MOST_LEVELS = 3;

/** What products are sorted into. */
export class CategoryTree<C extends Category = Category> {
  private readonly known: Map<string, C>;
  private readonly divided: Set<string | null>;

  /** @param rows every category before those below it */
  constructor(readonly rows: readonly C[]) {
    this.known = new Map(rows.map(row => [row.id, row]));
    this.divided = new Set(rows.map(row => row.parentId));
  }

  has(id: string): boolean {
    return this.known.has(id);
  }

  /** Products stand in leaves alone: a category that is divided would hide them from whoever looks further down. */
  isLeaf(id: string): boolean {
    return this.known.has(id) && !this.divided.has(id);
  }

  /** The category and everything above it, the top first; empty for one that is unknown. */
  pathOf(id: string): string[] {
    const row = this.known.get(id);
    if (!row) return [];
    return row.parentId === null ? [id] : [...this.pathOf(row.parentId), id];
  }
}

/** The categories that a new installation begins with. */
export const firstCategories: readonly Category[] = categories.flatMap(branch => rowsOf(branch, null));

function rowsOf([part, name, nameEn, below = []]: Branch, parentId: string | null): Category[] {
  const id = parentId === null ? part : `${parentId}.${part}`;
  return [{ id, parentId, name, nameEn }, ...below.flatMap(branch => rowsOf(branch, id))];
}

/**
 * The tree that these rows make, in whatever order they come; those below one parent keep theirs.
 *
 * @throws Problem when an id comes twice, a parent is none of the rows, parents run in a circle, or there are more than
 *   three levels
 */
export function treeOf(rows: readonly Category[]): CategoryTree {
  const below = new Map<string | null, Category[]>();
  const rowOfId = new Map<string, number>();
  rows.forEach(({ id, parentId }, index) => {
    if (rowOfId.has(id)) throw categoryRepeats(id, index);
    rowOfId.set(id, index);
    below.set(parentId, [...(below.get(parentId) ?? []), rows[index]!]);
  });
  rows.forEach(({ id, parentId }, index) => {
    if (parentId !== null && !rowOfId.has(parentId)) throw categoryHasNoParent(id, parentId, index);
  });
  const ordered: Category[] = [];
  const descend = (parentId: string | null, level: number) => {
    for (const row of below.get(parentId) ?? []) {
      if (level > MOST_LEVELS) throw categoryTooDeep(row.id, MOST_LEVELS, rowOfId.get(row.id)!);
      ordered.push(row);
      descend(row.id, level + 1);
    }
  };
  descend(null, 1);
  // What hangs from no top was never reached.
  const reached = new Set(ordered.map(row => row.id));
  const lost = rows.findIndex(row => !reached.has(row.id));
  if (lost >= 0) throw categoriesRunInACircle(rows[lost]!.id, lost);
  return new CategoryTree(ordered);
}
