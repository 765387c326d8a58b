import { Injectable } from '@nestjs/common';
import { policyVersion, type PolicyFieldsOf } from '@chuanliu/contracts/partners/policy-version.v1';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';

/** The promotion fee, which the platform takes out of a commission: what a promoter would earn is shown without it. */
@Injectable()
export class OnPolicyVersion {
  @OnEvents(policyVersion)
  async handle(events: EventOf<typeof policyVersion>[], tx: Tx): Promise<void> {
    const rows = events.flatMap(({ data: { policy, effectiveFrom, fields } }) => {
      if (policy !== 'fees') return [];
      const { promotionFeeBps } = fields as PolicyFieldsOf<'fees'>;
      return promotionFeeBps === undefined ? [] : [[toColumn(effectiveFrom), promotionFeeBps]];
    });
    // A version is written once and never changes, so the first to arrive is as good as any other.
    await insertRows(tx, 'promotion_fee', ['effective_from', 'promotion_fee_bps'], rows, { ignore: true });
  }
}
