import { Injectable } from '@nestjs/common';
import { noSuchParty } from '@chuanliu/auth/require-party';
import { partyRegistered } from '@chuanliu/contracts/partners/party-registered.v1';
import { sameContents } from '@chuanliu/dated-facts/place-version';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { malformedRequest } from '@chuanliu/http/validate';
import { Outbox } from '@chuanliu/messaging/outbox';
import { Directory } from '../storage/directory';
import { lockOrMakeEntry } from '../storage/entries';
import { announcementOf } from './party-announced';
import type { PartyAnswer, WriteParty } from './register-party.dto';

/** What a first write of each must say. */
const required = { recruiter: ['name', 'kind'], agency: ['name'] } as const;

/** Recruiters and agencies: no rule reads a dated fact of theirs, so only the present one is kept. */
@Injectable()
export class RegisterPartyHandler {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async run(kind: 'recruiter' | 'agency', partyId: string, write: WriteParty): Promise<PartyAnswer> {
    await this.database.transaction(async tx => {
      const now = this.clock.now();
      const entry = await lockOrMakeEntry(tx, kind, partyId, now);
      const facts: WriteParty = { ...entry.undated, ...write };
      const missing = required[kind].filter(field => facts[field] === undefined);
      if (missing.length > 0) {
        throw malformedRequest(missing.map(field => ({ pointer: `/${field}`, problem: 'is required' })));
      }
      if (sameContents(facts, entry.undated)) return;

      const revision = entry.revision + 1;
      await tx.execute('UPDATE entry SET undated = ?, revision = ?, updated_at = ? WHERE kind = ? AND entry_id = ?', [
        JSON.stringify(facts),
        revision,
        toColumn(now),
        kind,
        partyId,
      ]);
      await this.outbox.add(tx, partyRegistered, [{ data: announcementOf(kind, partyId, facts, revision) }]);
    });
    return this.show(kind, partyId);
  }

  /** @throws Problem `no-such-party` (404) */
  async show(kind: 'recruiter' | 'agency', partyId: string): Promise<PartyAnswer> {
    const entry = await this.directory.entry(kind, partyId);
    if (!entry) throw noSuchParty(kind, partyId);
    const facts = entry.undated as { name: string; kind?: 'person' | 'company' };
    return { id: partyId, ...facts, payee: await this.directory.payee(kind, partyId), updatedAt: entry.updatedAt };
  }
}
