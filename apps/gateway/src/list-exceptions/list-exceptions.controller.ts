import { Controller, Get, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Closed, Id, Instant, Utc } from '@chuanliu/contracts/shapes';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, listQuery } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { validQuery } from '@chuanliu/http/validate';
import { comesBefore, ExceptionRow } from './exception';
import { ExceptionsOfServices } from './exceptions-of-services';

const ListExceptions = listQuery({
  kind: Type.Optional(Type.String({ pattern: '^[a-z-]{1,40}/[a-z-]{1,60}$' })),
  orderId: Type.Optional(Id),
  updatedFrom: Type.Optional(Instant),
});
const Keyset = Closed({ occurredAt: Utc, id: Id });

@Controller('v1/exceptions')
export class ListExceptionsController {
  constructor(private readonly exceptions: ExceptionsOfServices) {}

  @Get()
  @Roles('operator', 'finance')
  @Describes({
    summary: 'What was accepted and needs a person, with the parked events of every service',
    query: ListExceptions,
    answer: listAnswerOf(ExceptionRow),
  })
  async list(@Query(validQuery(ListExceptions)) query: Static<typeof ListExceptions>) {
    const after = decodeCursor(Keyset, query.cursor);
    const { kind, orderId, limit } = query;
    const updatedFrom = query.updatedFrom === undefined ? undefined : toUtcInstant(query.updatedFrom);
    const filter = { ...(kind === undefined ? {} : { kind }), ...(orderId === undefined ? {} : { orderId }) };
    const rows: ExceptionRow[] = [];
    const all = this.exceptions.all(filter);
    // One pass over the whole list: its control totals, and this page's rows on the way.
    async function* counted() {
      for await (const row of all) {
        if (updatedFrom !== undefined && row.updatedAt < updatedFrom) continue;
        if (rows.length <= limit && (!after || comesBefore(after, row))) rows.push(row);
        yield { id: row.id, amountFen: 0 };
      }
    }
    const control = await controlOf(counted());
    return listAnswer(rows, {
      limit,
      control,
      keysetOf: ({ occurredAt, id }) => ({ occurredAt, id }),
      itemOf: row => row,
    });
  }
}
