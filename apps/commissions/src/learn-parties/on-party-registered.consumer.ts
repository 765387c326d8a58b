import { Injectable } from '@nestjs/common';
import { partyRegistered } from '@chuanliu/contracts/partners/party-registered.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { saveParties } from '../storage/party';

@Injectable()
export class OnPartyRegistered {
  @OnEvents(partyRegistered)
  handle(events: EventOf<typeof partyRegistered>[], tx: Tx): Promise<void> {
    return saveParties(
      tx,
      events.map(({ data }) => [data.kind, data.partyId]),
    );
  }
}
