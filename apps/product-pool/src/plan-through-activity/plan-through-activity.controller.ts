import { Body, Controller, Param, Put } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { PlanRow } from '../list-plans/plan-row';
import { PlanThroughActivity, PlanThroughExclusiveActivity } from './plan-through-activity.dto';
import { PlanThroughActivityHandler } from './plan-through-activity.handler';

const refusals = [
  ...['plan-cuts-frozen', 'plan-changed-too-often', 'rates-exceed-sale', 'ends-before-it-begins'],
  ...['named-recruiter-unknown', 'fee-for-nobody'],
];

const description = {
  params: { productId: Id },
  answer: PlanRow,
  problems: {
    absent: ['product-pool/no-such-product'],
    conflict: ['product-pool/version-conflict', 'product-pool/plan-of-other-kind'],
    invalid: refusals.map(name => `product-pool/${name}`),
  },
};

/** Activities are the recruiters'; what they accept is written here by the operator. */
@Controller('v1/products/:productId/plans')
export class PlanThroughActivityController {
  constructor(private readonly plans: PlanThroughActivityHandler) {}

  @Put('activity')
  @Roles('operator')
  @Describes({
    summary: 'Plan a product through an activity that is open to any promoter',
    body: PlanThroughActivity,
    ...description,
  })
  ordinary(
    @CurrentCaller() caller: Caller,
    @Param('productId', valid(Id)) productId: string,
    @Body(valid(PlanThroughActivity)) write: PlanThroughActivity,
  ) {
    return this.plans.write(caller, 'activity', productId, write);
  }

  @Put('exclusive-activity')
  @Roles('operator')
  @Describes({
    summary: 'Plan a product through an activity, for the promoters that it names',
    body: PlanThroughExclusiveActivity,
    ...description,
    problems: {
      ...description.problems,
      invalid: [...description.problems.invalid, 'product-pool/named-promoter-unknown'],
    },
  })
  exclusive(
    @CurrentCaller() caller: Caller,
    @Param('productId', valid(Id)) productId: string,
    @Body(valid(PlanThroughExclusiveActivity)) write: PlanThroughExclusiveActivity,
  ) {
    return this.plans.write(caller, 'exclusive-activity', productId, write);
  }
}
