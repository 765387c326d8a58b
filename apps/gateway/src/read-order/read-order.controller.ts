import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { ChannelOfOrder, OrderShown } from './order.dto';
import { oneOrder } from './one-order';
import { orderAnswer } from './order-answer';
import { OrderPartsOf } from './order-parts-of';

@Controller('v1/orders/:orderId')
export class ReadOrderController {
  constructor(private readonly parts: OrderPartsOf) {}

  @Get()
  @Roles('operator', 'finance', 'brand')
  @Describes({
    summary: 'An order, its lines and who gets what of them',
    params: { orderId: Id },
    query: ChannelOfOrder,
    answer: OrderShown,
    problems: { absent: ['orders/no-such-order'], conflict: ['orders/order-in-several-channels'] },
  })
  async read(
    @CurrentCaller() caller: Caller,
    @Param('orderId', valid(Id)) orderId: string,
    @Query(validQuery(ChannelOfOrder)) { channelId }: Static<typeof ChannelOfOrder>,
  ) {
    const orders = await this.parts.orders(orderId, channelId);
    const visible = caller.role === 'brand' ? orders.filter(order => order.brandId === caller.partyId) : orders;
    const order = oneOrder(orderId, visible);
    return orderAnswer(order, await this.parts.splits(order));
  }
}
