import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Id } from '@chuanliu/contracts/shapes';
import { listAnswerOf } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { ListedSale, ListSales } from './list-sales.dto';
import { ListSalesHandler } from './list-sales.handler';

const describes = (whose: string) =>
  Describes({
    summary: `Sales of ${whose}`,
    description: 'One row for every line whose decision or terms name the party, also when its share is 0.',
    params: { id: Id },
    query: ListSales,
    answer: listAnswerOf(ListedSale),
    problems: { absent: ['no-such-party'], malformed: ['malformed-request', 'malformed-cursor'] },
  });

/** What each party has earned, sale by sale, for itself and for finance. Another party's is absent to a party. */
@Controller('v1')
@Roles('promoter', 'brand', 'recruiter', 'agency', 'finance')
export class ListSalesController {
  constructor(private readonly listSales: ListSalesHandler) {}

  @Get('promoters/:id/sales')
  @describes('a promoter, assists included')
  ofPromoter(
    @CurrentCaller() caller: Caller,
    @Param('id', valid(Id)) id: string,
    @Query(validQuery(ListSales)) query: Static<typeof ListSales>,
  ) {
    return this.listSales.run(caller, 'promoter', id, query);
  }

  @Get('brands/:id/sales')
  @describes('a brand')
  ofBrand(
    @CurrentCaller() caller: Caller,
    @Param('id', valid(Id)) id: string,
    @Query(validQuery(ListSales)) query: Static<typeof ListSales>,
  ) {
    return this.listSales.run(caller, 'brand', id, query);
  }

  @Get('recruiters/:id/sales')
  @describes('a recruiter, first and second level')
  ofRecruiter(
    @CurrentCaller() caller: Caller,
    @Param('id', valid(Id)) id: string,
    @Query(validQuery(ListSales)) query: Static<typeof ListSales>,
  ) {
    return this.listSales.run(caller, 'recruiter', id, query);
  }

  @Get('agencies/:id/sales')
  @describes('an agency')
  ofAgency(
    @CurrentCaller() caller: Caller,
    @Param('id', valid(Id)) id: string,
    @Query(validQuery(ListSales)) query: Static<typeof ListSales>,
  ) {
    return this.listSales.run(caller, 'agency', id, query);
  }
}
