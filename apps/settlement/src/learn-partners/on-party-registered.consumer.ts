import { Injectable } from '@nestjs/common';
import { partyRegistered } from '@chuanliu/contracts/partners/party-registered.v1';
import { BEGINNING_OF_TIME } from '@chuanliu/dated-facts/versions';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { saveKnownParties } from '../storage/known-parties';
import { saveLegalKinds } from '../storage/legal-kinds';

/** Of a recruiter it matters here whether it is a person; what is known of it is not dated. */
@Injectable()
export class OnPartyRegistered {
  @OnEvents(partyRegistered)
  async handle(events: EventOf<typeof partyRegistered>[], tx: Tx): Promise<void> {
    await saveKnownParties(
      tx,
      events.map(({ data: { kind, partyId } }) => ({ kind, id: partyId })),
    );
    const kinds = events.flatMap(({ data: { kind, partyId, personKind, revision } }) =>
      personKind === undefined
        ? []
        : [{ party: { kind, id: partyId }, effectiveFrom: BEGINNING_OF_TIME, kind: personKind, revision }],
    );
    await saveLegalKinds(tx, kinds);
  }
}
