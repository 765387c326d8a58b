import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { PromoterAnswer, WritePromoter } from './promoter.dto';
import { WritePromoterHandler } from './write-promoter.handler';

@Controller('v1/promoters/:promoterId')
export class WritePromoterController {
  constructor(private readonly promoters: WritePromoterHandler) {}

  @Put()
  @Roles('operator')
  @Describes({
    summary: 'Write a version of what is known of a promoter',
    params: { promoterId: Id },
    body: WritePromoter,
    answer: PromoterAnswer,
    problems: { conflict: ['partners/version-conflict'] },
  })
  write(@Param('promoterId', valid(Id)) promoterId: string, @Body(valid(WritePromoter)) promoter: WritePromoter) {
    return this.promoters.run(promoterId, promoter);
  }

  @Get()
  @Roles('operator', 'finance', 'promoter')
  @Describes({
    summary: 'A promoter: what is in force, and its versions',
    params: { promoterId: Id },
    answer: PromoterAnswer,
    problems: { absent: ['no-such-party'] },
  })
  show(@CurrentCaller() caller: Caller, @Param('promoterId', valid(Id)) promoterId: string) {
    requireParty(caller, 'promoter', promoterId);
    return this.promoters.show(promoterId);
  }
}
