import { Injectable } from '@nestjs/common';
import type { PartyKind } from '@chuanliu/auth/caller';
import { noSuchParty } from '@chuanliu/auth/require-party';
import { Database } from '@chuanliu/database/database';
import { becomesTrue } from '@chuanliu/messaging/on-its-way';
import { namedPartyUnknown } from '../domain/partners.problems';

/** Parties that a write names. They may just be on their way in, so an unknown one is waited for, up to 5 s. */
@Injectable()
export class NamedParties {
  constructor(private readonly database: Database) {}

  /** @throws Problem `no-such-party` (404) */
  async awaitInPath(kind: PartyKind, id: string): Promise<void> {
    if (!(await this.appears(kind, id))) throw noSuchParty(kind, id);
  }

  /** @throws Problem `partners/named-party-unknown` (422) */
  async awaitInBody(pointer: string, kind: PartyKind, id: string): Promise<void> {
    if (!(await this.appears(kind, id))) throw namedPartyUnknown(pointer, kind, id);
  }

  private appears(kind: PartyKind, id: string): Promise<boolean> {
    const sql = 'SELECT 1 AS known FROM entry WHERE kind = ? AND entry_id = ?';
    return becomesTrue(async () => (await this.database.read(sql, [kind, id])).length > 0);
  }
}
