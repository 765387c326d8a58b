import { Body, Controller, Param } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Closed, Id, Instant, Surface } from '@chuanliu/contracts/shapes';
import { valid } from '@chuanliu/http/validate';
import { MoveSampleHandler } from '../move-sample/move-sample.handler';
import { said, type SampleAnswer } from '../move-sample/sample.dto';
import { SampleStepDoor } from '../move-sample/sample-step-door';

const Fulfil = Closed({ contentId: Id, surface: Surface, ...said });
const Extend = Closed({ contentDueAt: Instant, ...said });
const Refund = Closed(said);

@Controller('v1/samples/:sampleId')
export class FulfilSampleController {
  constructor(private readonly samples: MoveSampleHandler) {}

  @SampleStepDoor('fulfilment', 'promoter', {
    summary: 'Say which content shows the sample; late content ends an overdue sample too',
    body: Fulfil,
  })
  fulfil(
    @CurrentCaller() caller: Caller,
    @Param('sampleId', valid(Id)) sampleId: string,
    @Body(valid(Fulfil)) body: Static<typeof Fulfil>,
  ): Promise<SampleAnswer> {
    const { contentId, surface } = body;
    return this.samples.run(caller, sampleId, { step: 'fulfilment', contentId, surface }, body);
  }

  @SampleStepDoor('extension', 'brand', {
    summary: 'Give the content more time, while it is not overdue',
    body: Extend,
    refusals: ['sample-extension-ends-sooner'],
  })
  extend(
    @CurrentCaller() caller: Caller,
    @Param('sampleId', valid(Id)) sampleId: string,
    @Body(valid(Extend)) body: Static<typeof Extend>,
  ): Promise<SampleAnswer> {
    const contentDueAt = toUtcInstant(body.contentDueAt);
    return this.samples.run(caller, sampleId, { step: 'extension', contentDueAt }, body);
  }

  @SampleStepDoor('refund', 'brand', {
    summary: 'Say that the promoter was given back what the sample had cost them',
    body: Refund,
  })
  refund(
    @CurrentCaller() caller: Caller,
    @Param('sampleId', valid(Id)) sampleId: string,
    @Body(valid(Refund)) body: Static<typeof Refund>,
  ): Promise<SampleAnswer> {
    return this.samples.run(caller, sampleId, { step: 'refund' }, body);
  }
}
