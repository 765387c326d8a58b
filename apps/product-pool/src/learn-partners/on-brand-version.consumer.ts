import { Injectable } from '@nestjs/common';
import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';

/** Of a brand the pool needs no more than that it exists. */
@Injectable()
export class OnBrandVersion {
  @OnEvents(brandVersion)
  async handle(events: EventOf<typeof brandVersion>[], tx: Tx): Promise<void> {
    const ids = [...new Set(events.map(event => event.data.brandId))].sort();
    await insertRows(
      tx,
      'known_brand',
      ['brand_id'],
      ids.map(id => [id]),
      { ignore: true },
    );
  }
}
