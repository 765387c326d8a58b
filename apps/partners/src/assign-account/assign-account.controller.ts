import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { AccountAnswer, AssignAccount } from './assign-account.dto';
import { AssignAccountHandler } from './assign-account.handler';

@Controller('v1/accounts/:accountId')
export class AssignAccountController {
  constructor(private readonly accounts: AssignAccountHandler) {}

  @Put()
  @Roles('operator')
  @Describes({
    summary: 'Say who owns a streaming account from an instant on',
    params: { accountId: Id },
    body: AssignAccount,
    answer: AccountAnswer,
    problems: { conflict: ['partners/version-conflict'], invalid: ['partners/named-party-unknown'] },
  })
  write(@Param('accountId', valid(Id)) accountId: string, @Body(valid(AssignAccount)) account: AssignAccount) {
    return this.accounts.run(accountId, account);
  }

  @Get()
  @Roles('operator', 'finance', 'brand', 'promoter')
  @Describes({
    summary: 'A streaming account: its owner, and the versions',
    params: { accountId: Id },
    answer: AccountAnswer,
    problems: { absent: ['partners/no-such-account'] },
  })
  show(@CurrentCaller() caller: Caller, @Param('accountId', valid(Id)) accountId: string) {
    return this.accounts.show(accountId, caller);
  }
}
