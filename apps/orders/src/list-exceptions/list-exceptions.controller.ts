import { Controller, Get, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { validQuery } from '@chuanliu/http/validate';
import type { ListedException } from '../storage/order-exceptions';
import { ListExceptionsRequest } from './list-exceptions.dto';
import { ExceptionsOfOrders } from './list-exceptions.query';

/** Exceptions of orders for the gateway, which lists them with the parked events of all services. */
@Controller('internal/exceptions')
export class ListExceptionsController {
  constructor(private readonly exceptions: ExceptionsOfOrders) {}

  @Get()
  @Roles('internal')
  async list(
    @Query(validQuery(ListExceptionsRequest)) request: Static<typeof ListExceptionsRequest>,
  ): Promise<{ items: ListedException[] }> {
    return { items: await this.exceptions.page(request) };
  }
}
