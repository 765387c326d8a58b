import { Body, Controller, Delete, Param, Put, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { noSuchParty, requireParty } from '@chuanliu/auth/require-party';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { PlanRow } from '../list-plans/plan-row';
import { KnownParties } from '../storage/known-parties';
import { changeRefusals, endRefusals } from './plan-refusals';
import { EndPlan, PlanWithPromoters, WrittenPlans } from './plan-with-promoters.dto';
import { PlanWithPromotersHandler } from './plan-with-promoters.handler';

@Controller('v1/brands/:brandId/plans/shop-directed')
export class ShopPlansController {
  constructor(
    private readonly plans: PlanWithPromotersHandler,
    private readonly parties: KnownParties,
  ) {}

  @Put()
  @Roles('brand', 'operator')
  @Describes({
    summary: 'Plan all of a brand’s products, present and to come, with named promoters',
    params: { brandId: Id },
    body: PlanWithPromoters,
    answer: WrittenPlans,
    problems: changeRefusals,
  })
  async plan(
    @CurrentCaller() caller: Caller,
    @Param('brandId', valid(Id)) brandId: string,
    @Body(valid(PlanWithPromoters)) write: PlanWithPromoters,
  ) {
    requireParty(caller, 'brand', brandId);
    if (!(await this.parties.awaitBrands([brandId])).has(brandId)) throw noSuchParty('brand', brandId);
    return { plans: await this.plans.write(caller, { kind: 'shop-directed', brandId }, write) };
  }

  @Delete(':promoterId')
  @Roles('brand', 'operator')
  @Describes({
    summary: 'End a brand’s plan with one promoter; where they have less without it, from the next midnight',
    params: { brandId: Id, promoterId: Id },
    query: EndPlan,
    answer: PlanRow,
    problems: endRefusals,
  })
  end(
    @CurrentCaller() caller: Caller,
    @Param('brandId', valid(Id)) brandId: string,
    @Param('promoterId', valid(Id)) promoterId: string,
    @Query(validQuery(EndPlan)) { at }: Static<typeof EndPlan>,
  ) {
    requireParty(caller, 'brand', brandId);
    const instant = at === undefined ? undefined : toUtcInstant(at);
    return this.plans.end(caller, { kind: 'shop-directed', brandId }, promoterId, instant);
  }
}
