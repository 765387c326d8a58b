import { Controller, Get, Param } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { Id } from '@chuanliu/contracts/shapes';
import { valid } from '@chuanliu/http/validate';
import type { SplitsOfOrder } from './explain-split.dto';
import { SplitExplanations } from './explain-split.query';

/** For the gateway, which puts the explanation of an order together from all services. */
@Controller('internal/orders/:channelId/:orderId/splits')
export class ExplainSplitController {
  constructor(private readonly explanations: SplitExplanations) {}

  @Get()
  @Roles('internal')
  explain(
    @Param('channelId', valid(Id)) channelId: string,
    @Param('orderId', valid(Id)) orderId: string,
  ): Promise<SplitsOfOrder> {
    return this.explanations.ofOrder(channelId, orderId);
  }
}
