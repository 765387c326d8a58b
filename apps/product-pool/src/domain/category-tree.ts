import { categories, type Branch } from './categories';

export interface Category {
  id: string;
  /** Null at the top. */
  parentId: string | null;
  name: string;
  nameEn: string;
}

/** Every category, each before those below it. */
export const categoryRows: readonly Category[] = categories.flatMap(branch => rowsOf(branch, null));

const known = new Map(categoryRows.map(row => [row.id, row]));
const divided = new Set(categoryRows.map(row => row.parentId));

export const isCategory = (id: string): boolean => known.has(id);

/** Products stand in leaves alone: a category that is divided would hide them from whoever looks further down. */
export const isLeaf = (id: string): boolean => known.has(id) && !divided.has(id);

function rowsOf([part, name, nameEn, below = []]: Branch, parentId: string | null): Category[] {
  const id = parentId === null ? part : `${parentId}.${part}`;
  return [{ id, parentId, name, nameEn }, ...below.flatMap(branch => rowsOf(branch, id))];
}
