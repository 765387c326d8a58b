import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { insertRows } from '@chuanliu/database/insert-rows';

/** Remembered names at most: some 15 MB. Beyond it the oldest are forgotten and read again when they come up. */
const REMEMBERED = 100_000;

/** Which number an account goes by; one that has none yet is opened. */
@Injectable()
export class AccountIds {
  private readonly remembered = new Map<string, number>();

  constructor(private readonly database: Database) {}

  /**
   * The numbers of these accounts.
   *
   * New accounts are opened outside of the caller's transaction: an account without entries says nothing, so it may
   * outlive a slice that fails, and no slice waits for another one's uncommitted name.
   */
  async of(names: ReadonlySet<string>): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    const unknown: string[] = [];
    for (const name of names) {
      const id = this.remembered.get(name);
      if (id === undefined) unknown.push(name);
      else found.set(name, id);
    }
    if (unknown.length === 0) return found;
    await this.readInto(found, unknown);
    const missing = unknown.filter(name => !found.has(name)).sort();
    if (missing.length > 0) {
      await this.open(missing);
      await this.readInto(found, missing);
    }
    this.remember(unknown, found);
    return found;
  }

  private async readInto(found: Map<string, number>, names: string[]): Promise<void> {
    const rows = await this.database.read<{ name: string; account_id: number }>(
      'SELECT name, account_id FROM account WHERE name IN (?)',
      [names],
    );
    for (const { name, account_id } of rows) found.set(name, account_id);
  }

  /** Another instance may open the same accounts just now: whoever comes second leaves them as they are. */
  private async open(names: string[]): Promise<void> {
    const rows = names.map(name => [name]);
    const outside = { execute: (sql: string, parameters?: unknown[]) => this.database.write(sql, parameters) };
    await insertRows(outside, 'account', ['name'], rows, { onDuplicate: 'name = VALUES(name)' });
  }

  private remember(names: string[], found: ReadonlyMap<string, number>): void {
    for (const name of names) this.remembered.set(name, found.get(name)!);
    for (const name of this.remembered.keys()) {
      if (this.remembered.size <= REMEMBERED) break;
      this.remembered.delete(name);
    }
  }
}
