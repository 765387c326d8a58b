import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { PayoutShown } from '../pay-out/payout.shapes';
import { shownPayout } from '../pay-out/shown-payout';
import { PayoutResult } from './payout-result.dto';
import { RecordPayoutResultHandler } from './record-payout-result.handler';

@Controller('v1/payouts/:payoutId/result')
export class PayoutResultController {
  constructor(private readonly results: RecordPayoutResultHandler) {}

  @Post()
  @HttpCode(200)
  @Roles('finance')
  @Describes({
    summary: 'Record what became of a payout at the bank',
    description: 'A failed payout is posted back whole, its tax included. The same result again changes nothing.',
    params: { payoutId: Id },
    body: PayoutResult,
    answer: PayoutShown,
    problems: {
      absent: ['settlement/no-such-payout'],
      conflict: ['settlement/result-differs'],
      invalid: ['settlement/result-before-sending', 'settlement/in-the-future'],
    },
  })
  async record(
    @CurrentCaller() caller: Caller,
    @Param('payoutId', valid(Id)) payoutId: string,
    @Body(valid(PayoutResult)) result: PayoutResult,
  ) {
    return shownPayout((await this.results.run(caller, payoutId, result)).payout);
  }
}
