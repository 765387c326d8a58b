import { Body, Controller, Param, Put } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { PartyKind } from '@chuanliu/auth/caller';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { KindOfPath, kindOfPlural } from '../list-parties/kind-of-path';
import { KeepPayee, PayeeAnswer } from './keep-payee.dto';
import { KeepPayeeHandler } from './keep-payee.handler';

@Controller(Object.keys(kindOfPlural).map(plural => `v1/${plural}/:partyId/payee`))
export class KeepPayeeController {
  constructor(private readonly payees: KeepPayeeHandler) {}

  @Put()
  @Roles('operator')
  @Describes({
    summary: 'Keep where a party’s money is paid to',
    params: { partyId: Id },
    body: KeepPayee,
    answer: PayeeAnswer,
    problems: { absent: ['no-such-party'] },
  })
  write(
    @KindOfPath() kind: PartyKind,
    @Param('partyId', valid(Id)) partyId: string,
    @Body(valid(KeepPayee)) payee: KeepPayee,
  ) {
    return this.payees.run(kind, partyId, payee);
  }
}
