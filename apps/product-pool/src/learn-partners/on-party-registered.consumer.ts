import { Injectable } from '@nestjs/common';
import { partyRegistered } from '@chuanliu/contracts/partners/party-registered.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { saveKnownParties } from '../storage/known-parties';

/** Recruiters and agencies: plans name them, and money goes to whom a plan names. */
@Injectable()
export class OnPartyRegistered {
  @OnEvents(partyRegistered)
  async handle(events: EventOf<typeof partyRegistered>[], tx: Tx): Promise<void> {
    for (const kind of ['agency', 'recruiter'] as const) {
      const ids = events.filter(({ data }) => data.kind === kind).map(({ data }) => data.partyId);
      await saveKnownParties(tx, kind, ids);
    }
  }
}
