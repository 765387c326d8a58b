import { Controller, Get, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { AnyClient } from '@chuanliu/auth/auth.decorators';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Closed, Id, Instant, Nullable, Utc } from '@chuanliu/contracts/shapes';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, listQuery } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { validQuery } from '@chuanliu/http/validate';
import { CATEGORIES_CHANGED_AT } from '../domain/categories';
import { categoryRows } from '../domain/category-tree';

const ListCategories = listQuery({ updatedFrom: Type.Optional(Instant) });
const Keyset = Closed({ after: Id });
const CategoryRow = Closed({
  id: Id,
  parentId: Nullable(Id),
  name: Type.String(),
  nameEn: Type.String(),
  updatedAt: Utc,
});

@Controller('v1/categories')
export class ListCategoriesController {
  @Get()
  @AnyClient()
  @Describes({
    summary: 'The category tree, every category before those below it',
    query: ListCategories,
    answer: listAnswerOf(CategoryRow),
  })
  async list(@Query(validQuery(ListCategories)) query: Static<typeof ListCategories>) {
    const after = decodeCursor(Keyset, query.cursor)?.after;
    const isNew = query.updatedFrom === undefined || toUtcInstant(query.updatedFrom) <= CATEGORIES_CHANGED_AT;
    const rows = isNew ? categoryRows : [];
    const start = after === undefined ? 0 : rows.findIndex(row => row.id === after) + 1;
    return listAnswer(rows.slice(start, start + query.limit + 1), {
      limit: query.limit,
      keysetOf: row => ({ after: row.id }),
      itemOf: row => ({ ...row, updatedAt: CATEGORIES_CHANGED_AT }),
      control: await controlOf(rows.map(({ id }) => ({ id, amountFen: 0 }))),
    });
  }
}
