import { Controller, Get, Param, Query } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { ShowTerms, TermsCalendar } from './show-terms.dto';
import { ShowTermsQuery } from './show-terms.query';

@Controller('v1/products/:productId/terms')
export class ShowTermsController {
  constructor(private readonly terms: ShowTermsQuery) {}

  @Get()
  @Roles('promoter', 'brand', 'operator', 'finance')
  @Describes({
    summary: 'The calendar of a product’s terms for one promoter: past, present and announced, with the reasons',
    params: { productId: Id },
    query: ShowTerms,
    answer: TermsCalendar,
    problems: { absent: ['no-such-party', 'product-pool/no-such-product', 'product-pool/no-such-pick'] },
  })
  show(
    @CurrentCaller() caller: Caller,
    @Param('productId', valid(Id)) productId: string,
    @Query(validQuery(ShowTerms)) query: ShowTerms,
  ): Promise<TermsCalendar> {
    if (caller.role !== 'promoter') return this.terms.ofProduct(caller, productId, query);
    const promoterId = query.promoterId ?? caller.partyId!;
    requireParty(caller, 'promoter', promoterId);
    return this.terms.ofProduct(caller, productId, { ...query, promoterId });
  }
}
