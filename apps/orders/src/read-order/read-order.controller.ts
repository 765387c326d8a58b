import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { Id } from '@chuanliu/contracts/shapes';
import { valid, validQuery } from '@chuanliu/http/validate';
import { orderAnswer, ReadOrderRequest, type OrderAnswer } from './read-order.dto';
import { OrdersById } from './read-order.query';

/** An order for the gateway, which has checked the caller: one for each channel that has the id and a payment of it. */
@Controller('internal/orders')
export class ReadOrderController {
  constructor(private readonly orders: OrdersById) {}

  @Get(':orderId')
  @Roles('internal')
  async read(
    @Param('orderId', valid(Id)) orderId: string,
    @Query(validQuery(ReadOrderRequest)) { channelId }: Static<typeof ReadOrderRequest>,
  ): Promise<{ orders: OrderAnswer[] }> {
    const found = await this.orders.read(orderId, channelId);
    return { orders: found.flatMap(orderAnswer) };
  }
}
