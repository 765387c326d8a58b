import { Controller, Get, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { validQuery } from '@chuanliu/http/validate';
import { contestedTouches, type ListedException } from '../storage/contested-touches';
import { ListExceptionsRequest } from './list-exceptions.dto';

/** Touches that another content of their touchId put out of force, for the gateway. They belong to no order. */
@Controller('internal/exceptions')
export class ListExceptionsController {
  constructor(private readonly database: Database) {}

  @Get()
  @Roles('internal')
  async list(
    @Query(validQuery(ListExceptionsRequest)) request: Static<typeof ListExceptionsRequest>,
  ): Promise<{ items: ListedException[] }> {
    const { afterAt, afterId = '', limit } = request;
    const after = afterAt === undefined ? null : { occurredAt: toUtcInstant(afterAt), id: afterId };
    return { items: await contestedTouches(this.database, request, after, limit) };
  }
}
