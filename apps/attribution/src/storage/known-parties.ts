import { Injectable } from '@nestjs/common';
import { requireParty, noSuchParty } from '@chuanliu/auth/require-party';
import type { Caller } from '@chuanliu/auth/caller';
import { Database } from '@chuanliu/database/database';

const VERSIONS = { brand: ['brand_version', 'brand_id'], promoter: ['promoter_version', 'promoter_id'] } as const;

/** Which brands and promoters have been heard of. */
@Injectable()
export class KnownParties {
  constructor(private readonly database: Database) {}

  /** @throws Problem `no-such-party` (404) for another party's id, and for one that nobody has registered. */
  async require(caller: Caller, kind: 'brand' | 'promoter', id: string): Promise<void> {
    requireParty(caller, kind, id);
    if (caller.role === kind) return; // The party itself exists, even before its registration has arrived here.
    const [table, column] = VERSIONS[kind];
    const rows = await this.database.read(`SELECT 1 AS known FROM ${table} WHERE ${column} = ? LIMIT 1`, [id]);
    if (rows.length === 0) throw noSuchParty(kind, id);
  }
}
