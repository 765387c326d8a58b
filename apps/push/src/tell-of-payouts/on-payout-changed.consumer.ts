import { Injectable } from '@nestjs/common';
import { payoutChanged } from '@chuanliu/contracts/settlement/payout-changed.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { TellParties, type News } from '../deliver/tell-parties';

/** Tells a party that money is on its way to it, arrived, or came back and why. */
@Injectable()
export class OnPayoutChanged {
  constructor(private readonly tellParties: TellParties) {}

  @OnEvents(payoutChanged)
  handle(events: EventOf<typeof payoutChanged>[], tx: Tx): Promise<void> {
    return this.tellParties.run(tx, events.map(newsOf));
  }
}

function newsOf({ data: payout, meta: { eventId } }: EventOf<typeof payoutChanged>): News {
  const party = `${payout.party.kind}:${payout.party.id}`;
  const at = payout.resultAt ?? payout.sentAt;
  return { parties: [party], type: `payout.${payout.state}`, eventId, at, data: { ...payout, party } };
}
