import { Injectable } from '@nestjs/common';
import { accountOwned } from '@chuanliu/contracts/partners/account-owned.v1';
import { insertRows } from '@chuanliu/database/insert-rows';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { DueLines } from '../decide-again/due-lines';

/** An account has an owner from an instant on: purchases on it, or after a touch on it, until its next version are decided again. */
@Injectable()
export class OnAccountOwned {
  constructor(private readonly dueLines: DueLines) {}

  @OnEvents(accountOwned, { fenced: true })
  async handle(events: EventOf<typeof accountOwned>[], tx: Tx): Promise<void> {
    const rows = events.map(({ data }) => [
      data.accountId,
      toColumn(data.effectiveFrom),
      data.owner.kind,
      data.owner.id,
    ]);
    const columns = ['account_id', 'effective_from', 'owner_kind', 'owner_id'];
    await insertRows(tx, 'account_version', columns, rows, { ignore: true });
    await this.dueLines.noteFound(
      tx,
      `FROM account_version v JOIN line l ON l.account_id = v.account_id AND l.ordered_at >= v.effective_from
       WHERE v.account_id IN (?) AND v.effective_from IN (?)
         AND NOT EXISTS (SELECT 1 FROM account_version n WHERE n.account_id = v.account_id
           AND n.effective_from > v.effective_from AND n.effective_from <= l.ordered_at)`,
      [[...new Set(rows.map(row => row[0]))], [...new Set(rows.map(row => row[1]))]],
    );
    // The owner at the touch counts, which was before the order and not before the earliest touch.
    await this.dueLines.noteFound(
      tx,
      `FROM account_version v JOIN touch_lookup l ON l.kind = 'account' AND l.name = v.account_id
         AND l.ordered_at > v.effective_from
       WHERE v.account_id IN (?) AND v.effective_from IN (?)
         AND NOT EXISTS (SELECT 1 FROM account_version n WHERE n.account_id = v.account_id
           AND n.effective_from > v.effective_from AND n.effective_from <= l.touched_since)`,
      [[...new Set(rows.map(row => row[0]))], [...new Set(rows.map(row => row[1]))]],
    );
  }
}
