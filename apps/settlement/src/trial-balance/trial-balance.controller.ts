import { Controller, Get, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { Describes } from '@chuanliu/http/openapi';
import { validQuery } from '@chuanliu/http/validate';
import { TrialBalance, TrialBalanceRequest } from './trial-balance.dto';
import { TrialBalanceQuery } from './trial-balance.query';

@Controller('v1/ledger/trial-balance')
export class TrialBalanceController {
  constructor(private readonly trialBalance: TrialBalanceQuery) {}

  @Get()
  @Roles('finance')
  @Describes({
    summary: 'Debits, credits and balance of every account',
    query: TrialBalanceRequest,
    answer: TrialBalance,
  })
  read(@Query(validQuery(TrialBalanceRequest)) { at }: Static<typeof TrialBalanceRequest>) {
    return this.trialBalance.read(at);
  }
}
