import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { Lift, Standing } from './lift-sample-suspension.dto';
import { LiftSampleSuspensionHandler } from './lift-sample-suspension.handler';

@Controller('v1/promoters/:promoterId/sample-standing')
export class LiftSampleSuspensionController {
  constructor(private readonly standings: LiftSampleSuspensionHandler) {}

  @Get()
  @Roles('promoter', 'operator')
  @Describes({
    summary: 'What overdue samples keep a promoter from now',
    params: { promoterId: Id },
    answer: Standing,
    problems: { absent: ['no-such-party'] },
  })
  show(@CurrentCaller() caller: Caller, @Param('promoterId', valid(Id)) promoterId: string): Promise<Standing> {
    requireParty(caller, 'promoter', promoterId);
    return this.standings.show(promoterId);
  }

  @Post('lift')
  @HttpCode(200)
  @Roles('operator')
  @Describes({
    summary: 'End the suspension that overdue samples brought; samples that are overdue still block',
    params: { promoterId: Id },
    body: Lift,
    answer: Standing,
    problems: { conflict: ['product-pool/samples-not-suspended'] },
  })
  lift(
    @Param('promoterId', valid(Id)) promoterId: string,
    @Body(valid(Lift)) { reason }: Static<typeof Lift>,
  ): Promise<Standing> {
    return this.standings.run(promoterId, reason);
  }
}
