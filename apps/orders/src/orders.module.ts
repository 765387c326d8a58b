import { Module, type DynamicModule } from '@nestjs/common';
import { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { topics } from '@chuanliu/contracts/topics';
import { MessagingModule } from '@chuanliu/messaging/messaging.module';
import type { MessagingSettings } from '@chuanliu/messaging/settings';
import { CheckProductOwners } from './check-product-owner/check-product-owners';
import { LearnProducts } from './check-product-owner/learn-products.handler';
import { OnProductKnown } from './check-product-owner/on-product-known.consumer';
import { ListExceptionsController } from './list-exceptions/list-exceptions.controller';
import { ExceptionsOfOrders } from './list-exceptions/list-exceptions.query';
import { ReadOrderController } from './read-order/read-order.controller';
import { OrdersById } from './read-order/read-order.query';
import { ordersMigrations } from './storage/migrations/all';
import { CountWaitingEvents } from './take-in-order-events/count-waiting-events';
import { OnOrderEventTakenIn } from './take-in-order-events/on-order-event-taken-in.consumer';
import { TakeInOrderEvents } from './take-in-order-events/take-in-order-events.handler';

/** Paid and refunded orders, from every sales channel. */
@Module({})
export class OrdersModule {
  static forRoot(settings: MessagingSettings): DynamicModule {
    return {
      module: OrdersModule,
      imports: [
        MessagingModule.forRoot({
          service: 'orders',
          settings,
          migrations: ordersMigrations,
          topics: [topics.orderIntake.name, topics.termsEvents.name],
          ignores: [pickKnown.type],
          produces: [topics.orderEvents.name],
        }),
      ],
      controllers: [ReadOrderController, ListExceptionsController],
      providers: [
        OnOrderEventTakenIn,
        TakeInOrderEvents,
        CountWaitingEvents,
        OnProductKnown,
        LearnProducts,
        CheckProductOwners,
        OrdersById,
        ExceptionsOfOrders,
      ],
    };
  }
}
