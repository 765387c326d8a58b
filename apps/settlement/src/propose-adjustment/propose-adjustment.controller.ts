import { Body, Controller, Headers, Post } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { AdjustmentProposed, NewAdjustment, NewSweep, NewWriteOff } from './propose-adjustment.dto';
import { ProposeAdjustmentHandler } from './propose-adjustment.handler';

const forbidden = ['settlement/person-unknown'];
const everyProposal = ['settlement/adjustment-too-large', 'settlement/occurs-in-the-future'];
/** The gateway knows repeats itself; after it has lost its memory, this service does. */
const KEY = 'idempotency-key';

@Controller('v1/adjustments')
export class ProposeAdjustmentController {
  constructor(private readonly adjustments: ProposeAdjustmentHandler) {}

  @Post()
  @Roles('finance')
  @Describes({
    summary: 'Propose an adjustment of the books; it is posted when another person approves it',
    description:
      'Accounts are those of the trial balance, but for what is pending. A party that an account names must have been heard of; payment channels ' +
      'and campaigns are in no directory, so their ids are taken as they are. Its debits come to 10¹³ fen at most.',
    body: NewAdjustment,
    answer: AdjustmentProposed,
    status: 201,
    problems: {
      forbidden,
      conflict: ['settlement/appeal-has-adjustment'],
      invalid: [
        'settlement/line-not-of-one-side',
        'settlement/unknown-account',
        'settlement/pending-by-hand',
        'settlement/adjustment-not-balanced',
        'settlement/named-party-unknown',
        'settlement/appeal-not-upheld',
        'settlement/not-for-the-appellant',
        ...everyProposal,
      ],
    },
  })
  propose(
    @CurrentCaller() caller: Caller,
    @Body(valid(NewAdjustment)) body: NewAdjustment,
    @Headers(KEY) key: string | undefined,
  ): Promise<AdjustmentProposed> {
    return this.adjustments.run(caller, body, key);
  }

  @Post('write-off')
  @Roles('finance')
  @Describes({
    summary: 'Propose that the platform bears what a party owes',
    description: 'From the party’s available to expense:bad-debt, never more than the debt: not now, nor at approval.',
    body: NewWriteOff,
    answer: AdjustmentProposed,
    status: 201,
    problems: {
      forbidden,
      conflict: ['settlement/more-than-the-debt'],
      invalid: ['settlement/named-party-unknown', ...everyProposal],
    },
  })
  writeOff(
    @CurrentCaller() caller: Caller,
    @Body(valid(NewWriteOff)) body: NewWriteOff,
    @Headers(KEY) key: string | undefined,
  ): Promise<AdjustmentProposed> {
    return this.adjustments.writeOff(caller, body, key);
  }

  @Post('sweep')
  @Roles('finance')
  @Describes({
    summary: 'Propose that a payment channel pays out to the platform’s bank account',
    description:
      'From the channel’s escrow to asset:bank:platform, never more than it holds: not now, nor at approval.',
    body: NewSweep,
    answer: AdjustmentProposed,
    status: 201,
    problems: { forbidden, conflict: ['settlement/more-than-in-escrow'], invalid: everyProposal },
  })
  sweep(
    @CurrentCaller() caller: Caller,
    @Body(valid(NewSweep)) body: NewSweep,
    @Headers(KEY) key: string | undefined,
  ): Promise<AdjustmentProposed> {
    return this.adjustments.sweep(caller, body, key);
  }
}
