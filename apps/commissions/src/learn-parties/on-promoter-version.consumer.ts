import { Injectable } from '@nestjs/common';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { saveParties } from '../storage/party';

/** A promoter's scores and buyer ids are attribution's; here it matters only that the promoter exists. */
@Injectable()
export class OnPromoterVersion {
  @OnEvents(promoterVersion)
  handle(events: EventOf<typeof promoterVersion>[], tx: Tx): Promise<void> {
    return saveParties(
      tx,
      events.map(({ data }) => ['promoter', data.promoterId]),
    );
  }
}
