import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validOrNone } from '@chuanliu/http/validate';
import { AdjustmentRow, shownAdjustment } from '../list-adjustments/adjustment-row';
import { Reason } from '../propose-adjustment/propose-adjustment.dto';
import { DecideAdjustmentHandler } from './decide-adjustment.handler';

const Approval = Closed({
  reason: Type.Optional({ ...Reason, description: 'What speaks for it, if it is to be kept' }),
});
const Rejection = Closed({ reason: Reason });

@Controller('v1/adjustments/:adjustmentId')
export class DecideAdjustmentController {
  constructor(private readonly adjustments: DecideAdjustmentHandler) {}

  @Post('approval')
  @HttpCode(200)
  @Roles('finance')
  @Describes({
    summary: 'Approve an adjustment that another person proposed; this posts it',
    description: 'Two clients of one person are one person. Approving again answers the same.',
    params: { adjustmentId: Id },
    body: Approval,
    bodyOptional: true,
    answer: AdjustmentRow,
    problems: {
      forbidden: ['settlement/second-person-required', 'settlement/person-unknown'],
      absent: ['settlement/no-such-adjustment'],
      conflict: [
        'settlement/adjustment-is-decided',
        'settlement/appeal-has-adjustment',
        'settlement/more-than-the-debt',
        'settlement/more-than-in-escrow',
      ],
    },
  })
  async approve(
    @CurrentCaller() caller: Caller,
    @Param('adjustmentId', valid(Id)) adjustmentId: string,
    @Body(validOrNone(Approval)) { reason = null }: { reason?: string | null },
  ): Promise<AdjustmentRow> {
    return shownAdjustment(await this.adjustments.run(caller, adjustmentId, { state: 'approved', reason }));
  }

  @Post('rejection')
  @HttpCode(200)
  @Roles('finance')
  @Describes({
    summary: 'Reject an adjustment; who proposed it may take it back like this',
    params: { adjustmentId: Id },
    body: Rejection,
    answer: AdjustmentRow,
    problems: {
      forbidden: ['settlement/person-unknown'],
      absent: ['settlement/no-such-adjustment'],
      conflict: ['settlement/adjustment-is-decided'],
    },
  })
  async reject(
    @CurrentCaller() caller: Caller,
    @Param('adjustmentId', valid(Id)) adjustmentId: string,
    @Body(valid(Rejection)) { reason }: Static<typeof Rejection>,
  ): Promise<AdjustmentRow> {
    return shownAdjustment(await this.adjustments.run(caller, adjustmentId, { state: 'rejected', reason }));
  }
}
