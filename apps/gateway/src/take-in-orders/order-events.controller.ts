import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@chuanliu/auth/auth.decorators';
import { Describes } from '@chuanliu/http/openapi';
import { unsupportedContentType } from '@chuanliu/http/problem.filter';
import { jsonAnswer, sendAnswer } from '../answer-once/answer';
import { ClientLimit } from '../limit-requests/client-limit';
import { isJson } from '../public-door/json-body';
import { AnswerWebhookOnce } from './answer-webhook-once';
import { OrderEvents, TakenIn } from './order-event.shapes';
import { OrderIntake } from './order-intake';
import { WebhookDoor } from './webhook-door';

const nothing = Buffer.alloc(0);

@Controller('v1/orders/events')
export class OrderEventsController {
  constructor(
    private readonly door: WebhookDoor,
    private readonly limit: ClientLimit,
    private readonly once: AnswerWebhookOnce,
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
    problems: {
      malformed: ['malformed-json', 'gateway/malformed-envelope'],
      unauthenticated: [
        'gateway/webhook-headers-missing',
        'gateway/unknown-channel',
        'gateway/webhook-timestamp-out-of-tolerance',
        'gateway/webhook-signature-mismatch',
      ],
      'too-large': ['body-too-large'],
      invalid: ['idempotency-key-reused'],
      unavailable: ['gateway/intake-unavailable'],
    },
  })
  async takeIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = Buffer.isBuffer(request.body) ? request.body : nothing;
    const webhook = await this.door.admit(request.headers, body);
    this.limit.admit(`channel:${webhook.channelId}`);
    if (!isJson(request.headers['content-type'])) throw unsupportedContentType();
    const answer = await this.once.answer(webhook, String(request.id), async () =>
      jsonAnswer(202, await this.intake.takeIn(webhook.channelId, body)),
    );
    sendAnswer(reply, answer);
  }
}
