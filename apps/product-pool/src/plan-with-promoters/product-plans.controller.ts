import { Body, Controller, Delete, Param, Put, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { PlanRow } from '../list-plans/plan-row';
import { changeRefusals, endRefusals } from './plan-refusals';
import { EndPlan, PlanWithPromoters, WrittenPlans } from './plan-with-promoters.dto';
import { PlanWithPromotersHandler } from './plan-with-promoters.handler';

const Kind = Type.Union([Type.Literal('directed'), Type.Literal('exclusive')]);
type Kind = Static<typeof Kind>;

@Controller('v1/products/:productId/plans/:plan')
export class ProductPlansController {
  constructor(private readonly plans: PlanWithPromotersHandler) {}

  @Put()
  @Roles('brand', 'operator')
  @Describes({
    summary: 'Plan a product with named promoters: directed, or exclusive to them',
    params: { productId: Id, plan: Kind },
    body: PlanWithPromoters,
    answer: WrittenPlans,
    problems: changeRefusals,
  })
  async plan(
    @CurrentCaller() caller: Caller,
    @Param('productId', valid(Id)) productId: string,
    @Param('plan', valid(Kind)) kind: Kind,
    @Body(valid(PlanWithPromoters)) write: PlanWithPromoters,
  ) {
    return { plans: await this.plans.write(caller, { kind, productId }, write) };
  }

  @Delete(':promoterId')
  @Roles('brand', 'operator')
  @Describes({
    summary: 'End a product’s plan with one promoter; where they have less without it, from the next midnight',
    params: { productId: Id, plan: Kind, promoterId: Id },
    query: EndPlan,
    answer: PlanRow,
    problems: endRefusals,
  })
  end(
    @CurrentCaller() caller: Caller,
    @Param('productId', valid(Id)) productId: string,
    @Param('plan', valid(Kind)) kind: Kind,
    @Param('promoterId', valid(Id)) promoterId: string,
    @Query(validQuery(EndPlan)) { at }: Static<typeof EndPlan>,
  ) {
    return this.plans.end(caller, { kind, productId }, promoterId, at === undefined ? undefined : toUtcInstant(at));
  }
}
