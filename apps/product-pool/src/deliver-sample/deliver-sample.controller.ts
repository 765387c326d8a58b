import { Body, Controller, Param } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import { valid } from '@chuanliu/http/validate';
import { SamplePolicy } from '../domain/sample-standing';
import { MoveSampleHandler } from '../move-sample/move-sample.handler';
import { Carrier, said, type SampleAnswer } from '../move-sample/sample.dto';
import { SampleStepDoor } from '../move-sample/sample-step-door';

const Buy = Closed({ orderId: Id, channelId: Type.Optional(Id), ...said });
const Ship = Closed({ carrier: Carrier, trackingNo: Id, ...said });
const Receive = Closed(said);

@Controller('v1/samples/:sampleId')
export class DeliverSampleController {
  constructor(
    private readonly samples: MoveSampleHandler,
    private readonly policy: SamplePolicy,
  ) {}

  @SampleStepDoor('purchase', 'promoter', {
    summary: 'Say by which order the sample was bought, where it is to be bought first',
    body: Buy,
  })
  buy(
    @CurrentCaller() caller: Caller,
    @Param('sampleId', valid(Id)) sampleId: string,
    @Body(valid(Buy)) body: Static<typeof Buy>,
  ): Promise<SampleAnswer> {
    const { orderId, channelId = null } = body;
    return this.samples.run(caller, sampleId, { step: 'purchase', orderId, channelId }, body);
  }

  @SampleStepDoor('shipment', 'brand', { summary: 'Say that the sample is on its way', body: Ship })
  ship(
    @CurrentCaller() caller: Caller,
    @Param('sampleId', valid(Id)) sampleId: string,
    @Body(valid(Ship)) body: Static<typeof Ship>,
  ): Promise<SampleAnswer> {
    const { carrier, trackingNo } = body;
    return this.samples.run(caller, sampleId, { step: 'shipment', carrier, trackingNo }, body);
  }

  @SampleStepDoor('receipt', 'promoter', {
    summary: 'Say that the sample has arrived: from now on its content is awaited',
    body: Receive,
  })
  receive(
    @CurrentCaller() caller: Caller,
    @Param('sampleId', valid(Id)) sampleId: string,
    @Body(valid(Receive)) body: Static<typeof Receive>,
  ): Promise<SampleAnswer> {
    const { contentDays } = this.policy;
    return this.samples.run(caller, sampleId, { step: 'receipt', contentDays }, body);
  }
}
