import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { ChannelOfOrder, ExplanationShown } from '../read-order/order.dto';
import { oneOrder } from '../read-order/one-order';
import { OrderPartsOf } from '../read-order/order-parts-of';
import { asAPromoterSeesIt } from './as-a-promoter-sees-it';
import { explainOrder, type Explanation } from './explain-order';

@Controller('v1/orders/:orderId/explanation')
export class ExplainOrderController {
  constructor(private readonly parts: OrderPartsOf) {}

  @Get()
  @Roles('operator', 'finance', 'promoter')
  @Describes({
    summary: 'For every fen of an order: who got it, and why',
    description: 'A promoter sees their own candidacy and share, and nobody else.',
    params: { orderId: Id },
    query: ChannelOfOrder,
    answer: ExplanationShown,
    problems: { absent: ['orders/no-such-order'], conflict: ['orders/order-in-several-channels'] },
  })
  async explain(
    @CurrentCaller() caller: Caller,
    @Param('orderId', valid(Id)) orderId: string,
    @Query(validQuery(ChannelOfOrder)) { channelId }: Static<typeof ChannelOfOrder>,
  ): Promise<Explanation> {
    const orders = await this.parts.orders(orderId, channelId);
    if (caller.role !== 'promoter') return explainOrder(await this.parts.parts(oneOrder(orderId, orders)));

    const explanations = await Promise.all(orders.map(async order => explainOrder(await this.parts.parts(order))));
    const visible = explanations.flatMap(explanation => asAPromoterSeesIt(explanation, caller.partyId!) ?? []);
    return oneOrder(orderId, visible);
  }
}
