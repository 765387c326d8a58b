import { Body, Controller, Param, Put } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { ContractAgency, ContractAnswer } from './contract-agency.dto';
import { ContractAgencyHandler } from './contract-agency.handler';

@Controller('v1/promoters/:promoterId/agency')
export class ContractAgencyController {
  constructor(private readonly contracts: ContractAgencyHandler) {}

  @Put()
  @Roles('operator')
  @Describes({
    summary: 'Put a promoter under an agency for a span of time',
    params: { promoterId: Id },
    body: ContractAgency,
    answer: ContractAnswer,
    problems: {
      absent: ['no-such-party'],
      conflict: ['partners/contract-differs', 'partners/contracts-overlap'],
      invalid: ['partners/named-party-unknown', 'partners/ends-before-it-begins'],
    },
  })
  write(@Param('promoterId', valid(Id)) promoterId: string, @Body(valid(ContractAgency)) contract: ContractAgency) {
    return this.contracts.run(promoterId, contract);
  }
}
