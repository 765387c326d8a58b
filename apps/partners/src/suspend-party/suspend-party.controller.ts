import { Body, Controller, Param, Put } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { KindOfPath } from '../list-parties/kind-of-path';
import { SuspendParty, SuspensionAnswer } from './suspend-party.dto';
import { SuspendPartyHandler, type SuspendedKind } from './suspend-party.handler';

@Controller(['v1/promoters/:partyId/suspensions', 'v1/brands/:partyId/suspensions'])
export class SuspendPartyController {
  constructor(private readonly suspensions: SuspendPartyHandler) {}

  @Put(':suspensionId')
  @Roles('operator')
  @Describes({
    summary: 'Suspend a party for a span of time, or move the end of a suspension',
    params: { partyId: Id, suspensionId: Id },
    body: SuspendParty,
    answer: SuspensionAnswer,
    problems: {
      absent: ['no-such-party'],
      conflict: ['partners/suspension-differs'],
      invalid: ['partners/ends-before-it-begins'],
    },
  })
  write(
    @KindOfPath() kind: SuspendedKind,
    @Param('partyId', valid(Id)) partyId: string,
    @Param('suspensionId', valid(Id)) suspensionId: string,
    @Body(valid(SuspendParty)) suspension: SuspendParty,
  ) {
    return this.suspensions.run(kind, partyId, suspensionId, suspension);
  }
}
