import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { Id } from '@chuanliu/contracts/shapes';
import type { Fault } from '@chuanliu/http/faults';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { typePath } from '@chuanliu/problems/problem';
import { PickAnswer, PickBatch, PickBatchAnswer, PickProduct } from './pick.dto';
import { PickProductHandler } from './pick-product.handler';

const gates = ['not-on-shelf', 'out-of-stock', 'product-score-too-low', 'no-plan-in-force'].concat(
  ...['promoter-suspended', 'reputation-too-low', 'exclusive-to-others', 'not-named-in-activity', 'agency-in-conflict'],
  'surface-barred',
);

@Controller('v1/promoters/:promoterId/picks')
export class PickProductController {
  constructor(private readonly picks: PickProductHandler) {}

  @Post()
  @Roles('promoter', 'operator')
  @Describes({
    summary: 'Take a product into promotion: 201, or 200 with the pick that is open already',
    params: { promoterId: Id },
    body: PickProduct,
    answer: PickAnswer,
    status: 201,
    problems: {
      forbidden: ['product-pool/past-is-the-operators'],
      absent: ['no-such-party'],
      invalid: [
        'product-pool/named-product-unknown',
        'product-pool/named-activity-unknown',
        ...gates.map(gate => `product-pool/${gate}`),
      ],
    },
  })
  async pick(
    @CurrentCaller() caller: Caller,
    @Param('promoterId', valid(Id)) promoterId: string,
    @Body(valid(PickProduct)) write: PickProduct,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PickAnswer> {
    requireParty(caller, 'promoter', promoterId);
    const { isNew, pick } = await this.picks.run(caller, promoterId, write);
    void reply.status(isNew ? 201 : 200);
    return pick;
  }

  @Post('batch')
  @HttpCode(200)
  @Roles('promoter', 'operator')
  @Describes({
    summary: 'Take up to 200 products into promotion at once, each with a verdict of its own',
    description: `A refusal’s type is one of ${gates.map(gate => `product-pool/${gate}`).join(', ')}, or product-pool/named-product-unknown or product-pool/named-activity-unknown.`,
    params: { promoterId: Id },
    body: PickBatch,
    answer: PickBatchAnswer,
    problems: { absent: ['no-such-party'] },
  })
  async pickBatch(
    @CurrentCaller() caller: Caller,
    @Param('promoterId', valid(Id)) promoterId: string,
    @Body(valid(PickBatch)) { picks }: PickBatch,
  ): Promise<PickBatchAnswer> {
    requireParty(caller, 'promoter', promoterId);
    const outcomes = await this.picks.runBatch(caller, promoterId, picks);
    return {
      picked: outcomes.flatMap((outcome, index) => ('pick' in outcome ? [{ index, ...outcome.pick }] : [])),
      refused: outcomes.flatMap((outcome, index) => {
        if (!('refusal' in outcome)) return [];
        const { type, title, facts } = outcome.refusal;
        const errors = (facts.errors as Fault[] | undefined) ?? [];
        return [{ index, productId: picks[index]!.productId, type: typePath(type), title, errors }];
      }),
    };
  }
}
