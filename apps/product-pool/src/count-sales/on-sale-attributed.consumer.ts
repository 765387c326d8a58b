import { Injectable } from '@nestjs/common';
import { saleAttributed } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { salesIn } from '../domain/count-sales';
import { addToDays } from '../storage/product-days';

/** How often each product is sold: 30-day sales, conversion and trending come from it. */
@Injectable()
export class OnSaleAttributed {
  @OnEvents(saleAttributed)
  async handle(events: EventOf<typeof saleAttributed>[], tx: Tx): Promise<void> {
    const sales = salesIn(events.map(event => event.data));
    await addToDays(
      tx,
      sales.map(count => ({ clicks: 0, ...count })),
    );
  }
}
