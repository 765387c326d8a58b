import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@chuanliu/auth/auth.decorators';
import { Describes } from '@chuanliu/http/openapi';
import { SignedIntake, signedProblems } from '../admit-webhooks/signed-intake';
import { TouchIntake } from './touch-intake';
import { Touches, TouchesTakenIn } from './touch.shapes';

@Controller('v1/touches')
export class TouchesController {
  constructor(
    private readonly signed: SignedIntake,
    private readonly intake: TouchIntake,
  ) {}

  @Post()
  @Public() // Channels sign; they carry no token.
  @Describes({
    summary: 'How buyers met products, signed as order events are; answered once it is durable',
    description:
      'Headers: x-channel-id, webhook-id, webhook-timestamp, webhook-signature. A touchId is unique per channel: of ' +
      'several contents under one the smallest (occurredAt, hash) is in force. accepted, duplicates and refused sum ' +
      'to the number of touches; a touch that is refused does not refuse its neighbours.',
    body: Touches,
    answer: TouchesTakenIn,
    status: 202,
    problems: signedProblems,
  })
  async takeIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.signed.answer(request, reply, (channelId, body) => this.intake.takeIn(channelId, body));
  }
}
