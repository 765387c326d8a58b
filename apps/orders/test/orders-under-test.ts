import { randomUUID } from 'node:crypto';
import type { DataOf } from '@chuanliu/contracts/define-event';
import { orderEventTakenIn } from '@chuanliu/contracts/gateway/order-event-taken-in.v1';
import type { orderPaid } from '@chuanliu/contracts/orders/order-paid.v1';
import type { orderReceived } from '@chuanliu/contracts/orders/order-received.v1';
import type { orderRefunded } from '@chuanliu/contracts/orders/order-refunded.v1';
import { productKnown } from '@chuanliu/contracts/product-pool/product-known.v1';
import { Database } from '@chuanliu/database/database';
import { StoppedClock } from '@chuanliu/http/dated-command-clock';
import { DueWork } from '@chuanliu/messaging/due-work';
import { messagingMigrations } from '@chuanliu/messaging/migrations';
import type { EventMeta, EventOf } from '@chuanliu/messaging/on-events';
import { Outbox } from '@chuanliu/messaging/outbox';
import { ParkedEvents } from '@chuanliu/messaging/parked-events';
import { Progress } from '@chuanliu/messaging/progress';
import { settingsIn } from '@chuanliu/testing/settings-in';
import { dropNamespace, uniqueNamespace } from '@chuanliu/testing/unique-namespace';
import { CheckProductOwners } from '../src/check-product-owner/check-product-owners';
import { LearnProducts } from '../src/check-product-owner/learn-products.handler';
import type { OrderFact } from '../src/domain/order-fact';
import { ExceptionsOfOrders } from '../src/list-exceptions/list-exceptions.query';
import { orderAnswer } from '../src/read-order/read-order.dto';
import { OrdersById } from '../src/read-order/read-order.query';
import { ordersMigrations } from '../src/storage/migrations/all';
import { TakeInOrderEvents } from '../src/take-in-order-events/take-in-order-events.handler';

export interface Announcement {
  type: string;
  data: unknown;
}

/** What the others know of an order when they have heard every announcement and kept the greatest revisions. */
export interface HeardOrder {
  paid: Pick<DataOf<typeof orderPaid>, 'payment' | 'lines'>;
  refunds: Record<string, unknown>;
  receivedAt: string | null;
}

const meta = (key: string): EventMeta => ({ eventId: randomUUID(), topic: '', partition: 0, offset: 0, key });

/** The service's handlers on a real database of their own, without a broker. */
export class OrdersUnderTest {
  private constructor(
    readonly database: Database,
    private readonly namespace: ReturnType<typeof uniqueNamespace>,
    readonly clock = new StoppedClock('2026-11-07T00:00:00.000Z'),
  ) {}

  static async open(): Promise<OrdersUnderTest> {
    const namespace = uniqueNamespace();
    const database = await Database.open({
      url: namespace.servers.databaseUrl,
      schema: namespace.schemaOf('orders'),
      migrations: [...messagingMigrations, ...ordersMigrations],
    });
    return new OrdersUnderTest(database, namespace);
  }

  async close(): Promise<void> {
    await this.database.close();
    await dropNamespace(this.namespace);
  }

  /** One slice with these events of one order. */
  tell(orderId: string, facts: readonly OrderFact[], channelId = 'shop'): Promise<void> {
    return this.takeIn(facts.map(fact => takenIn(orderId, fact, channelId)));
  }

  takeIn(data: ReadonlyArray<DataOf<typeof orderEventTakenIn>>): Promise<void> {
    for (const one of data) {
      if (!orderEventTakenIn.check(one)) throw new Error(JSON.stringify(orderEventTakenIn.check.errors));
    }
    const events: EventOf<typeof orderEventTakenIn>[] = data.map(one => ({
      data: one,
      meta: meta(orderEventTakenIn.key(one)),
    }));
    const handler = new TakeInOrderEvents(new Outbox(), this.clock);
    return this.database.transaction(tx => handler.run(events, tx));
  }

  /** The product pool says whose a product is; then what that makes due is worked off. */
  async tellProduct(productId: string, brandId: string, revision = 1): Promise<void> {
    const data = {
      productId,
      brandId,
      title: 'A',
      categoryId: 'c-1',
      priceFen: 1,
      state: 'on-shelf' as const,
      revision,
    };
    const handler = new LearnProducts(this.dueWork());
    await this.database.transaction(tx => handler.run([{ data, meta: meta(productKnown.key(data)) }], tx));
    const owners = new CheckProductOwners(this.dueWork(), this.database, this.clock);
    while ((await this.database.transaction(tx => owners.checkSome(tx))) > 0);
  }

  /** Everything announced of an order, in order. */
  async announced(orderId: string, channelId = 'shop'): Promise<Announcement[]> {
    const rows = await this.database.read<{ type: string; payload: string }>(
      'SELECT type, payload FROM outbox WHERE aggregate_id = ? ORDER BY id',
      [orderId],
    );
    return rows
      .map(({ type, payload }) => ({ type, data: JSON.parse(payload) as { channelId: string } }))
      .filter(({ data }) => data.channelId === channelId);
  }

  /** What a listener ends up with. */
  async heard(orderId: string): Promise<HeardOrder> {
    const order: HeardOrder = { paid: { payment: null, lines: [] }, refunds: {}, receivedAt: null };
    for (const { type, data } of await this.announced(orderId)) {
      if (type === 'order-paid.v1') {
        const { payment, lines } = data as DataOf<typeof orderPaid>;
        order.paid = { payment, lines };
      } else if (type === 'order-refunded.v1') {
        for (const { withdrawn, ...refund } of (data as DataOf<typeof orderRefunded>).refunds) {
          if (withdrawn) delete order.refunds[refund.refundId];
          else order.refunds[refund.refundId] = refund;
        }
      } else order.receivedAt = (data as DataOf<typeof orderReceived>).receivedAt;
    }
    return order;
  }

  async read(orderId: string) {
    return (await new OrdersById(this.database).read(orderId)).flatMap(orderAnswer);
  }

  exceptions(request: Partial<Parameters<ExceptionsOfOrders['page']>[0]> = {}) {
    return new ExceptionsOfOrders(this.database).page({ limit: 200, ...request });
  }

  async countRows(table: string, orderId: string): Promise<number> {
    const [row] = await this.database.read<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE order_id = ?`, [
      orderId,
    ]);
    return row!.n;
  }

  /** Never started: these tests work off what is due themselves. */
  private dueWork(): DueWork {
    const settings = settingsIn(this.namespace);
    const options = { service: 'orders', settings, migrations: [], topics: [] };
    return new DueWork(this.database, new Progress(options, this.database, new ParkedEvents(this.database)));
  }
}

/** A fact as the gateway takes it in. */
export function takenIn(orderId: string, fact: OrderFact, channelId = 'shop'): DataOf<typeof orderEventTakenIn> {
  const { eventId, type, occurredAt, hash, contentHash } = fact;
  return {
    channelId,
    orderId,
    eventId,
    type,
    occurredAt,
    hash,
    contentHash,
    payment: fact.type === 'order-paid' ? { ...fact.payment, lines: [...fact.payment.lines] } : null,
    refund: fact.type === 'order-refunded' ? fact.refund : null,
  };
}
