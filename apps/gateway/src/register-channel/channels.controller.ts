import { Controller, Post, Req, Res } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { idempotencyKeyHeader } from '../answer-once/idempotency-key.shape';
import { AnswerOnce } from '../answer-once/answer-once';
import { jsonAnswer, sendAnswer } from '../answer-once/answer';
import { readJsonBody } from '../public-door/json-body';
import { ChannelSecrets } from './channel-secrets';

const NewChannel = Closed({ channelId: Id });
const MadeChannel = Closed({ id: Id, secret: Type.String({ description: 'whsec_ and base64; shown this once' }) });

@Controller('v1/channels')
export class ChannelsController {
  constructor(
    private readonly secrets: ChannelSecrets,
    private readonly once: AnswerOnce,
  ) {}

  @Post()
  @Roles('operator')
  @Describes({
    headers: idempotencyKeyHeader,
    summary: 'Let a channel send orders, or give it a new secret',
    description: 'Of a channel that exists, the old secret stays valid for 24 hours.',
    body: NewChannel,
    answer: MadeChannel,
    status: 201,
  })
  async make(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    const answer = await this.once.answer(request, caller, { required: false }, async () => {
      const { channelId } = readJsonBody(NewChannel, request);
      return jsonAnswer(201, { id: channelId, secret: await this.secrets.rotate(channelId) });
    });
    sendAnswer(reply, answer);
  }
}
