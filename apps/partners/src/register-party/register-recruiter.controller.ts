import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { RecruiterAnswer, WriteRecruiter, type WriteParty } from './register-party.dto';
import { RegisterPartyHandler } from './register-party.handler';

@Controller('v1/recruiters/:recruiterId')
export class RegisterRecruiterController {
  constructor(private readonly parties: RegisterPartyHandler) {}

  @Put()
  @Roles('operator')
  @Describes({
    summary: 'Register a recruiter, or change it',
    params: { recruiterId: Id },
    body: WriteRecruiter,
    answer: RecruiterAnswer,
  })
  write(@Param('recruiterId', valid(Id)) recruiterId: string, @Body(valid(WriteRecruiter)) recruiter: WriteParty) {
    return this.parties.run('recruiter', recruiterId, recruiter);
  }

  @Get()
  @Roles('operator', 'finance', 'recruiter')
  @Describes({
    summary: 'A recruiter',
    params: { recruiterId: Id },
    answer: RecruiterAnswer,
    problems: { absent: ['no-such-party'] },
  })
  show(@CurrentCaller() caller: Caller, @Param('recruiterId', valid(Id)) recruiterId: string) {
    requireParty(caller, 'recruiter', recruiterId);
    return this.parties.show('recruiter', recruiterId);
  }
}
