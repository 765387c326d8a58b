import { Injectable } from '@nestjs/common';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { partySuspended } from '@chuanliu/contracts/partners/party-suspended.v1';
import { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { endsBeforeItBegins, suspensionDiffers } from '../domain/partners.problems';
import { endsTooEarly } from '../domain/spans';
import type { Suspension } from '../storage/directory';
import { lockEntry, touchEntry } from '../storage/entries';
import { NamedParties } from '../storage/named-parties';
import type { SuspendParty, SuspensionAnswer } from './suspend-party.dto';

export type SuspendedKind = 'promoter' | 'brand';
const COLUMNS = ['kind', 'party_id', 'suspension_id', 'holds_from', 'holds_to', 'reason', 'revision'];

@Injectable()
export class SuspendPartyHandler {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly parties: NamedParties,
    private readonly clock: Clock,
  ) {}

  /** Suspends a promoter or brand for a span of time, or moves the end of a suspension. */
  async run(kind: SuspendedKind, id: string, suspensionId: string, write: SuspendParty): Promise<SuspensionAnswer> {
    const suspension: Suspension = {
      suspensionId,
      from: toUtcInstant(write.from),
      to: write.to === undefined ? null : toUtcInstant(write.to),
      reason: write.reason,
    };
    if (endsTooEarly(suspension)) throw endsBeforeItBegins(suspension.from, suspension.to!);
    await this.parties.awaitInPath(kind, id);
    await this.database.transaction(tx => this.write(tx, kind, id, suspension));
    return { party: { kind, id }, ...suspension };
  }

  private async write(tx: Tx, kind: SuspendedKind, partyId: string, suspension: Suspension): Promise<void> {
    await lockEntry(tx, kind, partyId);
    const { suspensionId, from, to, reason } = suspension;
    const before = await knownSuspension(tx, kind, partyId, suspensionId);
    if (before && (before.from !== from || before.reason !== reason)) throw suspensionDiffers(suspensionId);
    if (before && before.to === to) return;

    const revision = (before?.revision ?? 0) + 1;
    const row = [kind, partyId, suspensionId, toColumn(from), toColumn(to), reason, revision];
    await insertRows(tx, 'suspension', COLUMNS, [row], { onDuplicate: takeNew('holds_to', 'revision') });
    await touchEntry(tx, { kind, id: partyId }, this.clock.now());
    await this.outbox.add(tx, partySuspended, [{ data: { kind, partyId, ...suspension, revision } }]);
  }
}

async function knownSuspension(tx: Tx, kind: SuspendedKind, partyId: string, suspensionId: string) {
  const [row] = await tx.query<{ holds_from: string; holds_to: string | null; reason: string; revision: number }>(
    `SELECT holds_from, holds_to, reason, revision FROM suspension
     WHERE kind = ? AND party_id = ? AND suspension_id = ?`,
    [kind, partyId, suspensionId],
  );
  if (!row) return null;
  return {
    from: fromColumn(row.holds_from),
    to: fromColumn(row.holds_to),
    reason: row.reason,
    revision: row.revision,
  };
}
