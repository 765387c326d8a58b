import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { PlanAnswer, PlanOpenly } from './plan-openly.dto';
import { PlanOpenlyHandler } from './plan-openly.handler';

@Controller('v1/products/:productId/plans/open')
export class PlanOpenlyController {
  constructor(private readonly plans: PlanOpenlyHandler) {}

  @Put()
  @Roles('brand', 'operator')
  @Describes({
    summary: 'Write a version of the plan that is open to any promoter',
    params: { productId: Id },
    body: PlanOpenly,
    answer: PlanAnswer,
    problems: {
      forbidden: ['product-pool/past-is-the-operators'],
      absent: ['product-pool/no-such-product'],
      conflict: ['product-pool/version-conflict'],
      invalid: ['product-pool/plan-cuts-frozen', 'product-pool/plan-changed-too-often'],
    },
  })
  plan(
    @CurrentCaller() caller: Caller,
    @Param('productId', valid(Id)) productId: string,
    @Body(valid(PlanOpenly)) plan: PlanOpenly,
  ) {
    return this.plans.run(caller, productId, plan);
  }

  @Get()
  @Roles('brand', 'operator', 'finance')
  @Describes({
    summary: 'The open plan: what is in force, its versions, and the terms that they make',
    params: { productId: Id },
    answer: PlanAnswer,
    problems: { absent: ['product-pool/no-such-product', 'product-pool/no-such-plan'] },
  })
  show(@CurrentCaller() caller: Caller, @Param('productId', valid(Id)) productId: string) {
    return this.plans.show(caller, productId);
  }
}
