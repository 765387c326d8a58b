import { Injectable } from '@nestjs/common';
import { sameContents } from '@chuanliu/dated-facts/place-version';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { treeOf, type Category, type CategoryTree } from '../domain/category-tree';
import { categoriesInUse } from '../domain/category.problems';
import { Categories, lockCategories, placesOf, saveCategories, type StoredCategory } from '../storage/categories';

/** How many a refusal names. */
const NAMED_AT_MOST = 20;

@Injectable()
export class WriteCategoriesHandler {
  constructor(
    private readonly database: Database,
    private readonly categories: Categories,
    private readonly clock: Clock,
  ) {}

  /** Replaces the tree; sent again, it changes nothing. This instance follows at once, others within two seconds. */
  async run(rows: readonly Category[]) {
    const tree = treeOf(rows);
    const answer = await this.database.transaction(tx => this.write(tx, tree));
    await this.categories.look();
    return answer;
  }

  private async write(tx: Tx, tree: CategoryTree) {
    const known = await lockCategories(tx);
    const before = new Map(known.map((category, place) => [category.id, { category, place }]));
    const places = placesOf(tree.rows);
    const removed = known.filter(({ id }) => !tree.has(id)).map(({ id }) => id);
    const updatedAt = this.clock.now();
    const written = tree.rows.flatMap((row): StoredCategory[] => {
      const was = before.get(row.id);
      if (!was || !sameContents({ ...was.category, ...row }, was.category)) return [{ ...row, updatedAt }];
      // One that only moved along with its neighbours has not changed.
      return was.place === places.get(row.id) ? [] : [was.category];
    });
    const added = written.filter(({ id }) => !before.has(id)).length;
    const changed = written.filter(row => before.has(row.id) && row !== before.get(row.id)!.category).length;
    if (written.length + removed.length > 0) {
      await refuseIfInUse(
        tx,
        known.filter(({ id }) => !tree.isLeaf(id)).map(({ id }) => id),
      );
      await saveCategories(tx, { written, removed, places });
    }
    return { categories: tree.rows.length, added, changed, removed: removed.length };
  }
}

/** Products stand in leaves: a category that has some may neither go nor be divided. */
async function refuseIfInUse(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const used = await tx.query<{ id: string }>(
    `SELECT DISTINCT category_id AS id FROM product WHERE category_id IN (?) ORDER BY category_id LIMIT ${NAMED_AT_MOST}`,
    [ids],
  );
  if (used.length > 0) throw categoriesInUse(used.map(({ id }) => id));
}
