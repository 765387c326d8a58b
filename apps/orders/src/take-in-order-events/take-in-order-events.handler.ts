import { Injectable } from '@nestjs/common';
import type { orderEventTakenIn } from '@chuanliu/contracts/gateway/order-event-taken-in.v1';
import { orderPaid } from '@chuanliu/contracts/orders/order-paid.v1';
import { orderReceived } from '@chuanliu/contracts/orders/order-received.v1';
import { orderRefunded } from '@chuanliu/contracts/orders/order-refunded.v1';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import type { EventOf } from '@chuanliu/messaging/on-events';
import { Outbox } from '@chuanliu/messaging/outbox';
import { differenceOfExceptions, exceptionsOf, type BrandOfProduct } from '../domain/order-exceptions';
import type { OrderFact } from '../domain/order-fact';
import { orderInForce, type OrderInForce } from '../domain/order-in-force';
import { whatChanged, type OrderChange } from '../domain/what-changed';
import { saveExceptions } from '../storage/order-exceptions';
import { factsOf, insertFacts } from '../storage/order-facts';
import { nameOf } from '../storage/order-key';
import { lockKnownOrders, saveOrderStates, type Revisions } from '../storage/order-states';
import { brandsOfProducts, noteUnknownProducts } from '../storage/products';
import { saveWaiting } from '../storage/waiting-orders';
import { paymentAnnouncement, receiptAnnouncement, refundsAnnouncement } from './announcements';
import { newFacts, toldOrders, type ToldOrder } from './told-orders';

/** An order of which this slice told something new. */
interface LearntOrder {
  readonly key: ToldOrder;
  readonly facts: readonly OrderFact[];
  readonly before: OrderInForce;
  readonly after: OrderInForce;
  readonly change: OrderChange;
  /** As they are from now on. */
  readonly revisions: Revisions;
  readonly isNew: boolean;
}

/**
 * Keeps every distinct event of an order, derives from all of them what is true of it, and announces the difference.
 *
 * What was announced before is derived as well, from the facts kept before: every difference was announced in the
 * transaction that kept the fact which made it.
 */
@Injectable()
export class TakeInOrderEvents {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(events: EventOf<typeof orderEventTakenIn>[], tx: Tx): Promise<void> {
    const told = toldOrders(events);
    const known = await lockKnownOrders(tx, told);
    const kept = await factsOf(
      tx,
      told.filter(order => known.has(nameOf(order))),
    );
    const orders = told.flatMap(order => learn(order, kept.get(nameOf(order)) ?? [], known.get(nameOf(order))));
    if (orders.length === 0) return; // Everything was told before.

    const brandOfProduct = await brandsOfProducts(tx, productsOf(orders));
    await insertFacts(
      tx,
      orders.flatMap(({ key, facts }) => facts.map(fact => ({ key, fact }))),
    );
    await this.saveStates(tx, orders);
    await this.saveExceptions(tx, orders, brandOfProduct);
    await this.announce(tx, orders);
  }

  private async saveStates(tx: Tx, orders: readonly LearntOrder[]): Promise<void> {
    const states = orders
      .filter(({ isNew, change }) => isNew || changesMoney(change) || change.receivedAt !== undefined)
      .map(({ key: { channelId, orderId }, revisions, after }) => ({
        channelId,
        orderId,
        ...revisions,
        brandId: after.payment?.brandId ?? null,
      }));
    await saveOrderStates(tx, states);
    const waiting = orders
      .filter(({ before, after }) => before.waitingEvents !== after.waitingEvents)
      .map(({ key: { channelId, orderId }, after }) => ({ channelId, orderId, waitingEvents: after.waitingEvents }));
    await saveWaiting(tx, waiting);
  }

  private async saveExceptions(tx: Tx, orders: readonly LearntOrder[], brandOfProduct: BrandOfProduct): Promise<void> {
    const changes = orders.map(({ key, before, after }) => ({
      key,
      change: differenceOfExceptions(exceptionsOf(before, brandOfProduct), exceptionsOf(after, brandOfProduct)),
    }));
    await saveExceptions(tx, changes, this.clock.now());
    await noteUnknownProducts(
      tx,
      orders
        .filter(({ change }) => change.payment)
        .flatMap(({ key, after }) =>
          [...productIdsOf(after)]
            .filter(productId => brandOfProduct(productId) === undefined)
            .map(productId => ({ key, productId })),
        ),
    );
  }

  private async announce(tx: Tx, orders: readonly LearntOrder[]): Promise<void> {
    const payments = orders.flatMap(({ key, change: { payment }, revisions }) =>
      payment === undefined
        ? []
        : [{ data: paymentAnnouncement(key, revisions.orderRevision, payment), cause: key.cause }],
    );
    const refunds = orders.flatMap(({ key, change, revisions }) =>
      change.refunds.length === 0
        ? []
        : [{ data: refundsAnnouncement(key, revisions.orderRevision, change.refunds), cause: key.cause }],
    );
    const receipts = orders.flatMap(({ key, change: { receivedAt }, revisions }) =>
      receivedAt === undefined
        ? []
        : [{ data: receiptAnnouncement(key, revisions.receiptRevision, receivedAt), cause: key.cause }],
    );
    await this.outbox.add(tx, orderPaid, payments);
    await this.outbox.add(tx, orderRefunded, refunds);
    await this.outbox.add(tx, orderReceived, receipts);
  }
}

/** What the slice adds to what is known of an order; nothing when all of it was told before. */
function learn(key: ToldOrder, kept: readonly OrderFact[], known: Revisions | undefined): LearntOrder[] {
  const facts = newFacts(key.facts, kept);
  if (facts.length === 0) return [];
  const before = orderInForce(kept);
  const after = orderInForce([...kept, ...facts]);
  const change = whatChanged(before, after);
  const revisions = {
    orderRevision: (known?.orderRevision ?? 0) + (changesMoney(change) ? 1 : 0),
    receiptRevision: (known?.receiptRevision ?? 0) + (change.receivedAt === undefined ? 0 : 1),
  };
  return [{ key, facts, before, after, change, revisions, isNew: known === undefined }];
}

const changesMoney = ({ payment, refunds }: OrderChange): boolean => payment !== undefined || refunds.length > 0;

function productsOf(orders: readonly LearntOrder[]): Set<string> {
  return new Set(orders.flatMap(({ before, after }) => [...productIdsOf(before), ...productIdsOf(after)]));
}

const productIdsOf = (order: OrderInForce): Set<string> =>
  new Set(order.payment?.lines.map(line => line.productId) ?? []);
