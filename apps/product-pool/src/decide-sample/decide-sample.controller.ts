import { Body, Controller, Param } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import { valid } from '@chuanliu/http/validate';
import { MoveSampleHandler } from '../move-sample/move-sample.handler';
import { Reason, said, type SampleAnswer } from '../move-sample/sample.dto';
import { SampleStepDoor } from '../move-sample/sample-step-door';

const Approve = Closed(said);
const Reject = Closed({ ...said, reason: Reason });

@Controller('v1/samples/:sampleId')
export class DecideSampleController {
  constructor(private readonly samples: MoveSampleHandler) {}

  @SampleStepDoor('approval', 'brand', { summary: 'Approve a request for a sample', body: Approve })
  approve(
    @CurrentCaller() caller: Caller,
    @Param('sampleId', valid(Id)) sampleId: string,
    @Body(valid(Approve)) body: Static<typeof Approve>,
  ): Promise<SampleAnswer> {
    return this.samples.run(caller, sampleId, { step: 'approval' }, body);
  }

  @SampleStepDoor('rejection', 'brand', { summary: 'Reject a request for a sample, and say why', body: Reject })
  reject(
    @CurrentCaller() caller: Caller,
    @Param('sampleId', valid(Id)) sampleId: string,
    @Body(valid(Reject)) body: Static<typeof Reject>,
  ): Promise<SampleAnswer> {
    return this.samples.run(caller, sampleId, { step: 'rejection' }, body);
  }
}
