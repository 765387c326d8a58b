import { Body, Controller, Param } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import { valid } from '@chuanliu/http/validate';
import { MoveSampleHandler } from '../move-sample/move-sample.handler';
import { said, type SampleAnswer } from '../move-sample/sample.dto';
import { SampleStepDoor } from '../move-sample/sample-step-door';

const Cancel = Closed(said);

@Controller('v1/samples/:sampleId')
export class CancelSampleController {
  constructor(private readonly samples: MoveSampleHandler) {}

  @SampleStepDoor('cancellation', 'promoter', { summary: 'Cancel a sample that was not shipped yet', body: Cancel })
  cancel(
    @CurrentCaller() caller: Caller,
    @Param('sampleId', valid(Id)) sampleId: string,
    @Body(valid(Cancel)) body: Static<typeof Cancel>,
  ): Promise<SampleAnswer> {
    return this.samples.run(caller, sampleId, { step: 'cancellation' }, body);
  }
}
