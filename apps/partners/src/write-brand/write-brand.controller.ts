import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { BrandAnswer, WriteBrand } from './brand.dto';
import { WriteBrandHandler } from './write-brand.handler';

@Controller('v1/brands/:brandId')
export class WriteBrandController {
  constructor(private readonly brands: WriteBrandHandler) {}

  @Put()
  @Roles('operator')
  @Describes({
    summary: 'Write a version of what is known of a brand',
    params: { brandId: Id },
    body: WriteBrand,
    answer: BrandAnswer,
    problems: { conflict: ['partners/version-conflict'] },
  })
  write(@Param('brandId', valid(Id)) brandId: string, @Body(valid(WriteBrand)) brand: WriteBrand) {
    return this.brands.run(brandId, brand);
  }

  @Get()
  @Roles('operator', 'finance', 'brand')
  @Describes({
    summary: 'A brand: what is in force, and its versions',
    params: { brandId: Id },
    answer: BrandAnswer,
    problems: { absent: ['no-such-party'] },
  })
  show(@CurrentCaller() caller: Caller, @Param('brandId', valid(Id)) brandId: string) {
    requireParty(caller, 'brand', brandId);
    return this.brands.show(brandId);
  }
}
