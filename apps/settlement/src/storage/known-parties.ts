import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import type { Party } from '../domain/account-names';
import { accounts } from '../domain/accounts';

const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 100;

/** Parties that have ever been heard of. */
@Injectable()
export class KnownParties {
  constructor(private readonly database: Database) {}

  /** Whether the party is known, or becomes so within 5 s: its registration may just be on its way. */
  async appears(party: Party): Promise<boolean> {
    const until = Date.now() + PATIENCE_MS;
    while (!(await this.isKnown(party))) {
      if (Date.now() >= until) return false;
      await sleep(LOOK_EVERY_MS);
    }
    return true;
  }

  private async isKnown({ kind, id }: Party): Promise<boolean> {
    const rows = await this.database.read(
      `SELECT 1 AS known FROM account WHERE name IN (?)
       UNION ALL (SELECT 1 FROM brand_fact WHERE ? = 'brand' AND brand_id = ? LIMIT 1)`,
      [[accounts.pending(kind, id), accounts.available(kind, id)], kind, id],
    );
    return rows.length > 0;
  }
}
