import { Injectable } from '@nestjs/common';
import type { DataOf } from '@chuanliu/contracts/define-event';
import { partySuspended } from '@chuanliu/contracts/partners/party-suspended.v1';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { DueLines } from '../decide-again/due-lines';
import { readInParts } from '../storage/read-in-parts';

type Suspension = DataOf<typeof partySuspended>;

const COLUMNS = ['promoter_id', 'suspension_id', 'suspended_from', 'suspended_to', 'revision'];

/** A promoter is suspended, or no longer or longer than was known: orders made meanwhile are decided again. */
@Injectable()
export class OnPartySuspended {
  constructor(private readonly dueLines: DueLines) {}

  @OnEvents(partySuspended, { fenced: true })
  async handle(events: EventOf<typeof partySuspended>[], tx: Tx): Promise<void> {
    // A suspended brand sells on; only a promoter's suspension decides anything.
    const promoters = events.map(event => event.data).filter(data => data.kind === 'promoter');
    const known = await knownSuspensions(tx, promoters);
    for (const suspension of promoters) {
      const name = nameOf(suspension.partyId, suspension.suspensionId);
      const before = known.get(name);
      if (before && before.revision >= suspension.revision) continue;
      known.set(name, { revision: suspension.revision, to: suspension.to });
      await this.learn(tx, suspension, before);
    }
  }

  private async learn(tx: Tx, suspension: Suspension, before?: { to: string | null }): Promise<void> {
    const { partyId, suspensionId, from, to, revision } = suspension;
    const row = [partyId, suspensionId, toColumn(from), toColumn(to), revision];
    await insertRows(tx, 'suspension', COLUMNS, [row], { onDuplicate: takeNew('suspended_to', 'revision') });

    const until = before && before.to !== null && to !== null && before.to > to ? before.to : to;
    const isOpen = to === null || before?.to === null;
    const span = isOpen ? 'l.ordered_at >= ?' : 'l.ordered_at >= ? AND l.ordered_at < ?';
    const instants = isOpen ? [toColumn(from)] : [toColumn(from), toColumn(until)];
    const codes = '(SELECT DISTINCT promotion_code AS name FROM pick WHERE promoter_id = ?) p';
    const accounts = `(SELECT DISTINCT account_id AS name FROM account_version
      WHERE owner_id = ? AND owner_kind = 'promoter') p`;
    for (const from of [
      `${codes} JOIN line l ON l.promotion_code = p.name`,
      `${accounts} JOIN line l ON l.account_id = p.name`,
      `${codes} JOIN touch_lookup l ON l.kind = 'code' AND l.name = p.name`,
      `${accounts} JOIN touch_lookup l ON l.kind = 'account' AND l.name = p.name`,
    ]) {
      await this.dueLines.noteFound(tx, `FROM ${from} WHERE ${span}`, [partyId, ...instants]);
    }
  }
}

const nameOf = (partyId: string, suspensionId: string): string => `${partyId}/${suspensionId}`;

async function knownSuspensions(
  tx: Tx,
  suspensions: readonly Suspension[],
): Promise<Map<string, { revision: number; to: string | null }>> {
  const rows = await readInParts<{
    promoter_id: string;
    suspension_id: string;
    suspended_to: string | null;
    revision: number;
  }>(tx, 'SELECT promoter_id, suspension_id, suspended_to, revision FROM suspension WHERE promoter_id IN (?)', [
    ...new Set(suspensions.map(each => each.partyId)),
  ]);
  return new Map(
    rows.map(row => [
      nameOf(row.promoter_id, row.suspension_id),
      { revision: row.revision, to: fromColumn(row.suspended_to) },
    ]),
  );
}
