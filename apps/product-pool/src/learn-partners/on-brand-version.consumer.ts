import { Injectable } from '@nestjs/common';
import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { noteChangesOfBrands } from '../storage/product-changes';

/** Of a brand the pool needs that it exists, and the versions of its supply tier and of the name that it is found by. */
@Injectable()
export class OnBrandVersion {
  @OnEvents(brandVersion)
  async handle(events: EventOf<typeof brandVersion>[], tx: Tx): Promise<void> {
    const ids = [...new Set(events.map(event => event.data.brandId))].sort();
    const brands = ids.map(id => [id]);
    await insertRows(tx, 'known_brand', ['brand_id'], brands, { ignore: true });
    const tiers = events.flatMap(({ data: { brandId, effectiveFrom, supplyTier } }) =>
      supplyTier === undefined ? [] : [[brandId, toColumn(effectiveFrom), supplyTier]],
    );
    // A version is written once and never changes, so the first to arrive is as good as any other.
    await insertRows(tx, 'brand_tier', ['brand_id', 'effective_from', 'supply_tier'], tiers, { ignore: true });
    const names = events.flatMap(({ data: { brandId, effectiveFrom, name } }) =>
      name === undefined ? [] : [[brandId, toColumn(effectiveFrom), name]],
    );
    await insertRows(tx, 'brand_name', ['brand_id', 'effective_from', 'name'], names, { ignore: true });
    await noteChangesOfBrands(tx, ids);
  }
}
