import { Injectable } from '@nestjs/common';
import { appealChanged } from '@chuanliu/contracts/attribution/appeal-changed.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { saveAppeals } from '../storage/appeals';

/** What became of appeals: an adjustment may make good what one of them was upheld for. */
@Injectable()
export class OnAppealChanged {
  @OnEvents(appealChanged)
  handle(events: EventOf<typeof appealChanged>[], tx: Tx): Promise<void> {
    return saveAppeals(
      tx,
      events.map(event => event.data),
    );
  }
}
