import { Injectable } from '@nestjs/common';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { saveLegalKinds } from '../storage/legal-kinds';

/** Of a promoter it matters here whether it is a person, whose payouts are taxed. */
@Injectable()
export class OnPromoterVersion {
  @OnEvents(promoterVersion)
  handle(events: EventOf<typeof promoterVersion>[], tx: Tx): Promise<void> {
    const kinds = events.flatMap(({ data: { promoterId, effectiveFrom, kind } }) =>
      kind === undefined
        ? []
        : [{ party: { kind: 'promoter' as const, id: promoterId }, effectiveFrom, kind, revision: 1 }],
    );
    return saveLegalKinds(tx, kinds);
  }
}
