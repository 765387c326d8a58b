import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { Problem } from '@chuanliu/problems/problem';
import { idempotencyKeyHeader } from '../answer-once/idempotency-key.shape';
import { AnswerOnce } from '../answer-once/answer-once';
import { jsonAnswer, sendAnswer, type Answer } from '../answer-once/answer';
import { Upstreams } from '../forward/upstreams';
import { upstreamNames } from '../gateway.config';

const Replayed = Closed({ replayed: Type.Integer({ description: 'This event and later ones of the same key' }) });

const noSuchParkedEvent = (id: string) =>
  new Problem('absent', 'gateway/no-such-parked-event', 'There is no such parked event', { id });

@Controller('v1/parked-events/:id/replay')
export class ReplayParkedEventController {
  constructor(
    private readonly upstreams: Upstreams,
    private readonly once: AnswerOnce,
  ) {}

  @Post()
  @Roles('operator')
  @Describes({
    headers: idempotencyKeyHeader,
    summary: 'Handle a parked event, and those parked behind it, again',
    description: 'The id is that of its row in /v1/exceptions; it names the service that parked the event.',
    params: { id: Id },
    answer: Replayed,
    problems: { absent: ['gateway/no-such-parked-event'], conflict: ['messaging/event-still-fails'] },
  })
  async replay(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @Param('id', valid(Id)) id: string,
  ): Promise<void> {
    const answer = await this.once.answer(request, caller, { required: false }, () => this.replayed(id));
    sendAnswer(reply, answer);
  }

  private async replayed(id: string): Promise<Answer> {
    const [name, rowId = ''] = id.split(/:(.*)/s);
    const service = upstreamNames.find(known => known === name);
    if (!service || !/^[0-9]{1,15}$/.test(rowId)) throw noSuchParkedEvent(id);
    const { status, body } = await this.upstreams.ask(service, `/internal/parked-events/${rowId}/replay`, 'POST');
    if (status === 404) throw noSuchParkedEvent(id);
    const answer = jsonAnswer(status, body);
    return status < 400 ? answer : { ...answer, headers: { 'content-type': 'application/problem+json' } };
  }
}
