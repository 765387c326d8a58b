import { Controller, Get, Param, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Closed, Id, Instant } from '@chuanliu/contracts/shapes';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, listQuery } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { activityKinds, precedence } from '../domain/plan';
import { ListPlansQuery } from './list-plans.query';
import { PlanRow } from './plan-row';

const ListPlans = listQuery({
  updatedFrom: Type.Optional({
    ...Instant,
    description:
      'Only plans of which something was written since; that what was announced begins to hold is nothing new',
  }),
});
type ListPlans = Static<typeof ListPlans>;
const Keyset = Closed({ id: Type.String() });

const OneKind = Type.Union(
  (['directed', 'exclusive', 'activity', 'exclusive-activity'] as const).map(kind => Type.Literal(kind)),
);
type OneKind = Static<typeof OneKind>;
const absent = ['no-such-party', 'product-pool/no-such-product'];

/** Plans are between a brand and its promoters: no promoter reads them here, see the terms of a product. */
@Controller('v1')
export class ListPlansController {
  constructor(private readonly plans: ListPlansQuery) {}

  @Get('products/:productId/plans')
  @Roles('brand', 'operator', 'finance')
  @Describes({
    summary: 'All plans that a product has, its brand’s with promoters among them',
    params: { productId: Id },
    query: ListPlans,
    answer: listAnswerOf(PlanRow),
    problems: { absent },
  })
  async ofProduct(
    @CurrentCaller() caller: Caller,
    @Param('productId', valid(Id)) productId: string,
    @Query(validQuery(ListPlans)) query: ListPlans,
  ) {
    return pageOf(await this.plans.ofProduct(caller, productId, [...precedence, ...activityKinds]), query);
  }

  @Get('products/:productId/plans/:plan')
  @Roles('brand', 'operator', 'finance')
  @Describes({
    summary: 'The plans of one kind that a product has',
    params: { productId: Id, plan: OneKind },
    query: ListPlans,
    answer: listAnswerOf(PlanRow),
    problems: { absent },
  })
  async ofKind(
    @CurrentCaller() caller: Caller,
    @Param('productId', valid(Id)) productId: string,
    @Param('plan', valid(OneKind)) kind: OneKind,
    @Query(validQuery(ListPlans)) query: ListPlans,
  ) {
    return pageOf(await this.plans.ofProduct(caller, productId, [kind]), query);
  }

  @Get('brands/:brandId/plans/shop-directed')
  @Roles('brand', 'operator', 'finance')
  @Describes({
    summary: 'The plans that a brand has with promoters for all its products',
    params: { brandId: Id },
    query: ListPlans,
    answer: listAnswerOf(PlanRow),
    problems: { absent },
  })
  async ofBrand(
    @CurrentCaller() caller: Caller,
    @Param('brandId', valid(Id)) brandId: string,
    @Query(validQuery(ListPlans)) query: ListPlans,
  ) {
    requireParty(caller, 'brand', brandId);
    return pageOf(await this.plans.ofBrand(brandId), query);
  }
}

/** A product has as many plans as promoters were named: all are read, and a page of them is shown. */
async function pageOf(rows: readonly PlanRow[], { limit, cursor, updatedFrom }: ListPlans) {
  const after = decodeCursor(Keyset, cursor)?.id ?? '';
  const since = updatedFrom === undefined ? '' : toUtcInstant(updatedFrom);
  const sorted = rows.filter(row => row.updatedAt >= since).sort((a, b) => (a.id < b.id ? -1 : 1));
  return listAnswer(
    sorted.filter(row => row.id > after),
    {
      limit,
      keysetOf: row => ({ id: row.id }),
      itemOf: row => row,
      control: await controlOf(sorted.map(row => ({ id: row.id, amountFen: 0 }))),
    },
  );
}
