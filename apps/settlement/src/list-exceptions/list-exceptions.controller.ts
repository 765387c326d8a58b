import { Controller, Get, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { validQuery } from '@chuanliu/http/validate';
import { comesBefore, type ListedException } from '../storage/listed-exception';
import { listRunsThatStandStill } from '../storage/run-faults';
import { listTooLate } from '../storage/too-late';
import { ListExceptionsRequest } from './list-exceptions.dto';

/**
 * Decisions that came after their lines were settled, and a run that stands still, for the gateway, which lists them with
 * what needs a person elsewhere.
 */
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
    const standStill = (await listRunsThatStandStill(this.database, request)).filter(
      row => after === null || comesBefore(after, row),
    );
    const rows = [...(await listTooLate(this.database, request, after, limit)), ...standStill];
    return { items: rows.sort((one, other) => (comesBefore(one, other) ? -1 : 1)).slice(0, limit) };
  }
}
