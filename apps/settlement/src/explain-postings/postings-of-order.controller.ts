import { Controller, Get, Param } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { Id } from '@chuanliu/contracts/shapes';
import { valid } from '@chuanliu/http/validate';
import { PostingsOfOrder } from './postings-of-order.query';

/** The ledger's part of a sale's explanation; the gateway asks. */
@Controller('internal/orders/:channelId/:orderId/postings')
export class PostingsOfOrderController {
  constructor(private readonly postings: PostingsOfOrder) {}

  @Get()
  @Roles('internal')
  read(@Param('channelId', valid(Id)) channelId: string, @Param('orderId', valid(Id)) orderId: string) {
    return this.postings.read(channelId, orderId);
  }
}
