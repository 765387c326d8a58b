import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { RefusalsInLanguage } from '@chuanliu/http/language';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { APPEAL_PROBLEMS_ZH } from '../domain/appeal.problems';
import { AppealShown, shownAppeal, Words } from '../file-appeal/appeal.dto';
import { partyOf } from '../file-appeal/file-appeal.controller';
import { CloseAppeal } from './close-appeal.handler';

const Resolution = Closed({
  resolution: Type.Union([Type.Literal('upheld'), Type.Literal('refused')]),
  reason: Words('Why; the party reads it'),
});
type Resolution = Static<typeof Resolution>;

const described = {
  params: { appealId: Id },
  answer: AppealShown,
  problems: { absent: ['attribution/no-such-appeal'], conflict: ['attribution/appeal-closed-already'] },
};

@Controller('v1/appeals/:appealId')
@UseInterceptors(new RefusalsInLanguage(APPEAL_PROBLEMS_ZH))
export class CloseAppealController {
  constructor(
    private readonly appeals: CloseAppeal,
    private readonly clock: Clock,
  ) {}

  @Post('resolution')
  @HttpCode(200)
  @Roles('operator')
  @Describes({
    summary: 'Resolves an appeal, also an overdue one',
    description: 'It changes no decision by itself: what is upheld is made good by the facts or by an adjustment.',
    body: Resolution,
    ...described,
  })
  async resolve(
    @CurrentCaller() { clientId }: Caller,
    @Param('appealId', valid(Id)) appealId: string,
    @Body(valid(Resolution)) { resolution, reason }: Resolution,
  ): Promise<AppealShown> {
    return shownAppeal(await this.appeals.run(appealId, { state: resolution, reason, clientId }), this.clock.now());
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Roles('promoter', 'brand')
  @Describes({ summary: 'Withdraws one’s own appeal', ...described })
  async withdraw(
    @CurrentCaller() caller: Caller,
    @Param('appealId', valid(Id)) appealId: string,
  ): Promise<AppealShown> {
    const end = { state: 'withdrawn', reason: null, clientId: caller.clientId, party: partyOf(caller) } as const;
    return shownAppeal(await this.appeals.run(appealId, end), this.clock.now());
  }
}
