import { Injectable } from '@nestjs/common';
import type { lineHoldChanged } from '@chuanliu/contracts/settlement/line-hold-changed.v1';
import type { Tx } from '@chuanliu/database/tx';
import type { EventOf } from '@chuanliu/messaging/on-events';
import { MoveLines } from '../move-lines/move-lines';
import { inKeyOrder, keyText } from '../storage/line-key';
import { lockLines } from '../storage/sale-line';
import { saveHolds, type ToldHold } from '../storage/told-by-settlement';

/** Learns on which lines a hold lies, shows those sales as frozen, and announces it. Amounts do not move. */
@Injectable()
export class HoldLineHandler {
  constructor(private readonly moveLines: MoveLines) {}

  async run(events: ReadonlyArray<EventOf<typeof lineHoldChanged>>, tx: Tx): Promise<void> {
    const newest = new Map<string, ToldHold>();
    for (const { data: hold } of events) {
      const known = newest.get(keyText(hold));
      if (!known || known.holdRevision < hold.holdRevision) newest.set(keyText(hold), hold);
    }
    const holds = inKeyOrder(newest.values());
    await saveHolds(tx, holds);
    const causes = new Map(events.map(({ data, meta }) => [`${data.channelId}/${data.orderId}`, meta]));
    await this.moveLines.run(tx, await lockLines(tx, holds), causes);
  }
}
