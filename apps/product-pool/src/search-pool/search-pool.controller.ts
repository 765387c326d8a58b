import { Controller, Get, Param, Query } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { PoolAnswer, SearchPool } from './search-pool.dto';
import { SearchPoolHandler } from './search-pool.handler';

@Controller('v1/promoters/:promoterId/pool')
export class SearchPoolController {
  constructor(private readonly pool: SearchPoolHandler) {}

  @Get()
  @Roles('promoter', 'operator')
  @Describes({
    summary: 'Find products, and what each would bring this promoter',
    description:
      'Products on the shelf and in stock. Paging neither skips nor repeats a product while the pool changes: the order ' +
      'is that of the first page, the rows are as they are now. A page may hold fewer rows than its limit when ' +
      'products have just left; the last page is the one without a nextCursor.',
    params: { promoterId: Id },
    query: SearchPool,
    answer: PoolAnswer,
    problems: {
      malformed: ['malformed-cursor'],
      absent: ['no-such-party'],
      invalid: ['product-pool/no-such-category', 'product-pool/range-is-empty'],
      unavailable: ['product-pool/index-is-being-built', 'product-pool/index-is-out-of-reach'],
    },
  })
  search(
    @CurrentCaller() caller: Caller,
    @Param('promoterId', valid(Id)) promoterId: string,
    @Query(validQuery(SearchPool)) query: SearchPool,
  ) {
    requireParty(caller, 'promoter', promoterId);
    return this.pool.run(promoterId, query);
  }
}
