import { Controller, Get, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { AnyClient } from '@chuanliu/auth/auth.decorators';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Closed, Id, Instant, Nullable, Utc } from '@chuanliu/contracts/shapes';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, listQuery } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { validQuery } from '@chuanliu/http/validate';
import { Categories } from '../storage/categories';

const ListCategories = listQuery({ updatedFrom: Type.Optional(Instant) });
const Keyset = Closed({ after: Type.Integer({ minimum: 0 }) });
const CategoryRow = Closed({
  id: Id,
  parentId: Nullable(Id),
  name: Type.String(),
  nameEn: Type.String(),
  updatedAt: Utc,
});

@Controller('v1/categories')
export class ListCategoriesController {
  constructor(private readonly categories: Categories) {}

  @Get()
  @AnyClient()
  @Describes({
    summary: 'The category tree, every category before those below it',
    query: ListCategories,
    answer: listAnswerOf(CategoryRow),
  })
  async list(@Query(validQuery(ListCategories)) query: Static<typeof ListCategories>) {
    const after = decodeCursor(Keyset, query.cursor)?.after ?? -1;
    const { updatedFrom } = query;
    const since = updatedFrom === undefined ? '' : toUtcInstant(updatedFrom);
    const rows = this.categories.tree.rows
      .map((row, place) => ({ row, place }))
      .filter(({ row }) => row.updatedAt >= since);
    const page = rows.filter(({ place }) => place > after).slice(0, query.limit + 1);
    return listAnswer(page, {
      limit: query.limit,
      keysetOf: ({ place }) => ({ after: place }),
      itemOf: ({ row }) => row,
      control: await controlOf(rows.map(({ row }) => ({ id: row.id, amountFen: 0 }))),
    });
  }
}
