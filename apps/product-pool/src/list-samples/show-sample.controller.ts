import { Controller, Get, Param } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { SampleState } from '@chuanliu/contracts/product-pool/sample-changed.v1';
import { Closed, Id, Nullable, Utc } from '@chuanliu/contracts/shapes';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { ownSample } from '../move-sample/move-sample.handler';
import { Reason, SampleAnswer, shownSample } from '../move-sample/sample.dto';
import { ListSamplesQuery } from './list-samples.query';

const oneOf = <T extends string>(words: readonly T[]) => Type.Union(words.map(word => Type.Literal(word)));

const PastStep = Closed({
  revision: Type.Integer({ minimum: 1 }),
  step: oneOf([
    ...['request', 'approval', 'rejection', 'cancellation', 'purchase', 'shipment', 'receipt', 'extension'],
    ...['due', 'fulfilment', 'refund'],
  ]),
  state: { ...SampleState, description: 'That it came to' },
  at: { ...Utc, description: 'When it was taken' },
  writtenAt: { ...Utc, description: 'When it was told' },
  by: oneOf(['promoter', 'brand', 'operator', 'pool']),
  reason: Nullable(Reason),
});
const SampleWithHistory = Closed({ ...SampleAnswer.properties, history: Type.Array(PastStep) });

@Controller('v1/samples/:sampleId')
export class ShowSampleController {
  constructor(
    private readonly samples: ListSamplesQuery,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Roles('promoter', 'brand', 'operator')
  @Describes({
    summary: 'A sample and all that was told of it, first things first',
    params: { sampleId: Id },
    answer: SampleWithHistory,
    problems: { absent: ['product-pool/no-such-sample'] },
  })
  async show(
    @CurrentCaller() caller: Caller,
    @Param('sampleId', valid(Id)) sampleId: string,
  ): Promise<Static<typeof SampleWithHistory>> {
    const sample = ownSample(caller, sampleId, await this.samples.one(sampleId));
    return { ...shownSample(sample, this.clock.now()), history: await this.samples.history(sampleId) };
  }
}
