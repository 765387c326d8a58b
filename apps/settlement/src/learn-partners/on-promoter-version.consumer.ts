import { Injectable } from '@nestjs/common';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { saveKnownParties } from '../storage/known-parties';
import { saveLegalKinds } from '../storage/legal-kinds';

/** Of a promoter it matters here whether it is a person, whose payouts are taxed. */
@Injectable()
export class OnPromoterVersion {
  @OnEvents(promoterVersion)
  async handle(events: EventOf<typeof promoterVersion>[], tx: Tx): Promise<void> {
    await saveKnownParties(
      tx,
      events.map(({ data: { promoterId } }) => ({ kind: 'promoter', id: promoterId })),
    );
    const kinds = events.flatMap(({ data: { promoterId, effectiveFrom, kind } }) =>
      kind === undefined
        ? []
        : [{ party: { kind: 'promoter' as const, id: promoterId }, effectiveFrom, kind, revision: 1 }],
    );
    await saveLegalKinds(tx, kinds);
  }
}
