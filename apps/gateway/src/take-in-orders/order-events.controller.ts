import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@chuanliu/auth/auth.decorators';
import { Describes } from '@chuanliu/http/openapi';
import { SignedIntake, signedProblems } from '../admit-webhooks/signed-intake';
import { OrderEvents, TakenIn } from './order-event.shapes';
import { OrderIntake } from './order-intake';

@Controller('v1/orders/events')
export class OrderEventsController {
  constructor(
    private readonly signed: SignedIntake,
    private readonly intake: OrderIntake,
  ) {}

  @Post()
  @Public() // Channels sign; they carry no token.
  @Describes({
    summary: 'Order events of a channel, signed as Standard Webhooks are; answered once they are durable',
    description:
      'Headers: x-channel-id, webhook-id, webhook-timestamp, webhook-signature. accepted, duplicates and refused ' +
      'sum to the number of events; an event that is refused does not refuse its neighbours.',
    body: OrderEvents,
    answer: TakenIn,
    status: 202,
    problems: signedProblems,
  })
  async takeIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.signed.answer(request, reply, (channelId, body) => this.intake.takeIn(channelId, body));
  }
}
