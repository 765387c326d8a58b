import { Problem } from '@chuanliu/problems/problem';

export const categoryRepeats = (id: string, row: number) =>
  new Problem('invalid', 'product-pool/category-repeats', 'A category stands in the tree twice', {
    id,
    errors: [{ pointer: `/${row}/id`, problem: 'is the id of an earlier row' }],
  });

export const categoryHasNoParent = (id: string, parentId: string, row: number) =>
  new Problem('invalid', 'product-pool/category-has-no-parent', 'A category’s parent is not in the tree', {
    id,
    parentId,
    errors: [{ pointer: `/${row}/parentId`, problem: 'is not the id of any row' }],
  });

export const categoriesRunInACircle = (id: string, row: number) =>
  new Problem('invalid', 'product-pool/categories-run-in-a-circle', 'A category stands below itself', {
    id,
    errors: [{ pointer: `/${row}/parentId`, problem: 'leads back to the row' }],
  });

export const categoryTooDeep = (id: string, mostLevels: number, row: number) =>
  new Problem('invalid', 'product-pool/category-too-deep', 'The tree has more levels than are taken', {
    id,
    mostLevels,
    errors: [{ pointer: `/${row}/parentId`, problem: 'is on the lowest level that there may be' }],
  });

/** Products must be moved first. @param ids some of the categories concerned */
export const categoriesInUse = (ids: readonly string[]) =>
  new Problem(
    'conflict',
    'product-pool/categories-in-use',
    'Products stand in categories that would go or be divided',
    {
      ids,
    },
  );
