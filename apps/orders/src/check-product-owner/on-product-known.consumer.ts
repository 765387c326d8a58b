import { Injectable } from '@nestjs/common';
import { productKnown } from '@chuanliu/contracts/product-pool/product-known.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { LearnProducts } from './learn-products.handler';

/** Hears which brand a product belongs to. Fenced: a sale that is just being kept would not be found. */
@Injectable()
export class OnProductKnown {
  constructor(private readonly products: LearnProducts) {}

  @OnEvents(productKnown, { fenced: true })
  handle(events: EventOf<typeof productKnown>[], tx: Tx): Promise<void> {
    return this.products.run(events, tx);
  }
}
