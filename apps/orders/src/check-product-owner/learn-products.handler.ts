import { Injectable } from '@nestjs/common';
import type { productKnown } from '@chuanliu/contracts/product-pool/product-known.v1';
import type { Tx } from '@chuanliu/database/tx';
import { DueWork } from '@chuanliu/messaging/due-work';
import type { EventOf } from '@chuanliu/messaging/on-events';
import { checkOrdersOfMovedProducts, checkOrdersOfNewProducts } from '../storage/orders-to-check';
import { knownProducts, saveProducts, type KnownProduct } from '../storage/products';

/** Learns the brands of products, and notes the orders whose verdict that may change; CheckProductOwners looks at them. */
@Injectable()
export class LearnProducts {
  constructor(private readonly dueWork: DueWork) {}

  async run(events: EventOf<typeof productKnown>[], tx: Tx): Promise<void> {
    const told = newestOf(events);
    const known = await knownProducts(tx, [...told.keys()]);
    const newer = [...told.values()].filter(
      product => product.revision > (known.get(product.productId)?.revision ?? 0),
    );
    if (newer.length === 0) return;
    await saveProducts(tx, newer);
    const isNew = (product: KnownProduct) => !known.has(product.productId);
    await checkOrdersOfNewProducts(
      tx,
      newer.filter(isNew).map(product => product.productId),
    );
    const formerBrands = newer.flatMap(({ productId, brandId }) => {
      const former = known.get(productId)?.brandId;
      return former === undefined || former === brandId ? [] : [former];
    });
    await checkOrdersOfMovedProducts(tx, formerBrands);
    tx.afterCommit(() => this.dueWork.wake());
  }
}

/** Of several revisions of a product in one slice the greatest. */
function newestOf(events: EventOf<typeof productKnown>[]): Map<string, KnownProduct> {
  const newest = new Map<string, KnownProduct>();
  for (const { data } of events) {
    const { productId, brandId, revision } = data;
    if (revision > (newest.get(productId)?.revision ?? 0)) newest.set(productId, { productId, brandId, revision });
  }
  return newest;
}
