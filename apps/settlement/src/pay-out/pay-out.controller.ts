import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { PayOutHandler } from './pay-out.handler';
import { AskPayout, PayoutSent } from './payout.shapes';

@Controller('v1/payouts')
export class PayOutController {
  constructor(private readonly payouts: PayOutHandler) {}

  @Post()
  @HttpCode(201)
  @Roles('finance', 'brand', 'promoter', 'recruiter', 'agency')
  @Describes({
    summary: 'Pay out what a party may withdraw',
    description:
      'From persons income tax is withheld by the cumulative method of notice 16/2025. A payout is under way until its ' +
      'result is known; one that fails is posted back whole. A person’s payouts of one calendar year (Shanghai) are ' +
      'given in the order of their instants.',
    body: AskPayout,
    answer: PayoutSent,
    status: 201,
    problems: {
      absent: ['no-such-party'],
      forbidden: ['settlement/past-is-finances'],
      conflict: ['settlement/payout-out-of-order'],
      invalid: [
        'settlement/named-party-unknown',
        'settlement/party-suspended',
        'settlement/payee-missing',
        'settlement/payee-unverified',
        'settlement/invoice-required',
        'settlement/nothing-available',
        'settlement/not-enough-available',
        'settlement/below-minimum-payout',
        'settlement/tax-takes-it-all',
        'settlement/in-the-future',
      ],
    },
  })
  payOut(
    @CurrentCaller() caller: Caller,
    @Body(valid(AskPayout)) ask: AskPayout,
    @Headers('idempotency-key') key: string | undefined,
  ) {
    return this.payouts.run(caller, ask, key);
  }
}
