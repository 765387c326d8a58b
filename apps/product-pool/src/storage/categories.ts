import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { Wake } from '@chuanliu/messaging/wake';
import { FIRST_CATEGORIES_AT } from '../domain/categories';
import { CategoryTree, firstCategories, type Category } from '../domain/category-tree';

export interface StoredCategory extends Category {
  updatedAt: UtcInstant;
}

/** How soon a tree that another instance wrote is known here. */
const LOOK_EVERY_MS = 1_000;
const COLUMNS = ['category_id', 'parent_id', 'name', 'name_en', 'place', 'updated_at'];

/** The tree of categories as this instance knows it: its own writes at once, those of others within two seconds. */
@Injectable()
export class Categories implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(Categories.name);
  private readonly bell = new Wake();
  private revision = 0;
  private known = new CategoryTree<StoredCategory>([]);
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database) {}

  get tree(): CategoryTree<StoredCategory> {
    return this.known;
  }

  async onModuleInit(): Promise<void> {
    await this.database.transaction(plantFirst);
    await this.look();
    this.loop = this.follow();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.bell.up();
    await this.loop;
  }

  /** Reads the tree if it is another than the one known here. */
  async look(): Promise<void> {
    const [row] = await this.database.read<{ revision: number }>('SELECT revision FROM category_tree WHERE id = 1');
    if (!row || row.revision === this.revision) return;
    this.known = new CategoryTree(await readCategories((sql, parameters) => this.database.read(sql, parameters)));
    // A revision that was written in between is read once more, at the next look.
    this.revision = row.revision;
  }

  private async follow(): Promise<void> {
    while (!this.stopping) {
      await this.bell.wait(LOOK_EVERY_MS);
      if (this.stopping) return;
      await this.look().catch((fault: unknown) => this.logger.warn({ err: fault }, 'the categories could not be read'));
    }
  }
}

/** Holds the tree until the transaction ends. @returns its rows, every category before those below it */
export async function lockCategories(tx: Tx): Promise<StoredCategory[]> {
  await tx.query('SELECT revision FROM category_tree WHERE id = 1 FOR UPDATE');
  return readCategories((sql, parameters) => tx.query(sql, parameters));
}

/** Makes the tree, which is held, what it shall be; rows that stay as and where they are need not be written. */
export async function saveCategories(
  tx: Tx,
  { written, removed, places }: { written: readonly StoredCategory[]; removed: readonly string[]; places: Places },
): Promise<void> {
  const rows = written.map(({ id, parentId, name, nameEn, updatedAt }) => [
    ...[id, parentId, name, nameEn, places.get(id)!, toColumn(updatedAt)],
  ]);
  await insertRows(tx, 'category', COLUMNS, rows, { onDuplicate: takeNew(...COLUMNS.slice(1)) });
  if (removed.length > 0) await tx.execute('DELETE FROM category WHERE category_id IN (?)', [removed]);
  await tx.execute('UPDATE category_tree SET revision = revision + 1 WHERE id = 1');
}

/** Where each category stands in the list. */
export type Places = ReadonlyMap<string, number>;

export const placesOf = (rows: readonly Category[]): Places => new Map(rows.map(({ id }, place) => [id, place]));

async function readCategories(
  read: <T>(sql: string, parameters: unknown[]) => Promise<T[]>,
): Promise<StoredCategory[]> {
  const rows = await read<{ id: string; parentId: string | null; name: string; nameEn: string; updated_at: string }>(
    'SELECT category_id AS id, parent_id AS parentId, name, name_en AS nameEn, updated_at FROM category ORDER BY place',
    [],
  );
  return rows.map(({ updated_at, ...category }) => ({ ...category, updatedAt: fromColumn(updated_at) }));
}

/** Of instances that start together, one makes the row of the tree and plants; the others wait for it and find it there. */
async function plantFirst(tx: Tx): Promise<void> {
  await insertRows(tx, 'category_tree', ['id', 'revision'], [[1, 0]], { ignore: true });
  const [{ revision }] = (await tx.query<{ revision: number }>(
    'SELECT revision FROM category_tree WHERE id = 1 FOR UPDATE',
  )) as [{ revision: number }];
  if (revision > 0) return;
  const written = firstCategories.map(category => ({ ...category, updatedAt: FIRST_CATEGORIES_AT }));
  await saveCategories(tx, { written, removed: [], places: placesOf(written) });
}
