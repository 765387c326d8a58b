import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { SampleAnswer } from '../move-sample/sample.dto';
import { RequestSample } from './request-sample.dto';
import { RequestSampleHandler } from './request-sample.handler';

const gates = ['not-on-shelf', 'sample-not-offered', 'promoter-suspended', 'reputation-too-low'].concat(
  ...['sample-overdue-blocks', 'samples-suspended', 'too-few-settled-orders', 'sample-month-is-full'],
);

@Controller('v1/promoters/:promoterId/samples')
export class RequestSampleController {
  constructor(private readonly samples: RequestSampleHandler) {}

  @Post()
  @Roles('promoter', 'operator')
  @Describes({
    summary: 'Ask for a sample of a product: 201, or 200 with the very request that waits already',
    params: { promoterId: Id },
    body: RequestSample,
    answer: SampleAnswer,
    status: 201,
    problems: {
      forbidden: ['product-pool/past-is-the-operators'],
      absent: ['no-such-party'],
      conflict: ['product-pool/sample-open-already'],
      invalid: ['named-product-unknown', 'sample-step-lies-ahead', ...gates].map(gate => `product-pool/${gate}`),
    },
  })
  async request(
    @CurrentCaller() caller: Caller,
    @Param('promoterId', valid(Id)) promoterId: string,
    @Body(valid(RequestSample)) body: RequestSample,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SampleAnswer> {
    requireParty(caller, 'promoter', promoterId);
    const { isNew, sample } = await this.samples.run(caller, promoterId, body);
    void reply.status(isNew ? 201 : 200);
    return sample;
  }
}
