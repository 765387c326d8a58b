import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { RefusalsInLanguage } from '@chuanliu/http/language';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import type { Appellant } from '../domain/appeal';
import { APPEAL_PROBLEMS_ZH } from '../domain/appeal.problems';
import { AppealShown, NewAppeal, shownAppeal } from './appeal.dto';
import { FileAppeal } from './file-appeal.handler';

@Controller('v1/appeals')
@UseInterceptors(new RefusalsInLanguage(APPEAL_PROBLEMS_ZH))
export class FileAppealController {
  constructor(
    private readonly appeals: FileAppeal,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(201)
  @Roles('promoter', 'brand')
  @Describes({
    summary: 'Appeals against the outcome of an order line',
    description:
      'For a brand: its own sales. For a promoter: sales that they won, helped with or were examined for, or of a ' +
      'product that they were promoting when it was ordered. One open appeal a party and line.',
    body: NewAppeal,
    answer: AppealShown,
    status: 201,
    problems: {
      absent: ['attribution/no-such-line'],
      conflict: ['attribution/appeal-open-already', 'orders/order-in-several-channels'],
      invalid: ['attribution/too-late-to-appeal'],
    },
  })
  async file(@CurrentCaller() caller: Caller, @Body(valid(NewAppeal)) appeal: NewAppeal): Promise<AppealShown> {
    return shownAppeal(await this.appeals.run(partyOf(caller), appeal), this.clock.now());
  }
}

/** A promoter or brand by its token, which always names the party. */
export const partyOf = ({ role, partyId }: Caller): Appellant => ({ kind: role as Appellant['kind'], id: partyId! });
