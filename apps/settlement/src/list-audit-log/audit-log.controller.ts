import { Controller, Get, Query } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { controlOf, decodeCursor, listAnswer, listAnswerOf } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { validQuery } from '@chuanliu/http/validate';
import { AuditLogKeyset, AuditLogRow, ListAuditLog } from './audit-log.dto';
import { AuditLogQuery } from './audit-log.query';

@Controller('v1/audit-log')
export class AuditLogController {
  constructor(private readonly log: AuditLogQuery) {}

  @Get()
  @Roles('finance', 'operator')
  @Describes({
    summary: 'Who did what to the books, when and why, in the order in which it was done',
    query: ListAuditLog,
    answer: listAnswerOf(AuditLogRow),
  })
  async list(@Query(validQuery(ListAuditLog)) { limit, cursor, ...filter }: ListAuditLog) {
    const after = decodeCursor(AuditLogKeyset, cursor)?.entryNo ?? 0;
    const rows = await this.log.page(filter, after, limit + 1);
    return listAnswer(rows, {
      limit,
      keysetOf: ({ id }) => ({ entryNo: Number(id) }),
      itemOf: row => row,
      control: await controlOf(this.log.whole(filter)),
    });
  }
}
