import type { Connection } from 'mysql2/promise';

const TABLES = ['touch', 'touch_content'];

/**
 * Puts one store after the other where attribution looks for touches, by renaming tables: a millisecond, whatever their
 * size. Everything else of the schema stays, so that two cases differ in nothing but what is stored.
 */
export class TouchTableShown {
  private shown: string;

  /** @param ownHome an empty schema, for the table that the service has made itself */
  constructor(
    private readonly connection: Connection,
    private readonly schema: string,
    private readonly ownHome: string,
  ) {
    this.shown = ownHome;
  }

  async show(home: string): Promise<void> {
    if (home === this.shown) return;
    await this.connection.query('CREATE DATABASE IF NOT EXISTS ??', [this.ownHome]);
    const names = TABLES.flatMap(table => {
      const [there, back, next] = [this.schema, this.shown, home].map(schema => `${schema}.${table}`);
      return [there, back, next, there];
    });
    await this.connection.query(`RENAME TABLE ${TABLES.map(() => '?? TO ??, ?? TO ??').join(', ')}`, names);
    this.shown = home;
  }

  /** Takes the stores' tables out, so that they outlive the schema. */
  async restore(): Promise<void> {
    await this.show(this.ownHome);
  }
}
