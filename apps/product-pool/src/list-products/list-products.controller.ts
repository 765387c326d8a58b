import { Controller, Get, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Closed, Id, Instant } from '@chuanliu/contracts/shapes';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, listQuery } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { validQuery } from '@chuanliu/http/validate';
import { productStates } from '../domain/product';
import { ProductAnswer, shown } from '../offer-product/product.dto';
import { brandOf } from './brand-of';
import { ListProductsQuery } from './list-products.query';

const ListProducts = listQuery({
  brandId: Type.Optional({ ...Id, description: 'A brand sees its own alone' }),
  state: Type.Optional(Type.Union(productStates.map(state => Type.Literal(state)))),
  updatedFrom: Type.Optional(Instant),
});
const Keyset = Closed({ id: Id });
const ProductRow = Closed({ id: Id, ...ProductAnswer.properties });

@Controller('v1/products')
export class ListProductsController {
  constructor(
    private readonly products: ListProductsQuery,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Roles('brand', 'operator', 'finance')
  @Describes({
    summary: 'Products in the order of their ids',
    query: ListProducts,
    answer: listAnswerOf(ProductRow),
    problems: { absent: ['no-such-party'] },
  })
  async list(@CurrentCaller() caller: Caller, @Query(validQuery(ListProducts)) query: Static<typeof ListProducts>) {
    const updatedFrom = query.updatedFrom === undefined ? undefined : toUtcInstant(query.updatedFrom);
    const filter = { brandId: brandOf(caller, query.brandId), state: query.state, updatedFrom };
    const after = decodeCursor(Keyset, query.cursor)?.id ?? '';
    const products = await this.products.page(filter, after, query.limit + 1);
    const tiers = await this.products.tiersOf(products, this.clock.now());
    return listAnswer(products, {
      limit: query.limit,
      keysetOf: ({ productId }) => ({ id: productId }),
      itemOf: product => ({ id: product.productId, ...shown(product, tiers.get(product.brandId)!) }),
      control: await controlOf(this.products.idsForControl(filter)),
    });
  }
}
