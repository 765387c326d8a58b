import { Body, Controller, Put } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { Closed, Id, Name, Nullable } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { WriteCategoriesHandler } from './write-categories.handler';

const Tree = Type.Array(Closed({ id: Id, parentId: Nullable(Id), name: Name, nameEn: Name }), {
  minItems: 1,
  maxItems: 5_000,
  description: 'The whole tree, in any order; categories below one parent are listed in theirs',
});

const Count = Type.Integer({ minimum: 0 });
const WriteCategoriesAnswer = Closed({ categories: Count, added: Count, changed: Count, removed: Count });

@Controller('v1/categories')
export class WriteCategoriesController {
  constructor(private readonly categories: WriteCategoriesHandler) {}

  @Put()
  @Roles('operator')
  @Describes({
    summary: 'Write the category tree, the whole of it: up to three levels. A category with products stays a leaf',
    body: Tree,
    answer: WriteCategoriesAnswer,
    problems: {
      conflict: ['product-pool/categories-in-use'],
      invalid: [
        ...['product-pool/category-repeats', 'product-pool/category-has-no-parent'],
        ...['product-pool/categories-run-in-a-circle', 'product-pool/category-too-deep'],
      ],
    },
  })
  write(@Body(valid(Tree)) rows: Static<typeof Tree>): Promise<Static<typeof WriteCategoriesAnswer>> {
    return this.categories.run(rows);
  }
}
