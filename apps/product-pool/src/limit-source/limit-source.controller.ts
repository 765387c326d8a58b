import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { AnyClient, Roles } from '@chuanliu/auth/auth.decorators';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { LimitSource, SourcePolicyAnswer } from './limit-source.dto';
import { LimitSourceHandler } from './limit-source.handler';

@Controller('v1/source-policies/:source')
export class LimitSourceController {
  constructor(private readonly policies: LimitSourceHandler) {}

  @Put()
  @Roles('operator')
  @Describes({
    summary: 'Write a version of where products of a source may be sold',
    params: { source: Id },
    body: LimitSource,
    answer: SourcePolicyAnswer,
    problems: { conflict: ['product-pool/version-conflict'] },
  })
  write(@Param('source', valid(Id)) source: string, @Body(valid(LimitSource)) policy: LimitSource) {
    return this.policies.run(source, policy);
  }

  @Get()
  @AnyClient()
  @Describes({
    summary: 'Where products of a source may be sold: what is open now, and the versions. Nothing is barred at first',
    params: { source: Id },
    answer: SourcePolicyAnswer,
  })
  show(@Param('source', valid(Id)) source: string) {
    return this.policies.show(source);
  }
}
