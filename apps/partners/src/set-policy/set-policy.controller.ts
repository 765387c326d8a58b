import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { policyNames, type PolicyName } from '@chuanliu/contracts/partners/policy-version.v1';
import { Describes } from '@chuanliu/http/openapi';
import { compileShape, valid, validate } from '@chuanliu/http/validate';
import { AnyPolicy, PolicyAnswer, SetPolicy } from './set-policy.dto';
import { SetPolicyHandler } from './set-policy.handler';

const Policy = Type.Union(policyNames.map(name => Type.Literal(name)));
for (const schema of Object.values(SetPolicy)) compileShape(schema);

@Controller('v1/policies/:policy')
export class SetPolicyController {
  constructor(private readonly policies: SetPolicyHandler) {}

  @Put()
  @Roles('operator')
  @Describes({
    summary: 'Write a version of a policy',
    params: { policy: Policy },
    body: AnyPolicy,
    answer: PolicyAnswer,
    problems: {
      conflict: ['partners/version-conflict'],
      invalid: ['partners/tiers-repeat', 'partners/programme-ends-before-it-begins'],
    },
  })
  write(@Param('policy', valid(Policy)) policy: PolicyName, @Body() body: unknown) {
    return this.policies.run(policy, validate(SetPolicy[policy], body ?? null));
  }

  @Get()
  @Roles('operator', 'finance')
  @Describes({
    summary: 'A policy: what is in force, and its versions',
    params: { policy: Policy },
    answer: PolicyAnswer,
  })
  show(@Param('policy', valid(Policy)) policy: PolicyName) {
    return this.policies.show(policy);
  }
}
