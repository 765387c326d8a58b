import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { DueWork } from '@chuanliu/messaging/due-work';
import { productsOfOtherBrands } from '../domain/order-exceptions';
import { orderInForce } from '../domain/order-in-force';
import { clearExceptions, exceptionId, openExceptionsOf, saveExceptions } from '../storage/order-exceptions';
import { factsOf } from '../storage/order-facts';
import { nameOf } from '../storage/order-key';
import { lockKnownOrders } from '../storage/order-states';
import { countOrdersToCheck, forgetOrdersToCheck, takeOrdersToCheck } from '../storage/orders-to-check';
import { brandsOfProducts } from '../storage/products';

const ORDERS_AT_ONCE = 200;

/**
 * Looks again at orders whose products became known after the sale, or went to another brand: what belongs to another
 * brand than the order's is listed as an exception, what does not any more is cleared.
 */
@Injectable()
export class CheckProductOwners implements OnModuleInit {
  constructor(
    private readonly dueWork: DueWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.dueWork.register({
      name: 'order-to-check',
      count: () => countOrdersToCheck(this.database),
      work: tx => this.checkSome(tx),
    });
  }

  /** @returns how many orders were checked; 0 when none is left */
  async checkSome(tx: Tx): Promise<number> {
    const keys = await takeOrdersToCheck(tx, ORDERS_AT_ONCE);
    if (keys.length === 0) return 0;
    await lockKnownOrders(tx, keys);
    const facts = await factsOf(tx, keys);
    const orders = keys.map(key => ({ key, order: orderInForce(facts.get(nameOf(key)) ?? []) }));
    const brandOfProduct = await brandsOfProducts(
      tx,
      orders.flatMap(({ order }) => order.payment?.lines.map(line => line.productId) ?? []),
    );
    const open = await openExceptionsOf(tx, 'orders/product-of-other-brand', keys);
    const toClear: string[] = [];
    const toOpen = orders.map(({ key, order }) => {
      const listed = open.get(nameOf(key))!;
      const grounds = productsOfOtherBrands(order, brandOfProduct);
      const standing = new Set(grounds.map(exception => exceptionId(key, exception)));
      toClear.push(...[...listed.keys()].filter(id => !standing.has(id)));
      const opened = grounds.filter(exception => listed.get(exceptionId(key, exception)) !== exception.detail);
      return { key, change: { opened, cleared: [] } };
    });
    const now = this.clock.now();
    await saveExceptions(tx, toOpen, now);
    await clearExceptions(tx, toClear, now);
    await forgetOrdersToCheck(tx, keys);
    return keys.length;
  }
}
