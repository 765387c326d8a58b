import { Injectable } from '@nestjs/common';
import { appealChanged, type AppealState } from '@chuanliu/contracts/attribution/appeal-changed.v1';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import type { Appellant } from '../domain/appeal';
import { appealClosedAlready, noSuchAppeal } from '../domain/appeal.problems';
import { announcedAppeal } from '../file-appeal/announced-appeal';
import { appealById, saveEnd, type StoredAppeal } from '../storage/appeals';

/** How an appeal ends, and who ends it. */
export interface EndOfAppeal {
  state: Exclude<AppealState, 'open'>;
  reason: string | null;
  clientId: string;
  /** Only this party's appeal; any, when it is left out. */
  party?: Appellant;
}

/** Ends an appeal: an operator resolves it, or its author withdraws it. An overdue one can still be ended. */
@Injectable()
export class CloseAppeal {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `no-such-appeal` (404), `appeal-closed-already` (409) */
  run(appealId: string, end: EndOfAppeal): Promise<StoredAppeal> {
    return this.database.transaction(tx => this.close(tx, appealId, end));
  }

  private async close(tx: Tx, appealId: string, { state, reason, clientId, party }: EndOfAppeal) {
    const appeal = await appealById(tx, appealId, { forUpdate: true });
    if (!appeal || (party && !isOf(appeal, party))) throw noSuchAppeal(appealId);
    if (appeal.state !== 'open') throw appealClosedAlready(appealId, appeal.state);
    const now = this.clock.now();
    const ended: StoredAppeal = {
      ...appeal,
      state,
      reason,
      resolvedAt: now,
      resolvedBy: clientId,
      revision: appeal.revision + 1,
      updatedAt: now,
    };
    await saveEnd(tx, ended);
    await this.outbox.add(tx, appealChanged, [announcedAppeal(ended)]);
    return ended;
  }
}

export const isOf = ({ party }: StoredAppeal, { kind, id }: Appellant): boolean =>
  party.kind === kind && party.id === id;
