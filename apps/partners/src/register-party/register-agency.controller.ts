import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { AgencyAnswer, WriteAgency, type WriteParty } from './register-party.dto';
import { RegisterPartyHandler } from './register-party.handler';

@Controller('v1/agencies/:agencyId')
export class RegisterAgencyController {
  constructor(private readonly parties: RegisterPartyHandler) {}

  @Put()
  @Roles('operator')
  @Describes({
    summary: 'Register an agency, or change it',
    params: { agencyId: Id },
    body: WriteAgency,
    answer: AgencyAnswer,
  })
  write(@Param('agencyId', valid(Id)) agencyId: string, @Body(valid(WriteAgency)) agency: WriteParty) {
    return this.parties.run('agency', agencyId, agency);
  }

  @Get()
  @Roles('operator', 'finance', 'agency')
  @Describes({
    summary: 'An agency',
    params: { agencyId: Id },
    answer: AgencyAnswer,
    problems: { absent: ['no-such-party'] },
  })
  show(@CurrentCaller() caller: Caller, @Param('agencyId', valid(Id)) agencyId: string) {
    requireParty(caller, 'agency', agencyId);
    return this.parties.show('agency', agencyId);
  }
}
