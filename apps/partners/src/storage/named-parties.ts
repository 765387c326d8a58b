import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { PartyKind } from '@chuanliu/auth/caller';
import { noSuchParty } from '@chuanliu/auth/require-party';
import { Database } from '@chuanliu/database/database';
import { namedPartyUnknown } from '../domain/partners.problems';

const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 100;

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

  private async appears(kind: PartyKind, id: string): Promise<boolean> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const rows = await this.database.read('SELECT 1 AS known FROM entry WHERE kind = ? AND entry_id = ?', [kind, id]);
      if (rows.length > 0) return true;
      if (Date.now() >= until) return false;
      await sleep(LOOK_EVERY_MS);
    }
  }
}
